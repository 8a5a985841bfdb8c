package gateway.codebook;

/**
 * Letters of a folded text that something else has understood, so that nothing in them is read as a code.
 *
 * @param code the id of the code that they mean all the same, such as a place of custody's; empty where they mean none
 */
public record Aside(int from, int to, String code) {}
