package gateway.console.frame;

import gateway.member.Member;
import gateway.phone.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request of a browser: who signed in from it, in which language and with which clock it reads.
 *
 * @param unread how many reports and words of members wait to be read, as far as the reader may
 */
public record Visit(@Nullable Session session, Language language, ZoneId zone, Instant now, Optional<PageNotice> notice,
        int unread) {

    /** The session of one who is signed in; the route table sees to it that there is one. */
    public Session signedIn() {
        if (session == null) {
            throw new IllegalStateException("this page is for members");
        }
        return session;
    }

    public Member member() {
        return signedIn().member();
    }

    public boolean isCoordinator() {
        return session != null && session.isCoordinator();
    }
}
