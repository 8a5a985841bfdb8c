package gateway.escalation;

/**
 * How far a ladder has come.
 *
 * @param step  the rung to be asked next, from 0; beyond the last means that the policy is exhausted
 * @param round how often the last resort has been asked
 */
public record Climb(int step, int round) {

    public static final Climb START = new Climb(0, 0);
}
