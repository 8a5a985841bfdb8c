package gateway.telling;

import java.time.Instant;

/** What a responder who is asked after a lapse is told of it: that somebody had it, since when, and when last heard. */
public record Story(String alias, Instant since, Instant heardAt) {

    /** A text to a phone names nobody: a first letter, where any phone can show it. */
    String initial() {
        var first = Character.toUpperCase(alias.codePointAt(0));
        return first >= 'A' && first <= 'Z' ? Character.toString(first) : "?";
    }
}
