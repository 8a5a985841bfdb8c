package gateway.replyword;

import gateway.messaging.Phrases;
import gateway.phone.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Knows our own texts again when a phone sends them back, whole: pasted before an answer, quoted by a reaction, or returned
 * by a machine. The words of ours that stand in them are nobody's reply.
 */
public final class OwnTexts {

    static final OwnTexts NONE = new OwnTexts(List.of());

    private static final Set<String> KINDS = Set.of("dispatch", "digest", "hand-over", "answer", "reminder", "offer", "notice", "stand-down");
    /** "dispatch.repeat" is another text with a word before it. */
    private static final String REPEAT = "dispatch.repeat";
    private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z-]*)}");
    private static final Pattern REACTION = Pattern.compile("^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|"
            + "reacted .{1,12}?(?: to)?|removed .{1,30}? from|\\W{1,12} to)\\s*[\"“”«'‘]", Pattern.CASE_INSENSITIVE);
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    private final List<Own> texts;

    /** @param telling the longest piece of it that is always the same: without it, the whole is not looked for */
    private record Own(Pattern whole, String telling) {}

    private OwnTexts(List<Own> texts) {
        this.texts = texts;
    }

    public static OwnTexts of(Phrases phrases) {
        var sentences = new ArrayList<String>();
        for (var language : Language.values()) {
            phrases.keys(language).stream()
                    .filter(key -> KINDS.contains(key.substring(0, Math.max(key.indexOf('.'), 0))) && !key.equals(REPEAT))
                    .forEach(key -> sentences.addAll(phrases.list(language, key)));
        }
        return new OwnTexts(sentences.stream().filter(OwnTexts::isToldApart).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Reply::tidy).map(sentence -> new Own(Pattern.compile(pattern(sentence), FLAGS), telling(sentence))).toList());
    }

    /** A reaction to one of ours, as some phones send it in words. */
    boolean isReaction(String text) {
        return REACTION.matcher(text).find();
    }

    /** The text without what is ours; where nothing of it is, the text as it was. */
    public String cut(String text) {
        var left = text;
        var small = text.toLowerCase(Locale.ROOT);
        for (var own : texts) {
            if (small.contains(own.telling)) {
                left = own.whole.matcher(left).replaceAll(" ");
            }
        }
        return left;
    }

    /** Short ones might be anybody's words. */
    private static boolean isToldApart(String sentence) {
        return Phrases.places(sentence).stream().anyMatch(Set.of("number", "code", "codes", "replies", "time", "count")::contains)
                && PLACE.matcher(sentence).replaceAll("").codePoints().filter(Character::isLetter).count() >= 5;
    }

    private static String telling(String sentence) {
        return PLACE.splitAsStream(sentence).flatMap(piece -> Pattern.compile("\\s+").splitAsStream(piece))
                .max(Comparator.comparingInt(String::length)).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String pattern(String sentence) {
        var places = PLACE.matcher(sentence);
        var pattern = new StringBuilder();
        var from = 0;
        while (places.find()) {
            pattern.append(literal(sentence.substring(from, places.start()))).append(value(places.group(1)));
            from = places.end();
        }
        // Where it goes on, it is no whole text of ours.
        return pattern.append(literal(sentence.substring(from))).append("(?!\\s*(?:or\\b|and\\b|[,/]))").toString();
    }

    private static String literal(String words) {
        return Pattern.compile("\\s+").splitAsStream(words + "\u0000").map(word -> word.replace("\u0000", ""))
                .map(word -> word.isEmpty() ? "" : Pattern.quote(word)).collect(Collectors.joining("\\s+"));
    }

    private static String value(String place) {
        return switch (place) {
            case "number", "other" -> "[0-9]{3,8}-[0-9]";
            case "code" -> "[0-9]{6}(?:, (?:[a-z-]+ )?[0-9]{6})*";
            case "codes" -> "(?:[0-9]{3,8}-[0-9] [0-9]{6}(?:, )?)+";
            case "replies" -> "(?:[0-9]{3,8}-[0-9](?: [A-Z]{2,4}(?: 30)? [0-9]{6}[,;]?)+ ?)+";
            case "time", "until" -> "[0-9]{1,2}:[0-9]{2}";
            case "mark" -> "[0-9?M]";
            case "count", "more", "texts", "least", "most" -> "[0-9]{1,4}";
            case "area", "people", "story" -> ".{0,40}?";
            default -> ".{1,60}?";
        };
    }
}
