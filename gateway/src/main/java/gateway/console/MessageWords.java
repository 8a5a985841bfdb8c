package gateway.console;

import gateway.messaging.Attempt;
import gateway.messaging.SentMessage;

/** Says in a sentence what became of a message, as far as the carrier told. */
final class MessageWords {

    private MessageWords() {}

    static String fate(SentMessage message, Words words) {
        var fate = new StringBuilder(words.say("message." + message.state().word(), "time", words.time(lastMoment(message))));
        if (!message.attempts().isEmpty()) {
            var last = message.attempts().getLast();
            if (last.error() != null) {
                fate.append(' ').append(words.say("message.error", "error", VisibleText.of(last.error())));
            }
            if (message.attempts().size() > 1) {
                fate.append(' ').append(words.say("message.tries", "tries", Integer.toString(message.attempts().size())));
            }
            if (message.attempts().stream().anyMatch(Attempt::repeat)) {
                fate.append(' ').append(words.say("message.repeated"));
            }
        }
        return fate.toString();
    }

    private static java.time.Instant lastMoment(SentMessage message) {
        if (message.cancelledAt() != null) {
            return message.cancelledAt();
        }
        return message.attempts().isEmpty() ? message.madeAt() : message.attempts().getLast().changedAt();
    }
}
