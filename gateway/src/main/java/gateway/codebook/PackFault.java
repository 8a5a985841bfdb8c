package gateway.codebook;

import java.nio.file.Path;

/** A fault in a pack's file, named in one line by file, key and value; it stops the start. */
public final class PackFault extends RuntimeException {

    private final String fault;

    public PackFault(Path file, String key, String value, String why) {
        this(file, key + (value.isEmpty() ? "" : " \"" + value + "\"") + " " + why);
    }

    public PackFault(Path file, String fault) {
        super(file + ": " + fault);
        this.fault = file + ": " + fault;
    }

    @Override
    public String getMessage() {
        return fault;
    }
}
