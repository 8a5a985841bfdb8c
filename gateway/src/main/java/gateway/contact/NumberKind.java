package gateway.contact;

/** What is known of a number itself, whoever has it. Only an ordinary one may ever be written to or rung. */
public enum NumberKind {
    ORDINARY,
    /** Withheld, or letters, or a short code: nothing one could answer. */
    NOT_A_NUMBER,
    /** The pack says that this number is never contacted: a police line, a government office. */
    NEVER_CONTACT,
    /** One of our own hotlines. */
    OUR_OWN,
    /** A member's phone that was lost, or whose owner forbade us to text it. */
    BARRED
}
