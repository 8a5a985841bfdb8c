package gateway.settings;

/** A setting nobody may read over a shoulder or in a log: prints itself masked. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "Secret[masked]";
    }
}
