package gateway.entry;

import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the alert was asked of, and who could not be reached. */
public sealed interface AskingEntry extends TimelineEntry {

    /** A discipline that was not asked before is asked now as well. */
    record LadderStarted(Discipline discipline) implements AskingEntry {}

    /**
     * More peers were asked to come beside whoever has it.
     *
     * @param wanted how many are wanted in all
     */
    record MoreAsked(Discipline discipline, int wanted, List<MemberId> asked) implements AskingEntry {}

    /** The coordinators are told that nobody of the discipline has had the alert since then, and are every five minutes. */
    record Unattended(Discipline discipline, Instant since) implements AskingEntry {}

    /**
     * A step was asked, or the last resort.
     *
     * @param step the step that was asked, from 0; for the last resort the number of steps
     * @param way  {@code text}, {@code voice} or {@code text-then-call}
     * @param quiet     those who have a text in place of its call, by their own choice
     * @param rungLater those who are to be rung some minutes after its text, by their own choice; none where the entry is kept
     */
    record StepAsked(Discipline discipline, int step, int round, boolean lastResort, String way, List<MemberId> asked,
            List<Skipped> skipped, Instant nextAt, List<MemberId> quiet, List<MemberId> rungLater) implements AskingEntry {

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
    record Unreached(Discipline discipline, MemberId member, String error) implements AskingEntry {}

    /** Her step asks by call, or her text was not answered. */
    record Rung(Discipline discipline, MemberId member) implements AskingEntry {}

    /** A call came to nothing, so she is rung once more: a phone set to silence lets a second call through. */
    record RungAgain(Discipline discipline, MemberId member) implements AskingEntry {}

    /** A phone of another organisation is rung, and told nothing. */
    record OutsideRung(UUID contact) implements AskingEntry {}

    /** Somebody there pressed the key that says that they will call. */
    record OutsideHeard(UUID contact) implements AskingEntry {}

    /**
     * A shift ended: these, who are on call now, are asked to take it.
     *
     * @param holder whose it is until then; null when nobody's
     */
    record ReliefAsked(Discipline discipline, @Nullable MemberId holder, List<MemberId> asked) implements AskingEntry {}

    /** Nobody took it from her, so the coordinators were told; it is hers meanwhile. */
    record NotRelieved(Discipline discipline, MemberId holder) implements AskingEntry {}

    /** A member asked the next step at once. */
    record Escalated(Discipline discipline) implements AskingEntry {}

    /** Five wrong codes came from her phone: her live code was replaced and sent. */
    record CodeReplaced(Discipline discipline, MemberId member) implements AskingEntry {}
}
