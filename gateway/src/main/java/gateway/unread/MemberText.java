package gateway.unread;

import gateway.alert.AlertId;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Words from a member's phone that nobody has read yet. Prints none of them.
 *
 * @param alert    the alert that goes on for them; null where they belong to none
 * @param words    null where they cannot be read
 * @param pictured whether pictures came with them, of which we fetch none
 */
public record MemberText(UUID id, MemberId member, @Nullable AlertId alert, @Nullable String words, boolean pictured, Instant at) {

    @Override
    public String toString() {
        return "MemberText[" + id + "]";
    }
}
