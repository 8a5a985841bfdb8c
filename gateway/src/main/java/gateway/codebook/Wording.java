package gateway.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The words that a line of a lexicon stands for: "rap(e|ed|ing)" are three, "took( all)? <us>" are two for each word of the
 * set "us". Pure.
 */
final class Wording {

    /** More would be a slip of the pen: each is looked at when the pack is loaded. */
    private static final int MOST = 4_000;

    private final String line;
    private final Map<String, List<String>> sets;
    private int at;

    private Wording(String line, Map<String, List<String>> sets) {
        this.line = line;
        this.sets = sets;
    }

    /** @throws IllegalArgumentException with what is wrong with the line */
    static List<String> of(String line, Map<String, List<String>> sets) {
        var wording = new Wording(line, sets);
        var words = wording.alternatives();
        if (wording.at < line.length()) {
            throw new IllegalArgumentException("has a ) without a (");
        }
        return words.stream().map(Wording::withSingleSpaces).distinct().toList();
    }

    private static String withSingleSpaces(String word) {
        var single = word.strip();
        while (single.contains("  ")) {
            single = single.replace("  ", " ");
        }
        return single;
    }

    private List<String> alternatives() {
        var all = new ArrayList<>(sequence());
        while (at < line.length() && line.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<String> sequence() {
        var words = List.of("");
        while (at < line.length() && line.charAt(at) != '|' && line.charAt(at) != ')') {
            words = joined(words, piece());
        }
        return words;
    }

    private List<String> piece() {
        var sign = line.charAt(at++);
        return switch (sign) {
            case '(' -> group();
            case '<' -> set();
            default -> List.of(String.valueOf(sign));
        };
    }

    private List<String> group() {
        var all = new ArrayList<>(alternatives());
        if (at == line.length()) {
            throw new IllegalArgumentException("has a ( without a )");
        }
        at++;
        if (at < line.length() && line.charAt(at) == '?') {
            at++;
            all.add("");
        }
        return all;
    }

    private List<String> set() {
        var end = line.indexOf('>', at);
        if (end < 0) {
            throw new IllegalArgumentException("has a < without a >");
        }
        var name = line.substring(at, end);
        at = end + 1;
        var words = sets.get(name);
        if (words == null) {
            throw new IllegalArgumentException("has <" + name + ">, which is no set of this file");
        }
        return words;
    }

    private static List<String> joined(List<String> before, List<String> after) {
        if (before.size() * after.size() > MOST) {
            throw new IllegalArgumentException("stands for more than " + MOST + " words");
        }
        var joined = new ArrayList<String>(before.size() * after.size());
        before.forEach(first -> after.forEach(second -> joined.add(first + second)));
        return joined;
    }
}
