package gateway.console.frame;

import gateway.member.Member;
import gateway.member.Role;
import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param byLink whether it began with a one-time link; for a quarter of an hour its member may then choose a password
 */
public record Session(byte[] idHash, Member member, Instant madeAt, Instant seenAt, boolean byLink) {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration COORDINATOR_IDLE = Duration.ofMinutes(15);
    private static final Duration RESPONDER_IDLE = Duration.ofHours(1);
    private static final Duration SEEN_OFTEN_ENOUGH = Duration.ofSeconds(30);

    boolean isAlive(Instant now) {
        var idle = isCoordinator() ? COORDINATOR_IDLE : RESPONDER_IDLE;
        return now.isBefore(madeAt.plus(LONGEST)) && now.isBefore(seenAt.plus(idle));
    }

    boolean isCoordinator() {
        return member.is(Role.COORDINATOR);
    }

    /** Whether a new password may be chosen without the old one. */
    public boolean isFreshFromLink(Instant now) {
        return byLink && now.isBefore(madeAt.plus(SignInLinks.LIFE));
    }

    boolean wantsSeenNoted(Instant now) {
        return now.isAfter(seenAt.plus(SEEN_OFTEN_ENOUGH));
    }

    @Override
    public String toString() {
        return "Session[" + member + "]";
    }
}
