package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One word for one thing: the words that VOCABULARY.md's table forbids stand in no name, table, URL or template. */
class VocabularyTest {

    private static final Path MAIN = Path.of("gateway/src/main");

    /** Names that are not ours to give. */
    private static final Pattern OF_LIBRARIES = Pattern.compile("\\bUnaryOperator\\b|\\bPgSubscriber(\\.subscriber\\b)?");

    private static final Pattern ROW = Pattern.compile("(?m)^\\|[^|]*\\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern FORBIDDEN = Pattern.compile("([\\p{L}]+)★");

    private static final Pattern JAVA_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)//(?![^\"\n]*\").*$");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*$");
    private static final Pattern JAVA_TEXT = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"");
    /** A text that is an address, or SQL, is full of names; any other is words for people or machines. */
    private static final Pattern ADDRESS = Pattern.compile("\"/[\\w/:.*-]*\"");
    private static final Pattern SQL_COMMENT = Pattern.compile("(?m)--.*$|COMMENT ON [^;]*;");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");
    private static final String WORDS_IN_A_NAME = "_|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|(?<=\\d)(?=\\p{L})";

    static Set<String> forbidden() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of("gateway/VOCABULARY.md"))).results().map(row -> row.group(1));
        return FORBIDDEN.matcher(rows.collect(Collectors.joining(" "))).results()
                .map(word -> word.group(1).toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_table_forbids_what_the_field_says_and_we_do_not() throws IOException {
        assertTrue(forbidden().containsAll(Set.of("caller", "victim", "suspect", "inmate", "incident", "ticket", "ack",
                "notification", "assignment", "dispatcher", "volunteer", "operator", "schedule", "rota", "disposition")),
                () -> "the table was not read");
    }

    @Test
    void names_in_the_code_are_our_words() throws IOException {
        assertEquals(List.of(), found(MAIN.resolve("java"), ".java", VocabularyTest::namesInJava));
    }

    @Test
    void tables_columns_and_states_are_our_words() throws IOException {
        assertEquals(List.of(), found(Path.of("migrations"), ".sql", VocabularyTest::namesInSql));
    }

    @Test
    void templates_are_named_by_our_words_and_so_is_what_they_use() throws IOException {
        assertEquals(List.of(), found(MAIN.resolve("jte"), ".jte", VocabularyTest::namesInTemplate));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void every_forbidden_word_is_found_wherever_it_stands(String word) throws IOException {
        var large = Character.toUpperCase(word.charAt(0)) + word.substring(1);

        assertEquals(List.of(word), bad(namesInJava("final class Open" + large + "s {}")));
        assertEquals(List.of(word), bad(namesInJava("int " + word + "Count = 1; // one")));
        assertEquals(List.of(word), bad(namesInJava("static final int LAST_" + word.toUpperCase(Locale.ROOT) + " = 1;")));
        assertEquals(List.of(word), bad(namesInJava("router.get(\"/" + word + "s/:number\")")));
        assertEquals(List.of(word), bad(namesInJava("var sql = \"\"\"\n    SELECT " + word + "_id FROM alert\n\"\"\";")));
        assertEquals(List.of(word), bad(namesInSql("CREATE TABLE open_" + word + " (id uuid);")));
        assertEquals(List.of(word), bad(namesInTemplate("<p class=\"" + word + "\">")));
    }

    /** What only looks like a forbidden word, or stands where people speak, is let be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            final class Backoff {}
            void track(int rotation) {}
            /** The caller waits. */ int count;
            int count; // the caller waits
            log.info("The caller is told");
            """)
    void what_only_looks_like_a_forbidden_word_is_let_be(String source) throws IOException {
        assertEquals(List.of(), bad(namesInJava(source)));
    }

    private interface Names {
        Stream<String> in(String source);
    }

    private static List<String> found(Path folder, String ending, Names names) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().endsWith(ending)).sorted().toList()) {
                var name = file.getFileName().toString();
                var inside = Stream.concat(names(name.substring(0, name.length() - ending.length()).replace('-', '_')),
                        names.in(Files.readString(file)));
                bad(inside).forEach(word -> found.add(file + " says " + word));
            }
        }
        assertTrue(Files.exists(folder), folder + " is there");
        return found;
    }

    private static List<String> bad(Stream<String> names) throws IOException {
        var forbidden = forbidden();
        return names.flatMap(name -> Stream.of(name.split(WORDS_IN_A_NAME)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.of(word, word.replaceFirst("s$", "")))
                .filter(forbidden::contains).distinct().sorted().toList();
    }

    private static Stream<String> namesInJava(String source) {
        var code = OF_LIBRARIES.matcher(IMPORT.matcher(JAVA_COMMENT.matcher(source).replaceAll("")).replaceAll(""))
                .replaceAll("");
        var texts = JAVA_TEXT.matcher(code).results().map(text -> text.group())
                .filter(text -> text.startsWith("\"\"\"") || ADDRESS.matcher(text).matches());
        return Stream.concat(names(JAVA_TEXT.matcher(code).replaceAll("\"\"")), texts.flatMap(VocabularyTest::names));
    }

    private static Stream<String> namesInSql(String source) {
        return names(SQL_COMMENT.matcher(source).replaceAll(""));
    }

    private static Stream<String> namesInTemplate(String source) {
        return names(source.replace('-', '_'));
    }

    private static Stream<String> names(String source) {
        return NAME.matcher(source).results().map(name -> name.group());
    }
}
