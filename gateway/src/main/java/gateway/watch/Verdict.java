package gateway.watch;

/** Well or not, and why, in one plain line. */
public record Verdict(boolean isWell, String reason) {

    static Verdict well(String reason) {
        return new Verdict(true, reason);
    }

    static Verdict ill(String reason) {
        return new Verdict(false, reason);
    }
}
