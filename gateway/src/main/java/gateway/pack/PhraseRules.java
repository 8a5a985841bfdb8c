package gateway.pack;

import gateway.codebook.PackFault;
import gateway.folding.TextFolding;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.phone.SmsText.Encoding;
import gateway.phone.SmsText;
import gateway.roster.Discipline;
import gateway.voice.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold for each text the pack lets us send or say, in one of its languages. */
final class PhraseRules {

    /** What may be told a reporter, each once in every language as it is, and once in Latin letters for phones without others. */
    private static final List<String> REPLIES = List.of("cover", "taken.cover", "plain.asked", "plain.nobody-yet", "plain.taken");

    private final Path folder;
    private final Pack pack;
    private final Language language;

    PhraseRules(Path folder, Pack pack, Language language) {
        this.folder = folder;
        this.pack = pack;
        this.language = language;
    }

    void check() {
        checkDispatchIsLatin();
        PhoneTexts.ALL.forEach(this::checkText);
        for (var key : REPLIES) {
            checkReply(key);
            checkReply("latin." + key);
            checkIsLatin("latin." + key);
        }
        checkVoice();
        checkLabels();
    }

    private void checkText(String key, PhoneTexts.Text text) {
        if (!pack.phrases().keys(language).contains(key)) {
            throw fault(key, "", "is missing");
        }
        for (var words : pack.phrases().list(language, key)) {
            for (var piece : text.pieces()) {
                if (!words.contains(piece)) {
                    throw fault(key, words, "must hold " + piece);
                }
            }
            for (var place : Phrases.places(words)) {
                if (!text.given().contains(place)) {
                    throw fault(key, words, "has a place for {" + place + "}, which it is never given");
                }
            }
            checkOneSegment(key, words);
            checkNoCarriersWord(key, words);
            checkDoesNotSay(key, words, NeverSaid.ON_A_PHONE);
        }
        if (pack.phrases().list(language, key).size() > 1) {
            throw fault(key, "", "must be one text, not a list");
        }
    }

    /** Also when it is sent a second time and says so. */
    private void checkOneSegment(String key, String words) {
        var longest = new SmsText(filled(pack.phrases().list(language, "dispatch.repeat").getFirst(), Map.of("words",
                filled(words, PhoneTexts.LONGEST))));
        if (longest.segments() > 1) {
            throw fault(key, words,
                    "is longer than one SMS: " + longest.units() + " in " + longest.encoding());
        }
    }

    /** Any phone can show it, whatever its owner's language. */
    private void checkDispatchIsLatin() {
        Stream.of("dispatch.text", "dispatch.repeat", "dispatch.story", "digest.head", "digest.sweep", "digest.line",
                "digest.more", "hand-over.head", "hand-over.line").filter(pack.phrases().keys(language)::contains)
                .forEach(key -> checkIsLatin(key));
    }

    private void checkReply(String key) {
        if (!pack.phrases().keys(language).contains(key) || pack.phrases().list(language, key).size() < 2) {
            throw fault(key, "", "must be a list: the same words each time would be known");
        }
        for (var words : pack.phrases().list(language, key)) {
            if (words.contains("{") || words.codePoints().anyMatch(Character::isDigit)) {
                throw fault(key, words, "must hold no value and no digit");
            }
            checkDoesNotSay(key, words, key.endsWith("cover") ? NeverSaid.IN_COVER : NeverSaid.IN_PLAIN);
            checkOneSegment(key, words);
            checkNoCarriersWord(key, words);
        }
    }

    private void checkIsLatin(String key) {
        for (var words : pack.phrases().list(language, key)) {
            if (new SmsText(words).encoding() != Encoding.GSM_7) {
                throw fault(key, words, "must be in Latin letters");
            }
        }
    }

    /** Whoever has the phone hears it, so it is a shop's, as a cover reply is. */
    private void checkVoice() {
        for (var sentence : Sentence.values()) {
            checkSaid(sentence.phrase());
            if (pack.phrases().list(language, sentence.phrase()).size() > 1) {
                throw fault(sentence.phrase(), "", "must be one sentence, not a list: it is recorded");
            }
            var words = pack.phrases().list(language, sentence.phrase()).getFirst();
            if (words.contains("{")) {
                throw fault(sentence.phrase(), words, "must hold no value: it is recorded");
            }
            checkDoesNotSay(sentence.phrase(), words, NeverSaid.IN_COVER);
        }
    }

    private void checkDoesNotSay(String key, String words, NeverSaid never) {
        never.saidIn(words).ifPresent(said -> {
            throw fault(key, words, "must not say " + said);
        });
    }

    /** A code, an outcome, a consent and an area have a name in each language. */
    private void checkLabels() {
        for (var code : pack.codebook().codes()) {
            checkSaid("code." + code.id());
            Optional.ofNullable(code.stage()).ifPresent(stage -> checkSaid("stage." + stage));
            Optional.ofNullable(code.harm()).ifPresent(harm -> checkSaid("harm." + harm));
            Optional.ofNullable(code.need()).ifPresent(need -> checkSaid("need." + need));
        }
        for (var discipline : Discipline.beside()) {
            var key = "missing." + discipline.word();
            checkSaid(key);
            var words = pack.phrases().list(language, key).getFirst();
            if (words.length() > PhoneTexts.LONGEST_MISSING) {
                throw fault(key, words, "is longer than " + PhoneTexts.LONGEST_MISSING + " letters");
            }
            checkDoesNotSay(key, words, NeverSaid.ON_A_PHONE);
        }
        pack.outcomes().forEach(outcome -> checkSaid("outcome." + outcome.id()));
        pack.consents().forEach(consent -> checkSaid("consent." + consent));
        for (var area : pack.gazetteer().areas()) {
            var key = "area." + area.shortCode();
            checkSaid(key);
            var words = pack.phrases().list(language, key).getFirst();
            if (!words.equals(area.names().get(language))) {
                throw fault(key, words, "is another name than in places.yaml");
            }
        }
    }

    private void checkSaid(String key) {
        if (!pack.phrases().keys(language).contains(key)) {
            throw fault(key, "", "is missing");
        }
    }

    /** Who reads "reply STOP" replies STOP, and can never be asked again. */
    private void checkNoCarriersWord(String key, String words) {
        for (var word : TextFolding.fold(words).split(" ", -1)) {
            if (pack.codebook().carrierWords().contains(word)) {
                throw fault(key, words, "says " + word + ", to which carriers answer by themselves");
            }
        }
    }

    private static String filled(String words, Map<String, String> values) {
        var filled = words;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private PackFault fault(String key, String value, String why) {
        return new PackFault(folder.resolve("phrases." + language.tag() + ".yaml"), key, value, why);
    }
}
