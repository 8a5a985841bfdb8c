package gateway.network;

/**
 * One thing that is wrong with a network file.
 *
 * @param line    where it stands, from 1
 * @param value   what stands there
 * @param problem what is wrong with it, and what is allowed
 */
public record Fault(int line, String value, String problem) {

    private static final int SHOWN = 60;

    /** The plain line for the command line; a long value is cut, and what would move the cursor is not shown. */
    @Override
    public String toString() {
        var shown = value.codePoints().limit(SHOWN)
                .map(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return "line " + line + ": " + (value.isEmpty() ? "" : "\"" + shown + "\" ") + problem;
    }
}
