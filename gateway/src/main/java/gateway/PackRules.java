package gateway;

import gateway.alert.Outcome;
import gateway.codebook.Code;
import gateway.codebook.PackFault;
import gateway.codebook.PackFile;
import gateway.codebook.TextFolding;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.phone.SmsText.Encoding;
import gateway.phone.SmsText;
import gateway.roster.Discipline;
import gateway.voice.Sentence;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between the files of a pack, and for each text it lets us send. */
final class PackRules {

    /** The texts to phones: the values the program gives each, and the pieces it must hold. */
    private static final Map<String, Text> TEXTS = new TreeMap<>(Map.ofEntries(
            text("dispatch.text", "number mark area people time code story", "K {number} ", "C{mark}{area}{people}", "{time}",
                    "TAKE {code}", "PASS {code}", "{story}"),
            text("dispatch.story", "who time until", "{time}", "{until}"),
            text("dispatch.both", "number mark area people time code story",
                    "K {number} C{mark}{area}{people} {time}", "TAKE", "PASS", "{code}"),
            text("dispatch.repeat", "words", "{words}"),
            text("digest.head", "count", "TAKE", "PASS"),
            text("digest.sweep", "count area", "{area}", "TAKE", "PASS"),
            text("digest.line", "number mark area people time code", "{number} ", "C{mark}{area}{people}", "{time}",
                    "TAKE {code}"),
            text("digest.more", "more", "{more}"),
            text("stand-down.taken", "number time", "{number}", "{time}"),
            text("stand-down.resolved", "number time", "{number}", "{time}"),
            text("stand-down.merged", "number other time", "{number}", "{other}", "{time}"),
            text("answer.taken", "code number time", "HERE {code}", "{time}", "BACK {code}", "DONE {code}"),
            text("answer.already", "alias code number time", "{alias}", "{number}", "{time}"),
            text("answer.passed", "code number"),
            text("answer.passed-until", "code number time", "{number}", "{time}"),
            text("answer.checked-in", "code number time", "HERE {code}", "{time}"),
            text("answer.page-only", "code number time", "{time}"),
            text("answer.pin-call", "code number time", "{number}", "{time}", "PIN"),
            text("answer.pin-needed", "code number", "{number}", "PIN"),
            text("answer.inside", "time least most code minutes", "OUT {code}", "IN {minutes} {code}", "{time}"),
            text("answer.inside-page", "time least most code minutes", "{time}"),
            text("answer.inside-quiet", "time least most code minutes", "OUT {code}", "{time}"),
            text("answer.out-code", "least most code minutes", "OUT {code}"),
            text("answer.out-page", "least most code minutes"),
            text("answer.out-ring", "least most code minutes", "PIN"),
            text("answer.inside-minutes", "least most code minutes", "IN ", "{least}", "{most}"),
            text("answer.inside-nothing", "least most code minutes"),
            text("answer.out", "least most code minutes"),
            text("answer.out-nothing", "least most code minutes"),
            text("answer.overdue", "least most code minutes"),
            text("reminder.inside", "time", "{time}", "OUT", "IN "),
            text("notice.wrong-keys", "alias time", "{alias}", "{time}"),
            text("notice.forced", "alias", "{alias}"),
            text("notice.wrong-pins", "alias", "{alias}", "PIN"),
            text("notice.said-out", "alias time", "{alias}", "OUT"),
            text("notice.out-guessed", "alias time", "{alias}", "OUT"),
            text("notice.overdue", "alias number", "{alias}", "{number}"),
            text("notice.duress", "alias number", "{alias}", "{number}"),
            text("answer.page-needed", "code number", "{number}"),
            text("answer.lapsed-page", "code number time", "{time}", "{number}"),
            text("reminder.check-in", "code number time", "HERE {code}", "{time}", "BACK {code}"),
            text("reminder.several", "codes time", "HERE", "{time}", "{codes}"),
            text("reminder.page", "code number time", "{number}", "{time}"),
            text("answer.handed-back", "code number"),
            text("answer.done-proposed", "code number time", "HERE {code}", "{time}"),
            text("answer.lapsed", "code number time", "{time}", "TAKE {code}"),
            text("answer.not-yours", "number code", "TAKE {code}"),
            text("answer.over", "code number", "{number}"),
            text("answer.more", "code number count", "{number}", "{count}"),
            text("answer.wanted", "code number role", "{number}", "{role}"),
            text("answer.beside", "code number alias", "{number}", "{alias}", "BACK {code}"),
            text("answer.beside-nobody", "code number", "{number}", "BACK {code}"),
            text("notice.beside", "number alias", "{number}", "{alias}"),
            text("notice.more-wanted", "number count", "{number}", "{count}"),
            text("answer.wrong-code", ""),
            text("answer.words-asked", "number code", "{number}", "TAKE {code}", "PASS {code}"),
            text("answer.words-yours", "number code", "{number}", "HERE {code}", "DONE", "BACK"),
            text("answer.words-kept", ""),
            text("answer.which", "replies", "{replies}"),
            text("answer.nothing-open", "replies"),
            text("answer.noted", "code number", "{number}"),
            text("answer.call-first", "code number", "{number}", "1"),
            text("answer.call-by", "code number time", "{number}", "{time}", "1"),
            text("answer.several", "codes time", "{codes}", "HERE", "{time}"),
            text("notice.wrote-again", "number mark time texts until", "{number}", "C{mark}"),
            text("notice.wrote-more", "number mark time texts until", "{number}", "C{mark}", "{texts}", "{time}-{until}"),
            text("verification.code", "code time", "{code}", "{time}"),
            text("verification.done", "date", "{date}"),
            text("verification.wrong", ""),
            text("notice.verification-ends", "alias date", "{alias}", "{date}"),
            text("notice.verification-over", "alias", "{alias}"),
            text("hand-over.head", "count", "{count}"),
            text("hand-over.line", "number mark area people time code story alias until", "{number} ", "C{mark}{area}{people}", "{alias}",
                    "{until}", "TAKE {code}"),
            text("hand-over.holder", "alerts", "{alerts}"),
            text("hand-over.still", "number code time", "{number}", "HERE {code}", "{time}", "BACK {code}"),
            text("notice.not-relieved", "number alias", "{number}", "{alias}"),
            text("promise.ask", "shifts code", "{shifts}", "ON {code}", "OFF"),
            text("promise.begins", "shift code", "{shift}", "ON {code}", "OFF"),
            text("promise.given", "shifts", "{shifts}"),
            text("promise.noted", "shifts code", "{shifts}", "ON {code}"),
            text("promise.none", ""),
            text("promise.stays", "alias time", "{alias}", "{time}", "OFF"),
            text("promise.relieved", "alias", "{alias}"),
            text("promise.stay-over", ""),
            text("off.asked", "shifts", "{shifts}", "ON"),
            text("off.before", ""),
            text("off.none", ""),
            text("off.stands", "shift", "{shift}"),
            text("offer.ask", "alias code shift", "{alias}", "{shift}", "COVER {code}"),
            text("offer.yours", "code shift", "{shift}", "BACK {code}"),
            text("offer.given", "alias code begins", "{alias}", "{begins}", "BACK {code}"),
            text("offer.stands", "shift", "{shift}"),
            text("offer.waits", "shift", "{shift}"),
            text("offer.gone", "shift", "{shift}"),
            text("offer.declined", "begins", "{begins}"),
            text("offer.too-late", "shift"),
            text("offer.undone", "alias begins", "{alias}", "{begins}"),
            text("offer.yours-again", "shift", "{shift}"),
            text("offer.not-yours-now", "shift", "{shift}"),
            text("notice.off", "alias begins", "{alias}", "{begins}"),
            text("notice.no-word", "alias begins", "{alias}", "{begins}"),
            text("notice.no-word-alone", "alias begins", "{alias}", "{begins}"),
            text("notice.offer-waits", "alias code begins", "{alias}", "{begins}", "COVER {code}"),
            text("notice.covers", "alias away begins", "{alias}", "{away}", "{begins}"),
            text("notice.gap", "roster shift more", "{roster}", "{shift}"),
            text("notice.gaps", "roster shift more", "{roster}", "{shift}", "{more}"),
            text("notice.head", "count", "{count}"),
            text("notice.held", "count", "{count}"),
            text("notice.not-permitted", "time", "{time}"),
            text("notice.unread", "number time", "{number}", "{time}"),
            text("notice.member-texts", "alias time", "{alias}", "{time}"),
            text("notice.machine-texts", "count time", "{count}", "{time}"),
            text("notice.opted-in", "alias time", "{alias}", "{time}"),
            text("notice.wrong-codes", "alias time", "{alias}", "{time}"),
            text("notice.phone-lost", "alias time", "{alias}", "{time}"),
            text("notice.opted-out", "alias time", "{alias}", "{time}"),
            text("notice.refused", "alias time", "{alias}", "{time}"),
            text("notice.nobody-on-call", "number time", "{number}", "{time}"),
            text("notice.unattended", "missing", "{missing}"),
            text("notice.outside-heard", "number time", "{number}", "{time}"),
            text("notice.member-rang", "alias time", "{alias}", "{time}"),
            text("notice.turn-fails", "number time", "{number}", "{time}"),
            text("notice.unknown-number", "number time", "{number}", "{time}")));

    /** Whoever looks over a responder's shoulder must not learn from a text what it is about. */
    private static final Set<String> NEVER_ON_A_PHONE = Set.of("police", "arrest", "station", "sweep", "raid", "custody", "prison",
            "jail", "law", "legal", "medic", "doctor", "clinic", "hospital", "prosecutor", "court", "polis", "ប៉ូលិស", "ប៉ុស្តិ៍",
            "នគរបាល", "ចាប់ខ្លួន", "មេធាវី", "ច្បាប់", "គ្រូពេទ្យ", "ពេទ្យ", "តុលាការ", "ពន្ធនាគារ");
    /** The longest word for somebody who is missing, in a text that may be in Khmer. */
    private static final int LONGEST_MISSING = 12;

    /** The longest value each place can take; an alias may be in Khmer, which makes the whole text longer. */
    private static final Map<String, String> LONGEST = Map.ofEntries(
            Map.entry("number", "4731829-1"), Map.entry("other", "4731829-1"), Map.entry("mark", "?"),
            Map.entry("area", " DP"), Map.entry("people", " x99"), Map.entry("time", "21:10"), Map.entry("until", "21:10"),
            Map.entry("texts", "9999"), Map.entry("date", "2026-12-24"), Map.entry("code", "482913"), Map.entry("alias", "ស".repeat(20)),
            Map.entry("words", ""), Map.entry("count", "9999"), Map.entry("more", "9999"),
            Map.entry("codes", "4731829-1 482913"),
            Map.entry("replies", "4731829-1 HERE 482913, BACK 482913, DONE 482913"), Map.entry("shift", "27/11 20:00-29/11 08:00"),
            Map.entry("alerts", "4731829-1 21:15 +99"), Map.entry("least", "5"), Map.entry("most", "240"),
            Map.entry("shifts", "27/11 20:00-29/11 08:00 +9"), Map.entry("begins", "27/11 20:00"),
            Map.entry("away", "ស".repeat(20)), Map.entry("roster", "ស".repeat(20)),
            Map.entry("who", "W"), Map.entry("story", ". Was with W 21:10-21:10"),
            Map.entry("role", "ស".repeat(LONGEST_MISSING)),
            Map.entry("missing", "4731829-1 " + "ស".repeat(LONGEST_MISSING) + " 21:10 +199"));

    /** What a plain reply must not say: whoever reads it may not be her, and nobody is promised. */
    private static final Set<String> NEVER_IN_PLAIN = Set.of(
            "police", "polis", "arrest", "sex", "hiv", "aids", "wnu", "on the way", "coming", "will come", "soon", "minutes",
            "safe now", "free", "promise", "ប៉ូលិស", "ប៉ុស្តិ៍", "ចាប់", "ផ្លូវភេទ", "អេដស៍", "កំពុងមក", "ធ្វើដំណើរ", "តាមផ្លូវ",
            "នាទី", "សន្យា", "chab", "kampung mok", "mok haey");

    /** What may be told a reporter, each once in every language as it is, and once in Latin letters for phones without others. */
    private static final List<String> REPLIES = List.of("cover", "taken.cover", "plain.asked", "plain.nobody-yet", "plain.taken");

    /** What a cover reply must not say in any language: it is a shop's, and promises nobody. */
    private static final Set<String> NEVER_IN_COVER = Set.of(
            "police", "polis", "arrest", "law", "lawyer", "legal", "court", "prison", "jail", "right",
            "sex", "hiv", "aids", "wnu", "advocate", "case", "help", "alert", "line", "hotline",
            "organisation", "organization", "network", "union", "ngo", "on the way", "coming",
            "will come", "call you", "ring you", "contact you", "ប៉ូលិស", "ប៉ុស្តិ៍", "ចាប់", "ច្បាប់",
            "មេធាវី", "តុលាការ", "ពន្ធនាគារ", "សិទ្ធិ", "ជួយ", "ជំនួយ", "អង្គការ", "សមាគម", "បណ្តាញ",
            "ខ្សែ", "ផ្លូវភេទ", "អេដស៍", "សំណុំរឿង", "អាសន្ន", "កំពុងមក", "ធ្វើដំណើរ", "តាមផ្លូវ",
            "ទាក់ទង", "chab", "meathavi", "chuoy", "chumnuoy", "angkar", "kampung mok", "mok haey");

    private static final List<String> COMMANDS = List.of(
            "verify", "take", "pass", "here", "back", "done", "on", "off", "cover", "in", "out", "more", "law", "med", "lang",
            "note");

    private final Path folder;
    private final Pack pack;

    PackRules(Path folder, Pack pack) {
        this.folder = folder;
        this.pack = pack;
    }

    void check() {
        checkCustodyWords();
        for (var language : pack.phrases().languages()) {
            checkDispatchIsLatin(language);
            TEXTS.forEach((key, text) -> checkText(language, key, text));
            for (var key : REPLIES) {
                checkReply(language, key);
                checkReply(language, "latin." + key);
                checkIsLatin(language, "latin." + key);
            }
            checkVoice(language);
            checkLabels(language);
        }
        checkNothingIsNearACarriersWord();
        checkReplyWords();
        if (pack.outcomes().stream().noneMatch(outcome -> outcome.id().equals(Outcome.WRONG_NUMBER))) {
            throw new PackFault(folder.resolve("custody.yaml"), "has no outcome " + Outcome.WRONG_NUMBER);
        }
        checkAliases();
        pack.prose().distress().stream().filter(id -> pack.codebook().byId(id).isEmpty()).sorted().forEach(id -> {
            throw new PackFault(folder.resolve("prose.yaml"), "names a code that there is not: distress " + id);
        });
    }

    /** A word that names a code is no place's name, which would be taken out first, and no command of ours. */
    private void checkAliases() {
        var names = new HashSet<String>();
        pack.gazetteer().names().forEach(name -> names.add(name.replace(" ", "")));
        new TreeMap<>(pack.codebook().aliases()).forEach((alias, code) -> {
            if (names.contains(alias)) {
                throw codebookFault(alias, code, "is the name of a place as well");
            }
            if (COMMANDS.contains(alias)) {
                throw codebookFault(alias, code, "is what responders text as well");
            }
        });
    }

    /** A word a pack adds to replies is none of another desk's, and a carrier does not answer to it. */
    private void checkReplyWords() {
        var words = new HashSet<>(pack.replyWords().added().keySet());
        words.addAll(pack.replyWords().nots());
        for (var word : new TreeSet<>(words)) {
            var file = folder.resolve("replies.yaml");
            if (COMMANDS.contains(word)) {
                throw new PackFault(file, "the word \"" + word + "\" is what responders text for something else");
            }
            if (pack.codebook().carrierWords().stream().anyMatch(carrier -> isASlipFrom(word, carrier))) {
                throw new PackFault(file, "the word \"" + word + "\" is a slip away from one to which carriers answer by themselves");
            }
            if (pack.codebook().aliases().containsKey(TextFolding.fold(word))) {
                throw new PackFault(file, "the word \"" + word + "\" names a code as well");
            }
        }
    }

    /** What a code tells of is known to the pack's custody words, and what a place means is a code. */
    private void checkCustodyWords() {
        var custody = PackFile.read(folder.resolve("custody.yaml"));
        for (var kind : List.of("stages", "harms", "needs")) {
            for (var id : custody.texts(kind)) {
                if (!id.matches("[a-z][a-z_]*")) {
                    throw custody.fault(kind, id, "must be a word of small letters");
                }
            }
        }
        for (var code : pack.codebook().codes()) {
            checkKnown(custody, "stages", code, code.stage());
            checkKnown(custody, "harms", code, code.harm());
            checkKnown(custody, "needs", code, code.need());
        }
        for (var code : pack.codebook().codes()) {
            for (var word : code.wants()) {
                if (Discipline.read(word).filter(Discipline::isBeside).isEmpty()) {
                    throw new PackFault(folder.resolve("codebook.yaml"), "wants", word, "of " + code.id()
                            + " is nobody who is asked beside the peers");
                }
            }
        }
        for (var id : pack.gazetteer().codes()) {
            if (pack.codebook().byId(id).isEmpty()) {
                throw new PackFault(folder.resolve("places.yaml"), "code", id, "is not the id of a code");
            }
        }
    }

    private static void checkKnown(PackFile custody, String kind, Code code, @Nullable String id) {
        if (id != null && !custody.texts(kind).contains(id)) {
            throw custody.fault(kind, id, "is missing, and the code " + code.id() + " tells of it");
        }
    }

    private PackFault codebookFault(String alias, Code code, String why) {
        return new PackFault(folder.resolve("codebook.yaml"), "aliases", alias, "of " + code.id() + " " + why);
    }

    private void checkText(Language language, String key, Text text) {
        if (!pack.phrases().keys(language).contains(key)) {
            throw fault(language, key, "", "is missing");
        }
        for (var words : pack.phrases().list(language, key)) {
            for (var piece : text.pieces()) {
                if (!words.contains(piece)) {
                    throw fault(language, key, words, "must hold " + piece);
                }
            }
            for (var place : Phrases.places(words)) {
                if (!text.given().contains(place)) {
                    throw fault(language, key, words, "has a place for {" + place + "}, which it is never given");
                }
            }
            checkOneSegment(language, key, words);
            checkNoCarriersWord(language, key, words);
            checkDoesNotSay(language, key, words, NEVER_ON_A_PHONE);
        }
        if (pack.phrases().list(language, key).size() > 1) {
            throw fault(language, key, "", "must be one text, not a list");
        }
    }

    /** Also when it is sent a second time and says so. */
    private void checkOneSegment(Language language, String key, String words) {
        var longest = new SmsText(filled(pack.phrases().list(language, "dispatch.repeat").getFirst(), Map.of("words",
                filled(words, LONGEST))));
        if (longest.segments() > 1) {
            throw fault(language, key, words,
                    "is longer than one SMS: " + longest.units() + " in " + longest.encoding());
        }
    }

    /** Any phone can show it, whatever its owner's language. */
    private void checkDispatchIsLatin(Language language) {
        Stream.of("dispatch.text", "dispatch.repeat", "dispatch.story", "digest.head", "digest.sweep", "digest.line",
                "digest.more", "hand-over.head", "hand-over.line").filter(pack.phrases().keys(language)::contains)
                .forEach(key -> checkIsLatin(language, key));
    }

    private void checkReply(Language language, String key) {
        if (!pack.phrases().keys(language).contains(key) || pack.phrases().list(language, key).size() < 2) {
            throw fault(language, key, "", "must be a list: the same words each time would be known");
        }
        for (var words : pack.phrases().list(language, key)) {
            if (words.contains("{") || words.codePoints().anyMatch(Character::isDigit)) {
                throw fault(language, key, words, "must hold no value and no digit");
            }
            checkDoesNotSay(language, key, words, key.endsWith("cover") ? NEVER_IN_COVER : NEVER_IN_PLAIN);
            checkOneSegment(language, key, words);
            checkNoCarriersWord(language, key, words);
        }
    }

    private void checkIsLatin(Language language, String key) {
        for (var words : pack.phrases().list(language, key)) {
            if (new SmsText(words).encoding() != Encoding.GSM_7) {
                throw fault(language, key, words, "must be in Latin letters");
            }
        }
    }

    /** Whoever has the phone hears it, so it is a shop's, as a cover reply is. */
    private void checkVoice(Language language) {
        for (var sentence : Sentence.values()) {
            checkSaid(language, sentence.phrase());
            if (pack.phrases().list(language, sentence.phrase()).size() > 1) {
                throw fault(language, sentence.phrase(), "", "must be one sentence, not a list: it is recorded");
            }
            var words = pack.phrases().list(language, sentence.phrase()).getFirst();
            if (words.contains("{")) {
                throw fault(language, sentence.phrase(), words, "must hold no value: it is recorded");
            }
            checkDoesNotSay(language, sentence.phrase(), words, NEVER_IN_COVER);
        }
    }

    private void checkDoesNotSay(Language language, String key, String words, Set<String> forbidden) {
        for (var never : new TreeMap<>(folded(forbidden)).entrySet()) {
            if (says(words, never.getKey())) {
                throw fault(language, key, words, "must not say " + never.getValue());
            }
        }
    }

    /** A code, an outcome, a consent and an area have a name in each language. */
    private void checkLabels(Language language) {
        for (var code : pack.codebook().codes()) {
            checkSaid(language, "code." + code.id());
            Optional.ofNullable(code.stage()).ifPresent(stage -> checkSaid(language, "stage." + stage));
            Optional.ofNullable(code.harm()).ifPresent(harm -> checkSaid(language, "harm." + harm));
            Optional.ofNullable(code.need()).ifPresent(need -> checkSaid(language, "need." + need));
        }
        for (var discipline : Discipline.beside()) {
            var key = "missing." + discipline.word();
            checkSaid(language, key);
            var words = pack.phrases().list(language, key).getFirst();
            if (words.length() > LONGEST_MISSING) {
                throw fault(language, key, words, "is longer than " + LONGEST_MISSING + " letters");
            }
            checkDoesNotSay(language, key, words, NEVER_ON_A_PHONE);
        }
        pack.outcomes().forEach(outcome -> checkSaid(language, "outcome." + outcome.id()));
        pack.consents().forEach(consent -> checkSaid(language, "consent." + consent));
        for (var area : pack.gazetteer().areas()) {
            var key = "area." + area.shortCode();
            checkSaid(language, key);
            var words = pack.phrases().list(language, key).getFirst();
            if (!words.equals(area.names().get(language))) {
                throw fault(language, key, words, "is another name than in places.yaml");
            }
        }
    }

    private void checkSaid(Language language, String key) {
        if (!pack.phrases().keys(language).contains(key)) {
            throw fault(language, key, "", "is missing");
        }
    }

    /** Who reads "reply STOP" replies STOP, and can never be asked again. */
    private void checkNoCarriersWord(Language language, String key, String words) {
        for (var word : TextFolding.fold(words).split(" ", -1)) {
            if (pack.codebook().carrierWords().contains(word)) {
                throw fault(language, key, words, "says " + word + ", to which carriers answer by themselves");
            }
        }
    }

    private void checkNothingIsNearACarriersWord() {
        Stream.concat(pack.gazetteer().names().stream(), COMMANDS.stream()).forEach(name -> {
            for (var word : pack.codebook().carrierWords()) {
                if (isASlipFrom(name, word)) {
                    throw new PackFault(folder, "the name \"" + name + "\" is a slip away from " + word
                            + ", to which carriers answer by themselves");
                }
            }
        });
    }

    /** The same, or one letter more, less, other, or two neighbours swapped. */
    static boolean isASlipFrom(String one, String other) {
        var start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var rest = one.substring(start);
        var otherRest = other.substring(start);
        return rest.equals(otherRest)
                || !rest.isEmpty() && rest.substring(1).equals(otherRest)
                || !otherRest.isEmpty() && otherRest.substring(1).equals(rest)
                || !rest.isEmpty() && !otherRest.isEmpty() && rest.substring(1).equals(otherRest.substring(1))
                || isSwapped(rest, otherRest);
    }

    private static boolean isSwapped(String rest, String otherRest) {
        return rest.length() > 1 && otherRest.length() > 1 && rest.charAt(0) == otherRest.charAt(1)
                && rest.charAt(1) == otherRest.charAt(0) && rest.substring(2).equals(otherRest.substring(2));
    }

    /** Latin: a word that begins so, as "arrested" does. Khmer is written without spaces: anywhere. */
    private static boolean says(String words, String folded) {
        var text = " " + TextFolding.fold(words);
        return folded.charAt(0) < 0x80 ? text.contains(" " + folded) : text.replace(" ", "").contains(folded);
    }

    private static Map<String, String> folded(Set<String> words) {
        var folded = new HashMap<String, String>();
        words.forEach(word -> folded.put(TextFolding.fold(word), word));
        return folded;
    }

    private static String filled(String words, Map<String, String> values) {
        var filled = words;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private PackFault fault(Language language, String key, String value, String why) {
        return new PackFault(folder.resolve("phrases." + language.tag() + ".yaml"), key, value, why);
    }

    private static Map.Entry<String, Text> text(String key, String given, String... pieces) {
        return Map.entry(key, new Text(Set.copyOf(Arrays.asList(given.split(" ", -1))), List.of(pieces)));
    }

    private record Text(Set<String> given, List<String> pieces) {}
}
