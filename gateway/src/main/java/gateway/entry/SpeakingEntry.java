package gateway.entry;

import gateway.member.MemberId;
import java.util.UUID;

/** What was said to the reporter and to witnesses, and who was joined with whom in a call. */
public sealed interface SpeakingEntry extends TimelineEntry {

    /** A witness who agreed to it was told that somebody has it. */
    record WitnessTold(UUID message) implements SpeakingEntry {}

    /** A witness was not told after all; the word is that of the phrase {@code reply.<why>}. */
    record WitnessNotTold(String why) implements SpeakingEntry {}

    /** A member wants to speak with the reporter, so the member's own phone is rung first. */
    record RingBackAsked(MemberId member, String reason) implements SpeakingEntry {
        @Override
        public String toString() {
            return "RingBackAsked[member=" + member + "]";
        }
    }

    /** The reporter's phone may not be rung, or may no longer; the word is that of the phrase {@code ring-back.<why>}. */
    record RingBackRefused(MemberId member, String why) implements SpeakingEntry {}

    /** The member pressed a key, and the reporter's phone is rung to join the two. */
    record RingBackDialled(MemberId member) implements SpeakingEntry {}

    /** How that ended; the word is that of the phrase {@code ring-back-end.<how>}: they spoke, or nobody answered. */
    record Bridged(MemberId member, String how) implements SpeakingEntry {}

    /** The reporter was on the line, and this responder pressed a key: the two were joined. Nothing of it is recorded. */
    record CallJoined(MemberId member) implements SpeakingEntry {}

    /** Who has the alert rang in, keyed her code, and was joined with another member. Nothing of it is recorded. */
    record MembersJoined(MemberId holder, MemberId with) implements SpeakingEntry {}

    /** The reporter rang, and chose at enrolment to be called back: the phone is rung. */
    record CalledBack(UUID message) implements SpeakingEntry {}

    /** A reply went to the reporter's phone. */
    record ReporterAnswered(UUID message) implements SpeakingEntry {}

    /** A reply was due and was not sent; the word is that of the phrase {@code reply.<why>}. */
    record ReplyWithheld(String why) implements SpeakingEntry {}
}
