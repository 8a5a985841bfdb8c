package gateway.console.alerts;

import gateway.console.frame.VisibleText;
import gateway.console.frame.Words;
import gateway.messaging.Attempt;
import gateway.messaging.MessageKind;
import gateway.messaging.Purpose;
import gateway.messaging.SentMessage;

/** Says in a sentence what became of a message, as far as the carrier told. */
final class MessageWords {

    private MessageWords() {}

    /** What it was for, and whether it was read or heard, as the word of a phrase. */
    static String purpose(SentMessage message) {
        if (message.purpose() == Purpose.NOTICE && message.kind() == MessageKind.CALL) {
            return "notice_call";
        }
        return message.purpose() == Purpose.DISPATCH && message.kind() == MessageKind.CALL ? "dispatch_call"
                : message.purpose().word();
    }

    static String fate(SentMessage message, Words words) {
        var fate = new StringBuilder(words.say("message." + (message.kind() == MessageKind.CALL ? "call-" : "")
                + message.state().word(), "time", words.time(lastMoment(message))));
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
