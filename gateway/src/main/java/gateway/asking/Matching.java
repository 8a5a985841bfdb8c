package gateway.asking;

import static java.util.Comparator.comparingInt;

import gateway.asking.StepPlan.Candidate;
import gateway.codebook.Code;
import gateway.dispatch.Manner;
import gateway.entry.AskingEntry.Skipped;
import gateway.escalation.EscalationStep.Way;
import gateway.member.Choices;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom of those who may be asked a step asks, and in which order. Pure. Matching orders and never leaves anybody out: first
 * who can soon be in the area, then who speaks the language, then who was asked least lately. Passed over are whoever would
 * not go there, and whoever was asked twice tonight, each only while others are there: so it is never left with nobody.
 */
public record Matching(Need need, Map<MemberId, Regard> regards) {

    /** A third alert in one night is asked of somebody who has slept, if there is one: two is what a sleeper can bear. */
    static final int MOST_A_NIGHT = 2;
    private static final Regard UNKNOWN = new Regard(Choices.NONE, Instant.MIN, false, 0);

    /**
     * What an alert needs.
     *
     * @param area     the short code of its area; null where none is known
     * @param custody  the ids of the places of custody that were named
     * @param language the tag of what the person speaks whom it is about; null where that is not known
     * @param grave    false only for what is surely not grave
     */
    public record Need(@Nullable String area, Set<String> custody, @Nullable String language, boolean grave) {

        /** A missed call, and words that were not understood, may be anything. */
        public static boolean isGrave(Code code) {
            return code.grave() || !code.mark().matches("[0-9]");
        }
    }

    /**
     * What is known of somebody who may be asked.
     *
     * @param askedAt when she was last asked for anything; {@code Instant.MIN} where she never was
     * @param night   whether it is night where she is on call
     * @param tonight for how many other alerts she was asked in this night; 0 by day
     */
    public record Regard(Choices choices, Instant askedAt, boolean night, int tonight) {}

    /** @param passedOver who is left alone, and why, as the word of the phrase {@code skip.<why>} */
    record Choice(List<Candidate> asked, List<Skipped> passedOver) {}

    /** What counts for a choice; those of the first that has anybody are asked. */
    private enum Call { FREE, TIRED, UNWILLING, UNWILLING_AND_TIRED }

    /** @param mayBeAsked each once */
    Choice among(Collection<Candidate> mayBeAsked) {
        var byCall = new TreeMap<Call, List<Candidate>>(ordered(mayBeAsked).stream().collect(Collectors.groupingBy(this::call)));
        if (byCall.isEmpty()) {
            return new Choice(List.of(), List.of());
        }
        var asked = byCall.pollFirstEntry().getValue();
        var passedOver = byCall.entrySet().stream().flatMap(left -> left.getValue().stream()
                .map(candidate -> new Skipped(candidate.member().id(), why(left.getKey())))).toList();
        return new Choice(asked, passedOver);
    }

    /**
     * How somebody is asked, where a step asks in its way.
     *
     * @param callAfter after how long a step that texts first rings
     */
    Manner manner(Candidate candidate, Way way, Duration callAfter) {
        var regard = regard(candidate);
        return Manner.of(way, callAfter, need.grave(), regard.choices(), regard.night());
    }

    /** Whether a call may reach her for this at all: nobody is quiet for what is grave. */
    boolean mayRing(Candidate candidate) {
        return manner(candidate, Way.VOICE, Duration.ZERO).callAfter() != null;
    }

    /** Everybody, in the order in which they are best asked. */
    List<Candidate> ordered(Collection<Candidate> candidates) {
        return candidates.stream().sorted(comparingInt(this::area).thenComparingInt(this::language)
                .thenComparing(candidate -> regard(candidate).askedAt())).toList();
    }

    /** As it is once some have been asked, each at a moment. */
    public Matching after(Map<MemberId, Instant> asked) {
        var now = new HashMap<>(regards);
        asked.forEach((member, at) -> {
            var before = now.getOrDefault(member, UNKNOWN);
            now.put(member, new Regard(before.choices(), at, before.night(), before.tonight()));
        });
        return new Matching(need, Map.copyOf(now));
    }

    private Call call(Candidate candidate) {
        var tired = regard(candidate).tonight() >= MOST_A_NIGHT;
        if (isUnwilling(regard(candidate).choices())) {
            return tired ? Call.UNWILLING_AND_TIRED : Call.UNWILLING;
        }
        return tired ? Call.TIRED : Call.FREE;
    }

    private boolean isUnwilling(Choices choices) {
        return choices.notThere().stream().anyMatch(place -> place.equals(need.area()) || need.custody().contains(place));
    }

    /** Where she will not go may tell of her, and the timeline is read by others: it says no more than that others are there. */
    private static String why(Call call) {
        return switch (call) {
            case TIRED -> "asked-twice";
            case FREE, UNWILLING, UNWILLING_AND_TIRED -> "others-first";
        };
    }

    private int area(Candidate candidate) {
        return rank(need.area(), regard(candidate).choices().areas());
    }

    private int language(Candidate candidate) {
        return rank(need.language(), regard(candidate).choices().languages());
    }

    /** Who says so comes before who says nothing, and both before who says otherwise. */
    private static int rank(@Nullable String wanted, Set<String> said) {
        if (wanted == null || said.contains(wanted)) {
            return 0;
        }
        return said.isEmpty() ? 1 : 2;
    }

    private Regard regard(Candidate candidate) {
        return regards.getOrDefault(candidate.member().id(), UNKNOWN);
    }
}
