package gateway.entry;

import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came in, and what was made of it. */
public sealed interface ReportEntry extends TimelineEntry {

    /** A report opened the alert. {@code toBeRead}: a human must read its words; older entries lack it. */
    record Opened(UUID report, String code, String pack, @Nullable String area, int arrestees, boolean presumedSeized,
            boolean knownHotline, List<Discipline> ladders, boolean toBeRead) implements ReportEntry {}

    /** A later report joined it. {@code askedAfresh}: it was grave enough to ask again; a holder keeps it. */
    record ReportJoined(UUID report, String code, String gravestCode, @Nullable String area, boolean presumedSeized,
            boolean askedAfresh, boolean toBeRead) implements ReportEntry {}

    /**
     * Words came from a member's phone that were no reply; whether she wrote them herself nobody knows.
     *
     * @param text where they are kept until somebody has read them
     */
    record MemberTexted(UUID text, MemberId member, String words) implements ReportEntry {
        @Override
        public String toString() {
            return "MemberTexted[" + member + "]";
        }
    }

    /** The phone that opened the alert is a member's. */
    record FromMember(MemberId member) implements ReportEntry {}

    /**
     * It is known whom the alert is about: by the person's own phone, or by her tag.
     *
     * @param borrowed whether it came from a phone that is not hers
     */
    record PersonRecognised(UUID enrolment, boolean borrowed) implements ReportEntry {}

    /** A text asked that nobody reply or ring, whatever else it said. */
    record SilenceAsked(UUID report) implements ReportEntry {}

    /**
     * A report names something that a human has yet to confirm.
     *
     * @param kind the word of {@link Proposal.Kind}
     * @param what one of the pack's ids, an area's short code or a head count
     */
    record Proposed(UUID proposal, UUID report, String kind, String what) implements ReportEntry {}

    /**
     * A human confirmed what was proposed, or declined it.
     *
     * @param arrestees the ordinals of those for whom a confirmed stage stands
     * @param area      the alert's area from then on
     */
    record ProposalDecided(UUID proposal, String kind, String what, boolean confirmed, List<Integer> arrestees,
            @Nullable String area) implements ReportEntry {}

    /** A human read a report that was not understood, and coded it; the rest is as if it had come so. */
    record ReportRead(UUID report, String code, String gravestCode, @Nullable String area, boolean presumedSeized,
            boolean askedAfresh) implements ReportEntry {}

    /** Nobody read a report in time: what nobody has is asked of the next at once. */
    record LeftUnread(UUID report) implements ReportEntry {}

    /** A report said "safe" without the word agreed with her, as was found once it was compared: it is asked for again. */
    record AskedAfresh(UUID report) implements ReportEntry {}

    /** A report was one word to which carriers answer by themselves; {@code why}: of which sort it is. */
    record CarrierWord(String why) implements ReportEntry {}

    /** The reporter's phone can no longer be texted; {@code why}: she texted such a word, or the carrier said so. */
    record PhoneBlocked(String why) implements ReportEntry {}
}
