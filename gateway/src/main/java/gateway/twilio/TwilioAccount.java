package gateway.twilio;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account with Twilio. Prints itself without its tokens, which sign what comes in and open what goes out.
 *
 * @param sid           opaque text of any length
 * @param previousToken the token before, good for incoming requests while it is being replaced
 */
public record TwilioAccount(String sid, String token, @Nullable String previousToken) {

    /** What an incoming request may be signed with. */
    List<String> tokens() {
        return Stream.of(token, previousToken == null ? "" : previousToken).filter(one -> !one.isEmpty()).toList();
    }

    @Override
    public String toString() {
        return "TwilioAccount[sid=" + sid + ", masked]";
    }
}
