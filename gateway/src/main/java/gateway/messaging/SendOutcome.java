package gateway.messaging;

/** What became of one attempt, as far as the carrier's answer tells: a closed list. */
public sealed interface SendOutcome {

    /** The carrier has it, under this id. */
    record Accepted(String carrierId) implements SendOutcome {}

    /** Surely not taken: too many requests, no connection, an account that is ill. Safe to send again. */
    record NotTaken(String why) implements SendOutcome {}

    /** Perhaps taken: the answer never came, or could not be read. Sent once more, marked as a repeat. */
    record Unknown(String why) implements SendOutcome {}

    /** Never: a stopped, wrong or unreachable number. Whoever asked must find another way. */
    record Refused(String why) implements SendOutcome {}
}
