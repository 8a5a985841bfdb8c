package gateway.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import gateway.Gateway;
import gateway.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code umbrella read}, as the contract has it. No database is there: it needs none. */
class ReadCommandTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "GATEWAY_DATABASE_URL", "postgresql://nobody:nothing@127.0.0.1:9/none"));

    @Test
    void a_text_is_one_line_of_json() {
        assertEquals(List.of("""
                {"text":"8 girls arrested wat phnom","reading":"coded","code":"1","codes":["1"],"area":"DP","people":8,\
                "tag":null,"silent":false}"""), read("", "8 girls arrested wat phnom"));
        assertEquals(List.of("""
                {"text":"1 9 #Lotus","reading":"two-codes","code":"9","codes":["9","1"],"area":null,"people":null,\
                "tag":"lotus","silent":true}"""), read("", "1 9 #Lotus"));
    }

    @Test
    void what_is_unclear_has_no_code_and_neither_has_a_safe_word_that_nobody_can_check_here() {
        for (var text : List.of("polite", "8 mango", "")) {
            assertEquals(List.of("{\"text\":\"" + text + "\",\"reading\":\"unclear\",\"code\":null,\"codes\":[],"
                    + "\"area\":null,\"people\":null,\"tag\":null,\"silent\":false}"), read("", text));
        }
        assertTrue(read("", "8").getFirst().contains("\"reading\":\"coded\",\"code\":\"8\""));
    }

    @Test
    void why_names_the_words_and_the_rule() {
        var line = read("", "--why", "my friend arrested").getFirst();

        assertTrue(line.contains("{\"words\":\"arrested\",\"rule\":\"word\",\"code\":\"1\"}"), line);
        assertTrue(line.contains("\"mild\":false"), line);
    }

    @Test
    void a_word_about_to_be_added_is_tried_on_the_samples_of_the_pack_and_on_texts() {
        var nothing = read("", "--add", "zxqwv=2", "zxqwv");
        assertEquals(2, nothing.size());
        assertTrue(nothing.getFirst().endsWith("\"changed\":0}"), nothing.getFirst());
        assertTrue(nothing.getLast().startsWith("{\"text\":\"zxqwv\",\"reading\":\"coded\",\"code\":\"2\""), nothing.getLast());

        var market = read("", "--add", "market=4");
        assertTrue(market.size() > 1, "some sample has a market in it");
        assertTrue(market.getFirst().matches("\\{\"sample\":\\d+,\"text\":.*market.*\"wanted\":.*\"before\":.*\"after\":.*4.*"), market.getFirst());
        assertTrue(market.getLast().endsWith("\"changed\":" + (market.size() - 1) + "}"), market.getLast());
    }

    @Test
    void a_word_with_which_the_pack_would_be_refused_is_one_line_and_exit_code_2() {
        for (var word : List.of("arrested=4", "market", "market=x", "=1", "zxqwv=8", "(market=1")) {
            var ran = run("", "--add", word);
            assertEquals(2, ran.code(), word);
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void several_texts_are_several_lines_and_so_is_standard_input() {
        var texts = read("", "1", "ចាប់ ៣នាក់", "\"'\n");
        var lines = read("1\nចាប់ ៣នាក់\n\n<script>\n");

        assertEquals(3, texts.size());
        assertEquals(4, lines.size());
        assertEquals(texts.subList(0, 2), lines.subList(0, 2));
        assertTrue(lines.get(1).startsWith("{\"text\":\"ចាប់ ៣នាក់\",\"reading\":\"coded\",\"code\":\"1\""), lines.get(1));
        assertTrue(lines.get(1).contains("\"people\":3"), lines.get(1));
    }

    @Test
    void a_text_that_looks_like_an_option_or_a_file_is_a_text() {
        for (var text : List.of("-1", "-x chab", "@pom.xml", "--chab")) {
            var read = read("", text);
            assertEquals(1, read.size(), text);
            assertTrue(read.getFirst().startsWith("{\"text\":\"" + text + "\",\"reading\":\""), read.getFirst());
        }
    }

    @Test
    void a_fault_in_settings_or_pack_is_one_line_and_exit_code_2(@TempDir Path folder) {
        environment.put("GATEWAY_PACK", BadPack.with(folder, "codebook.yaml", "sos, chab", "help, chab").toString());
        var badPack = run("", "1");
        environment.put("GATEWAY_HTTP_PORT", "none");
        var badSettings = run("", "1");

        assertEquals(2, badPack.code());
        assertEquals(1, badPack.err().lines().count(), badPack.err());
        assertTrue(badPack.err().contains("\"help\" is a slip away from help"), badPack.err());
        assertEquals(2, badSettings.code());
        assertEquals(1, badSettings.err().lines().count(), badSettings.err());
    }

    private record Ran(int code, String out, String err) {}

    private List<String> read(String input, String... texts) {
        var ran = run(input, texts);
        assertEquals(0, ran.code(), ran.err());
        return ran.out().lines().toList();
    }

    private Ran run(String input, String... texts) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new String[texts.length + 1];
        arguments[0] = "read";
        System.arraycopy(texts, 0, arguments, 1, texts.length);
        var code = Gateway.commandLine(() -> Settings.read(Path.of("").toAbsolutePath(), environment),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
