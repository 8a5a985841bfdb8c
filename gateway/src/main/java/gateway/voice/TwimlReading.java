package gateway.voice;

/** What becomes of TwiML that is read: a script, or the reason why it is none of ours. */
public sealed interface TwimlReading {

    record Understood(Script script) implements TwimlReading {}

    /** @param why names the verb or attribute; it holds nothing of what is said or dialled */
    record Outside(String why) implements TwimlReading {}
}
