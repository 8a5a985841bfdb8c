package gateway.holding;

/** What came of saying that an alert has ended. */
public enum ResolveResult {
    RESOLVED,
    ALREADY_RESOLVED,
    /** Not every arrestee has an outcome, or one that the pack does not know. */
    OUTCOME_MISSING
}
