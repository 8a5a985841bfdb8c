package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Code;
import gateway.codebook.Reading;
import gateway.pack.TestPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Some five hundred texts, written by hand with what each should be read as: {@code texts.txt}. */
class TextsTest {

    private static final Understanding UNDERSTANDING = new Understanding(TestPack.PHNOM_PENH.codebook(), TestPack.PHNOM_PENH.gazetteer());
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})|\\\\n|\\\\\\\\");

    static final List<Row> ROWS = rows();

    record Row(String kind, String text, String reading, String codes, String area, String people, String tag) {}

    @ParameterizedTest
    @FieldSource("ROWS")
    void a_text_is_read_as_whoever_wrote_it_meant_it(Row row) {
        var understood = UNDERSTANDING.of(row.text());

        assertEquals(List.of(row.reading(), row.codes(), row.area(), row.people(), row.tag()), List.of(
                nameOf(understood),
                understood.reading() instanceof Reading.Unclear ? ""
                        : understood.reading().codes().stream().map(Code::mark).collect(Collectors.joining(",")),
                understood.area() == null ? "" : understood.area(),
                understood.people() == 0 ? "" : Integer.toString(understood.people()),
                understood.tag() == null ? "" : understood.tag()));
    }

    @ParameterizedTest
    @FieldSource("ROWS")
    void what_was_understood_says_by_which_words(Row row) {
        var understood = UNDERSTANDING.of(row.text());

        assertAll(
                () -> assertTrue(row.text().contains(understood.areaFrom())),
                () -> assertTrue(row.text().contains(understood.peopleFrom())),
                () -> assertEquals(understood.area() == null, understood.areaFrom().isEmpty()),
                () -> assertEquals(understood.people() == 0, understood.peopleFrom().isEmpty()),
                () -> assertEquals(understood.reading().codes().getFirst(), understood.code()));
    }

    @Test
    void there_are_enough_of_every_kind_and_none_twice() {
        var counts = ROWS.stream().collect(Collectors.groupingBy(Row::kind, Collectors.counting()));
        var khmer = ROWS.stream().filter(row -> row.text().codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER)).count();

        assertTrue(ROWS.size() >= 300, "rows: " + ROWS.size());
        assertTrue(khmer >= 60, "in Khmer letters: " + khmer);
        assertTrue(counts.getOrDefault("romanised", 0L) >= 40, counts.toString());
        assertTrue(counts.getOrDefault("hostile", 0L) >= 60, counts.toString());
        assertEquals(ROWS.size(), ROWS.stream().map(Row::text).distinct().count());
    }

    @Test
    void an_eight_among_other_words_is_safe_to_nobody() {
        ROWS.stream().filter(row -> !row.reading().equals("safe-word")).map(row -> UNDERSTANDING.of(row.text()))
                .filter(understood -> understood.code().guarded())
                .forEach(understood -> assertEquals(List.of(understood.code()), understood.reading().codes()));
        assertEquals(Map.of("8", 7L), ROWS.stream().filter(row -> row.codes().contains("8") && row.reading().equals("coded"))
                .collect(Collectors.groupingBy(Row::codes, Collectors.counting())));
    }

    private static String nameOf(Understood understood) {
        if (!understood.safeWord().isEmpty()) {
            return "safe-word";
        }
        return switch (understood.reading()) {
            case Reading.Coded _ -> "coded";
            case Reading.TwoCodes _ -> "two-codes";
            case Reading.Unclear _ -> "unclear";
        };
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var kind = "";
        for (var line : lines()) {
            if (line.startsWith("== ")) {
                kind = line.substring(3);
            } else if (!kind.isEmpty() && !line.isBlank()) {
                var cells = line.split("\\|", -1);
                rows.add(new Row(kind, unescaped(cells[0].strip()), cells[1].strip(), cells[2].strip(), cells[3].strip(),
                        cells[4].strip(), cells[5].strip()));
            }
        }
        return List.copyOf(rows);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("gateway/src/test/resources/texts.txt"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String unescaped(String cell) {
        return ESCAPE.matcher(cell).replaceAll(escape -> Matcher.quoteReplacement(switch (escape.group()) {
            case "\\n" -> "\n";
            case "\\\\" -> "\\";
            default -> Character.toString((char) Integer.parseInt(escape.group(1), 16));
        }));
    }
}
