package gateway.alert;

import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to an alert. Entries are only added; their kinds and fields are kept for ever, so a new
 * field may be null in old entries. None holds a phone number or a reporter's words; a member's own words are sealed
 * with the rest of the entry, and never printed.
 */
public sealed interface TimelineEntry {

    /** A report opened the alert. {@code toBeRead}: a human must read its words; older entries lack it. */
    record Opened(UUID report, String code, String pack, @Nullable String area, int arrestees, boolean presumedSeized,
            boolean knownHotline, List<Discipline> ladders, boolean toBeRead) implements TimelineEntry {}

    /** A later report joined it. {@code askedAfresh}: it was grave enough to ask again; a holder keeps it. */
    record ReportJoined(UUID report, String code, String gravestCode, @Nullable String area, boolean presumedSeized,
            boolean askedAfresh, boolean toBeRead) implements TimelineEntry {}

    /** A discipline that was not asked before is asked now as well. */
    record LadderStarted(Discipline discipline) implements TimelineEntry {}

    /**
     * More peers were asked to come beside whoever has it.
     *
     * @param wanted how many are wanted in all
     */
    record MoreAsked(Discipline discipline, int wanted, List<MemberId> asked) implements TimelineEntry {}

    /** A companion comes beside whoever has it. */
    record CompanionCame(Discipline discipline, MemberId member, Way way) implements TimelineEntry {}

    /** A companion cannot stay. */
    record CompanionLeft(Discipline discipline, MemberId member, Way way) implements TimelineEntry {}

    /** A witness who agreed to it was told that somebody has it. */
    record WitnessTold(UUID message) implements TimelineEntry {}

    /** A witness was not told after all; the word is that of the phrase {@code reply.<why>}. */
    record WitnessNotTold(String why) implements TimelineEntry {}

    /** The coordinators are told that nobody of the discipline has had the alert since then, and are every five minutes. */
    record Unattended(Discipline discipline, Instant since) implements TimelineEntry {}

    /**
     * A step was asked, or the last resort.
     *
     * @param step the step that was asked, from 0; for the last resort the number of steps
     * @param way  {@code text}, {@code voice} or {@code text-then-call}
     * @param quiet     those who have a text in place of its call, by their own choice
     * @param rungLater those who are to be rung some minutes after its text, by their own choice; none where the entry is kept
     */
    record StepAsked(Discipline discipline, int step, int round, boolean lastResort, String way, List<MemberId> asked,
            List<Skipped> skipped, Instant nextAt, List<MemberId> quiet, List<MemberId> rungLater) implements TimelineEntry {

        /** Entries from before members could choose lack both. */
        public StepAsked {
            quiet = Objects.requireNonNullElse(quiet, List.of());
            rungLater = Objects.requireNonNullElse(rungLater, List.of());
        }

        /** Without the calls that are only meant to follow: each that is made has an entry of its own. */
        public StepAsked withoutPlans() {
            return new StepAsked(discipline, step, round, lastResort, way, asked, skipped, nextAt, quiet, List.of());
        }
    }

    /** Why somebody on call was not asked; the word is that of the phrase {@code skip.<why>}. */
    record Skipped(MemberId member, String why) {}

    /** A dispatch could not reach its responder, as the carrier says. */
    record Unreached(Discipline discipline, MemberId member, String error) implements TimelineEntry {}

    /** Her step asks by call, or her text was not answered. */
    record Rung(Discipline discipline, MemberId member) implements TimelineEntry {}

    /** A call came to nothing, so she is rung once more: a phone set to silence lets a second call through. */
    record RungAgain(Discipline discipline, MemberId member) implements TimelineEntry {}

    /** A phone of another organisation is rung, and told nothing. */
    record OutsideRung(UUID contact) implements TimelineEntry {}

    /** Somebody there pressed the key that says that they will call. */
    record OutsideHeard(UUID contact) implements TimelineEntry {}

    record Acknowledged(Discipline discipline, MemberId member, Way way, Instant checkInBy) implements TimelineEntry {}

    /**
     * A shift ended: these, who are on call now, are asked to take it.
     *
     * @param holder whose it is until then; null when nobody's
     */
    record ReliefAsked(Discipline discipline, @Nullable MemberId holder, List<MemberId> asked) implements TimelineEntry {}

    /** Somebody took it from a holder whose shift had ended. */
    record Relieved(Discipline discipline, MemberId holder, MemberId member, Way way, Instant checkInBy) implements TimelineEntry {}

    /** Nobody took it from her, so the coordinators were told; it is hers meanwhile. */
    record NotRelieved(Discipline discipline, MemberId holder) implements TimelineEntry {}

    record CheckedIn(Discipline discipline, MemberId member, Way way, Instant checkInBy) implements TimelineEntry {}

    /** The check-in was missed. */
    record Lapsed(Discipline discipline, MemberId member) implements TimelineEntry {}

    /**
     * "Not me."
     *
     * @param words what she said beside it; null in old entries
     * @param until before when she asked not to be asked about this alert; null when she said nothing of it
     */
    record Passed(Discipline discipline, MemberId member, @Nullable String words, @Nullable Instant until) implements TimelineEntry {
        @Override
        public String toString() {
            return "Passed[discipline=" + discipline + ", member=" + member + "]";
        }
    }

    record HandedBack(Discipline discipline, MemberId member, Way way) implements TimelineEntry {}

    /** The holder says that it has ended, with a few words; a coordinator confirms. */
    record DoneProposed(MemberId member, String words) implements TimelineEntry {
        @Override
        public String toString() {
            return "DoneProposed[member=" + member + "]";
        }
    }

    /** A member asked the next step at once. */
    record Escalated(Discipline discipline) implements TimelineEntry {}

    record Noted(String words) implements TimelineEntry {
        @Override
        public String toString() {
            return "Noted";
        }
    }

    /**
     * Words came from a member's phone that were no reply; whether she wrote them herself nobody knows.
     *
     * @param text where they are kept until somebody has read them
     */
    record MemberTexted(UUID text, MemberId member, String words) implements TimelineEntry {
        @Override
        public String toString() {
            return "MemberTexted[" + member + "]";
        }
    }

    /** The phone that opened the alert is a member's. */
    record FromMember(MemberId member) implements TimelineEntry {}

    /** {@code outcomes}: one of the pack's for each arrestee, in their order. */
    record Resolved(List<String> outcomes, String words) implements TimelineEntry {
        @Override
        public String toString() {
            return "Resolved[outcomes=" + outcomes + "]";
        }
    }

    record Reopened(String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "Reopened";
        }
    }

    /** A human says that the phone is seized. */
    record SeizureSet(String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "SeizureSet";
        }
    }

    /** A human says that the phone is in its owner's hands. */
    record SeizureLifted(String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "SeizureLifted";
        }
    }

    /**
     * A responder's phone may no longer be asked, so her code for this alert is dead and what she held climbs.
     *
     * @param why {@code lost}, {@code opted-out}, {@code reported} (she has reported an alert herself) or {@code retired}
     */
    record ResponderLost(Discipline discipline, MemberId member, String why) implements TimelineEntry {}

    /** Five wrong codes came from her phone: her live code was replaced and sent. */
    record CodeReplaced(Discipline discipline, MemberId member) implements TimelineEntry {}

    /** A member looked at the reporter's number. */
    record NumberRevealed(String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "NumberRevealed";
        }
    }

    /** A member wants to speak with the reporter, so the member's own phone is rung first. */
    record RingBackAsked(MemberId member, String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "RingBackAsked[member=" + member + "]";
        }
    }

    /** The reporter's phone may not be rung, or may no longer; the word is that of the phrase {@code ring-back.<why>}. */
    record RingBackRefused(MemberId member, String why) implements TimelineEntry {}

    /** The member pressed a key, and the reporter's phone is rung to join the two. */
    record RingBackDialled(MemberId member) implements TimelineEntry {}

    /** How that ended; the word is that of the phrase {@code ring-back-end.<how>}: they spoke, or nobody answered. */
    record Bridged(MemberId member, String how) implements TimelineEntry {}

    /**
     * It is known whom the alert is about: by the person's own phone, or by her tag.
     *
     * @param borrowed whether it came from a phone that is not hers
     */
    record PersonRecognised(UUID enrolment, boolean borrowed) implements TimelineEntry {}

    /** A member opened the card of the person the alert is about. */
    record CardOpened(UUID enrolment, String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "CardOpened[enrolment=" + enrolment + "]";
        }
    }

    /** A text asked that nobody reply or ring, whatever else it said. */
    record SilenceAsked(UUID report) implements TimelineEntry {}

    /** The reporter was on the line, and this responder pressed a key: the two were joined. Nothing of it is recorded. */
    record CallJoined(MemberId member) implements TimelineEntry {}

    /** Who has the alert rang in, keyed her code, and was joined with another member. Nothing of it is recorded. */
    record MembersJoined(MemberId holder, MemberId with) implements TimelineEntry {}

    /** The reporter rang, and chose at enrolment to be called back: the phone is rung. */
    record CalledBack(UUID message) implements TimelineEntry {}

    /** A reply went to the reporter's phone. */
    record ReporterAnswered(UUID message) implements TimelineEntry {}

    /** A reply was due and was not sent; the word is that of the phrase {@code reply.<why>}. */
    record ReplyWithheld(String why) implements TimelineEntry {}

    /**
     * A report names something that a human has yet to confirm.
     *
     * @param kind the word of {@link Proposal.Kind}
     * @param what one of the pack's ids, an area's short code or a head count
     */
    record Proposed(UUID proposal, UUID report, String kind, String what) implements TimelineEntry {}

    /**
     * A human confirmed what was proposed, or declined it.
     *
     * @param arrestees the ordinals of those for whom a confirmed stage stands
     * @param area      the alert's area from then on
     */
    record ProposalDecided(UUID proposal, String kind, String what, boolean confirmed, List<Integer> arrestees,
            @Nullable String area) implements TimelineEntry {}

    /** A human read a report that was not understood, and coded it; the rest is as if it had come so. */
    record ReportRead(UUID report, String code, String gravestCode, @Nullable String area, boolean presumedSeized,
            boolean askedAfresh) implements TimelineEntry {}

    /** Nobody read a report in time: what nobody has is asked of the next at once. */
    record LeftUnread(UUID report) implements TimelineEntry {}

    /** A report said "safe" without the word agreed with her, as was found once it was compared: it is asked for again. */
    record AskedAfresh(UUID report) implements TimelineEntry {}

    /** A coordinator says that it is the same as another alert, which goes on. */
    record MergedInto(UUID alert) implements TimelineEntry {}

    /** Another alert was found to be the same as this one, which goes on for both. */
    record MergedFrom(UUID alert, String gravestCode, @Nullable String area, boolean askedAfresh, int people) implements TimelineEntry {}

    /** An alert that had been merged into this one was opened again by itself. */
    record Unmerged(UUID alert) implements TimelineEntry {}

    /** A report was one word to which carriers answer by themselves; {@code why}: of which sort it is. */
    record CarrierWord(String why) implements TimelineEntry {}

    /** The reporter's phone can no longer be texted; {@code why}: she texted such a word, or the carrier said so. */
    record PhoneBlocked(String why) implements TimelineEntry {}

    /** She who has it went into a station, and is to be out again by then. */
    record TimerStarted(MemberId member, Instant dueAt, Way way, boolean proven) implements TimelineEntry {}

    /** She is out again. */
    record TimerEnded(MemberId member, Way way, boolean proven) implements TimelineEntry {}

    /** She is not, as far as anybody knows: the coordinators are rung, and texts from her phone count no more. */
    record TimerOverdue(MemberId member, boolean proven) implements TimelineEntry {}

    /** A coordinator knows what became of her: her phone counts again. */
    record TimerCleared(MemberId member, String reason) implements TimelineEntry {
        @Override
        public String toString() {
            return "TimerCleared[member=" + member + "]";
        }
    }

    /** The key of all that was said is destroyed, and if so told, that of the phone it came from. */
    record Erased(boolean phone) implements TimelineEntry {}
}
