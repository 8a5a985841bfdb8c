package gateway.contact;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether a reporter's phone may be told anything at all, or rung. Silence is the default; a cover reply goes only where an
 * organisation or the person chose so, a plain one only where the person did, to a phone that nothing presumes seized, by
 * day. Pure.
 */
public final class ReplyRule {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final int SHORTEST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 120;

    private ReplyRule() {}

    /** What may be done now, and why not. The words are those of the phrases {@code reply.<word>}. */
    public enum Verdict {
        COVER, PLAIN,
        NOT_A_NUMBER, NEVER_CONTACT, OUR_OWN, BARRED, OPTED_OUT, BORROWED, TAGGED, PRESUMED_SEIZED, SILENCE_ASKED, CHOSEN_SILENCE,
        HOTLINE_IS_SILENT, NIGHT, NOT_OPTED_IN, RESOLVED, NOT_MILD;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean allowsReply() {
            return this == COVER || this == PLAIN;
        }
    }

    /**
     * Which reply may go to the phone now.
     *
     * @param silenceAsked      whether a text of this alert asked that nobody reply
     * @param strangersGetCover whether the hotline answers strangers with a cover reply
     * @param localTime         the time of day where the hotline is
     */
    public static Verdict verdict(ContactPoint phone, NumberKind kind, boolean silenceAsked, boolean strangersGetCover,
            LocalTime localTime) {
        var against = againstAnything(phone, kind, silenceAsked);
        if (against.isPresent()) {
            return against.get();
        }
        if (phone.tagged()) {
            return Verdict.TAGGED;
        }
        var mode = phone.wishes().map(Wishes::mode).orElse(strangersGetCover ? ReplyMode.COVER : ReplyMode.SILENT);
        if (mode == ReplyMode.SILENT) {
            return phone.enrolment().isPresent() ? Verdict.CHOSEN_SILENCE : Verdict.HOTLINE_IS_SILENT;
        }
        var isNight = localTime.isBefore(MORNING) || !localTime.isBefore(NIGHT);
        if (isNight && !phone.wishes().map(Wishes::atNight).orElse(false)) {
            return Verdict.NIGHT;
        }
        return mode == ReplyMode.PLAIN ? Verdict.PLAIN : Verdict.COVER;
    }

    /** Why a human may not ring the phone; empty when he or she may. */
    public static Optional<Verdict> againstRinging(ContactPoint phone, NumberKind kind, boolean silenceAsked) {
        return againstAnything(phone, kind, silenceAsked).or(() -> phone.wishes()
                .filter(wishes -> wishes.mode() == ReplyMode.SILENT && !wishes.callBack())
                .map(silent -> Verdict.CHOSEN_SILENCE));
    }

    /** Why the gateway may not call the phone back by itself: only who chose so at enrolment is. */
    public static Optional<Verdict> againstCallingBack(ContactPoint phone, NumberKind kind, boolean silenceAsked) {
        return againstAnything(phone, kind, silenceAsked).or(() -> phone.tagged() ? Optional.of(Verdict.TAGGED)
                : phone.wishes().map(Wishes::callBack).orElse(false) ? Optional.empty() : Optional.of(Verdict.NOT_OPTED_IN));
    }

    /** How long to wait, so that the reply does not look like a machine's answer to the text before it. */
    public static Duration delay(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
    }

    /** What stands against text and call alike, whatever anybody chose. */
    private static Optional<Verdict> againstAnything(ContactPoint phone, NumberKind kind, boolean silenceAsked) {
        if (!phone.isNumber()) {
            return Optional.of(Verdict.NOT_A_NUMBER);
        }
        var ofNumber = switch (kind) {
            case ORDINARY -> Optional.<Verdict>empty();
            case NOT_A_NUMBER -> Optional.of(Verdict.NOT_A_NUMBER);
            case NEVER_CONTACT -> Optional.of(Verdict.NEVER_CONTACT);
            case OUR_OWN -> Optional.of(Verdict.OUR_OWN);
            case BARRED -> Optional.of(Verdict.BARRED);
        };
        if (ofNumber.isPresent()) {
            return ofNumber;
        }
        if (phone.borrowed()) {
            return Optional.of(Verdict.BORROWED);
        }
        if (phone.presumedSeized()) {
            return Optional.of(Verdict.PRESUMED_SEIZED);
        }
        return silenceAsked ? Optional.of(Verdict.SILENCE_ASKED) : Optional.empty();
    }
}
