package gateway.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gateway.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kinds of entries and their fields are kept for ever, since old timelines are read for as long as they stand. A new
 * kind or field is a new line or word in the golden file; no line or word of it is ever changed or taken away.
 */
class TimelineKindsTest {

    private static final Path GOLDEN = Path.of("gateway/src/test/resources/timeline-kinds.txt");

    static Stream<Class<? extends TimelineEntry>> entries() {
        return TimelineEntry.kinds();
    }

    @Test
    void every_kind_and_its_fields_are_those_of_the_golden_file() throws IOException {
        assertEquals(golden(), entries().map(TimelineKindsTest::line).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_comes_back_as_it_was_written(Class<?> type) {
        var entry = sample(type);

        assertEquals(entry, TimelineJson.read(TimelineJson.kind(entry), TimelineJson.write(entry)));
    }

    /** An old entry lacks what was added later: it is read all the same. */
    @Test
    void a_field_that_old_entries_lack_is_null_and_one_that_is_not_known_any_more_is_passed_over() {
        assertEquals(new AlertEntry.Noted("seen"), TimelineJson.read("noted", "{\"words\":\"seen\",\"colour\":\"red\"}"));
        assertEquals("ReportJoined", TimelineJson.read("report_joined", "{}").getClass().getSimpleName());
    }

    @Test
    void a_kind_that_is_not_known_is_not_guessed() {
        assertThrows(IllegalStateException.class, () -> TimelineJson.read("nodded", "{}"));
    }

    @Test
    void a_kind_that_changes_its_name_or_loses_a_field_is_found() throws IOException {
        var line = line(HoldingEntry.Passed.class);

        assertEquals(1, golden().stream().filter(line::equals).count());
        assertEquals(0, golden().stream().filter(line.replace("passed", "declined")::equals).count());
        assertEquals(0, golden().stream().filter(line.replace(" member", "")::equals).count());
    }

    private static List<String> golden() throws IOException {
        return Files.readAllLines(GOLDEN).stream().filter(line -> !line.startsWith("#")).sorted().toList();
    }

    private static String line(Class<?> type) {
        return TimelineJson.kind(sample(type)) + ": " + Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName()).collect(Collectors.joining(" "));
    }

    private static TimelineEntry sample(Class<?> type) {
        return (TimelineEntry) new Samples(_ -> false).of(type);
    }
}
