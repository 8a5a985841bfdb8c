package gateway.codebook;

import java.nio.file.Path;

/** A fault in a pack's file, named in one line by file, key and value; it stops the start. */
public final class PackFault extends RuntimeException {

    private final String fault;
    private final String named;

    public PackFault(Path file, String key, String value, String why) {
        this(file, key + (value.isEmpty() ? "" : " \"" + value + "\"") + " " + why);
    }

    public PackFault(Path file, String fault) {
        super(file + ": " + fault);
        this.fault = file + ": " + fault;
        this.named = file.getFileName() + ": " + fault;
    }

    /** The fault with the file's name alone: a page tells nothing of the machine's folders. */
    public String named() {
        return named;
    }

    @Override
    public String getMessage() {
        return fault;
    }
}
