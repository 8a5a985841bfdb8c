package gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** The embedded server's passwords, made at random once and kept in a file of their own. Never prints them. */
record RolePasswords(String superuser, String owner, String runner) {

    private static final int BYTES = 24;

    static RolePasswords readOrMake(Path file, RandomGenerator random) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, String.join("\n", make(random), make(random), make(random), ""));
        }
        return read(file);
    }

    static RolePasswords read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return new RolePasswords(lines.get(0), lines.get(1), lines.get(2));
    }

    @Override
    public String toString() {
        return "RolePasswords[masked]";
    }

    private static String make(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
