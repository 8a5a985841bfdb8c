package gateway.console.people;

import gateway.console.frame.Form;
import gateway.contact.Card;
import gateway.contact.ContactPointId;
import gateway.contact.Enrolment;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.reading.AgreedWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment's form as it was filled in, perhaps wrongly, so that it can be shown again; the safe words are not. Never
 * prints any of it.
 *
 * @param phones   as they were written, a line each
 * @param withCard whether the card is to be written, or written anew; also where something stands in it
 * @param given    phones that are no longer hers
 */
public record EnrolmentDraft(String alias, Language language, boolean latinOnly, ReplyMode mode, boolean atNight,
        boolean callBack, Set<String> consents, String tag, String phones, String safeWord, String duressWord,
        boolean withCard, Card card, Set<ContactPointId> given) {

    private static final List<String> FIELDS = List.of("alias", "language", "latin-only", "mode", "at-night", "call-back",
            "tag", "phones", "safe-word", "duress-word", "with-card", "medicine", "children", "to-tell", "lawyer");
    private static final Card NO_CARD = new Card("", "", "", false);
    private static final String CONSENT = "consent-";
    private static final String GIVEN = "given-";
    private static final int LONGEST_ALIAS = 40;
    private static final String CALL_BACK_CONSENT = "callback_voice";

    /** As a new one is first shown: silent, and nothing agreed. */
    static EnrolmentDraft blank() {
        return new EnrolmentDraft("", Language.KM, false, ReplyMode.SILENT, false, false, Set.of(), "", "", "", "", true,
                NO_CARD, Set.of());
    }

    static EnrolmentDraft of(Enrolment enrolment) {
        var wishes = enrolment.wishes();
        return new EnrolmentDraft(enrolment.alias(), wishes.language(), wishes.latinOnly(), wishes.mode(), wishes.atNight(),
                wishes.callBack(), enrolment.consents(), enrolment.tag() == null ? "" : enrolment.tag(), "", "", "", false,
                NO_CARD, Set.of());
    }

    /** @param consents all of the pack's */
    static EnrolmentDraft read(Form form, List<String> consents) {
        var card = new Card(form.words("medicine"), form.words("children"), form.words("to-tell"), isTicked(form, "lawyer"));
        var given = form.names().stream().filter(name -> name.startsWith(GIVEN)).toList();
        form.only(Stream.concat(Stream.concat(FIELDS.stream(), consents.stream().map(CONSENT::concat)), given.stream())
                .toArray(String[]::new));
        return new EnrolmentDraft(form.words("alias"), Language.read(form.text("language")).orElseThrow(EnrolmentDraft::odd),
                isTicked(form, "latin-only"), mode(form), isTicked(form, "at-night"), isTicked(form, "call-back"),
                consents.stream().filter(consent -> isTicked(form, CONSENT + consent)).collect(Collectors.toSet()),
                AgreedWords.folded(form.words("tag")), form.words("phones"), AgreedWords.folded(form.words("safe-word")),
                AgreedWords.folded(form.words("duress-word")), isTicked(form, "with-card") || !card.equals(NO_CARD), card,
                given.stream().map(name -> new ContactPointId(id(name.substring(GIVEN.length()))))
                        .collect(Collectors.toSet()));
    }

    /** What is wrong with it, as a phrase and its values; empty when nothing is. What others have is not looked at. */
    Optional<Problem> problem(AgreedWords agreed, int phonesKept) {
        if (alias.isBlank() || alias.contains("\n") || alias.codePointCount(0, alias.length()) > LONGEST_ALIAS) {
            return Optional.of(new Problem("alias", "enrolment.alias-missing"));
        }
        var odd = lines().filter(line -> PhoneNumber.read(line).isEmpty()).findFirst();
        if (odd.isPresent()) {
            return Optional.of(new Problem("phones", "enrolment.phone-odd"));
        }
        if (phonesKept == 0 && lines().findAny().isEmpty() && tag.isEmpty()) {
            return Optional.of(new Problem("phones", "enrolment.unknowable"));
        }
        if (callBack && !consents.contains(CALL_BACK_CONSENT)) {
            return Optional.of(new Problem("call-back", "enrolment.call-back-not-agreed"));
        }
        return (tag.isEmpty() ? Optional.<AgreedWords.Problem>empty() : agreed.ofTag(tag))
                .map(bad -> new Problem("tag", "enrolment.word-" + bad.word()))
                .or(() -> agreed.ofSafeWords(safeWord, duressWord)
                        .map(bad -> new Problem("safe-word", "enrolment.word-" + bad.word())));
    }

    /** @param field the form's field it is about */
    record Problem(String field, String phrase) {}

    List<PhoneNumber> numbers() {
        return lines().flatMap(line -> PhoneNumber.read(line).stream()).distinct().toList();
    }

    Wishes wishes() {
        return new Wishes(mode, language, latinOnly, atNight, callBack);
    }

    @Nullable String tagIfAny() {
        return tag.isEmpty() ? null : tag;
    }

    Optional<Card> cardIfAny() {
        return withCard ? Optional.of(card) : Optional.empty();
    }

    @Override
    public String toString() {
        return "EnrolmentDraft";
    }

    private Stream<String> lines() {
        return phones.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static ReplyMode mode(Form form) {
        return Stream.of(ReplyMode.values()).filter(mode -> mode.word().equals(form.text("mode"))).findFirst()
                .orElseThrow(EnrolmentDraft::odd);
    }

    private static boolean isTicked(Form form, String name) {
        return switch (form.text(name)) {
            case "" -> false;
            case "yes" -> true;
            default -> throw odd();
        };
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException none) {
            throw odd();
        }
    }

    /** No page of ours sends this. */
    private static Form.Refused odd() {
        return new Form.Refused(400);
    }
}
