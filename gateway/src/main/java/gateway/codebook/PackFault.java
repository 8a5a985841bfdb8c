package gateway.codebook;

import java.nio.file.Path;

/** A fault in a pack's file, named by file, key and value; it stops the start. */
public final class PackFault extends RuntimeException {

    public PackFault(Path file, String key, String value, String why) {
        super(file + ": " + key + (value.isEmpty() ? "" : " \"" + value + "\"") + " " + why);
    }

    public PackFault(Path file, String why) {
        super(file + ": " + why);
    }
}
