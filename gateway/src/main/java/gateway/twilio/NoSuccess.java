package gateway.twilio;

import gateway.messaging.SendOutcome;

/** Carries what became of a request past twilio-java, which knows success and failure only. */
final class NoSuccess extends RuntimeException {

    private final transient SendOutcome outcome;

    NoSuccess(SendOutcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    SendOutcome outcome() {
        return outcome;
    }
}
