package gateway.codebook;

/** What a text means, as far as the codebook tells. Whatever it is, a human hears of it. */
public sealed interface Reading {

    Code code();

    /** One code, and the words after it. */
    record Coded(Code code, String note) implements Reading {}

    /** No code: a human reads it. Its code is the codebook's own for that. */
    record Unclear(Code code) implements Reading {}
}
