package gateway.reading;

/**
 * A text of the pack with the code that is wanted of it.
 *
 * @param line   its line in the file
 * @param wanted the mark of a code, or ? where none is wanted; something else where the line is no sample
 */
public record Sample(int line, String text, String wanted) {}
