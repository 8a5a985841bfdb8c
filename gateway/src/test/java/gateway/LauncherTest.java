package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script bin/umbrella, with Javas that only say where they are and what they were asked. */
class LauncherTest {

    private static final String PLAIN_PATH = "/usr/bin:/bin";

    @TempDir
    Path folder;

    private Path script;

    @BeforeEach
    void unpacked() throws IOException {
        folder = folder.toRealPath();
        script = folder.resolve("umbrella/bin/umbrella");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("gateway/src/main/bin/umbrella"), script);
        executable(script);
    }

    @Test
    void the_runtime_beside_it_goes_first() throws Exception {
        java("umbrella/runtime", "25.0.1");
        var other = java("other", "25.0.1");

        assertTrue(run(Map.of("JAVA_HOME", other.toString()), script).startsWith(folder.resolve("umbrella/runtime") + " "));
    }

    @Test
    void then_java_home_then_the_path() throws Exception {
        var byHome = java("by-home", "26");
        var byPath = java("by-path", "25");
        var path = byPath.resolve("bin") + ":" + PLAIN_PATH;

        assertTrue(run(Map.of("JAVA_HOME", byHome.toString(), "PATH", path), script).startsWith(byHome + " "));
        assertTrue(run(Map.of("PATH", path), script).startsWith(byPath + " "));
    }

    @Test
    void a_java_that_is_too_old_is_passed_over() throws Exception {
        var old = java("old", "21.0.5");
        var byPath = java("by-path", "25");

        var said = run(Map.of("JAVA_HOME", old.toString(), "PATH", byPath.resolve("bin") + ":" + PLAIN_PATH), script);

        assertTrue(said.startsWith(byPath + " "), said);
    }

    @Test
    void it_knows_its_home_through_a_link_and_hands_every_word_on() throws Exception {
        java("umbrella/runtime", "25");
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("umbrella/bin/umbrella"));

        var said = run(Map.of(), link, "load", "a file.yaml", "--dry-run");

        var home = folder.resolve("umbrella");
        assertTrue(said.contains(" -cp " + home + "/lib/* gateway.Gateway"), said);
        assertTrue(said.contains("home=" + home + "\n"), said);
        assertTrue(said.endsWith("load|a file.yaml|--dry-run|\n"), said);
    }

    private Path java(String name, String version) throws IOException {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        executable(Files.writeString(home.resolve("bin/java"), """
                #!/bin/sh
                printf '%s ' "$(dirname "$(dirname "$0")")" "$@"
                while [ "$1" != gateway.Gateway ]; do shift; done
                shift
                printf '\\nhome=%s\\n' "$UMBRELLA_HOME"
                printf '%s|' "$@"
                printf '\\n'
                """));
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(Map<String, String> environment, Path command, String... arguments) throws Exception {
        var builder = new ProcessBuilder(command.toString()).redirectErrorStream(true).directory(folder.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", PLAIN_PATH);
        builder.environment().putAll(environment);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
