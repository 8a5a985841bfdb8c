package gateway.roster;

/**
 * What a roster asks of those who come on call.
 *
 * @param confirms whether they are asked for their word
 * @param swaps    whether a shift changes hands by the two alone, or with a coordinator's say
 */
public record ShiftRules(boolean confirms, Swaps swaps) {

    /** Who comes on call is asked, and whoever accepts a shift has it. */
    public static final ShiftRules DEFAULT = new ShiftRules(true, Swaps.FREE);

    /** Who decides when a shift changes hands. */
    public enum Swaps {
        FREE, COORDINATOR;

        /** As files and the database write it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Swaps of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
