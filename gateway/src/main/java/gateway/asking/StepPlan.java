package gateway.asking;

import gateway.alert.Ladder;
import gateway.dispatch.Manner;
import gateway.entry.AskingEntry;
import gateway.escalation.EscalationStep.Way;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.safety.Obstacles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a ladder asks now and in which order, who is passed over and why, and when it goes on. Pure: an empty step goes on at
 * once; the last resort is everybody, asked again after its wait, for ever, and when nobody on its roster can be asked, every
 * coordinator is.
 *
 * @param asked   those to be asked, each with the zone the report's time is told in
 * @param manners how each of them is asked
 */
public record StepPlan(List<Candidate> asked, Map<MemberId, Manner> manners, Ladder.Climbing ladder, AskingEntry.StepAsked entry) {

    /** Somebody on call for the step. */
    public record Candidate(Member member, ZoneId zone) {}

    /**
     * @param onCall       the members on call for the step's rosters
     * @param coordinators all coordinators, for when the last resort is empty
     * @param matching     whom of those who may be asked to ask first, and whom not while others are there
     */
    public static StepPlan of(Ladder.Climbing ladder, NextStep next, List<Candidate> onCall, List<Candidate> coordinators,
            Obstacles obstacles, Matching matching, Instant now) {
        var lastResort = next instanceof NextStep.Exhausted;
        var skipped = new ArrayList<AskingEntry.Skipped>();
        for (var candidate : onCall) {
            whyNot(candidate.member(), obstacles, lastResort)
                    .ifPresent(why -> skipped.add(new AskingEntry.Skipped(candidate.member().id(), why)));
        }
        var mayBeAsked = new LinkedHashMap<MemberId, Candidate>();
        add(mayBeAsked, onCall, candidate -> whyNot(candidate.member(), obstacles, lastResort).isEmpty());
        var last = new LinkedHashMap<MemberId, Candidate>();
        if (lastResort) {
            addOfLastResort(mayBeAsked, last, onCall, coordinators, obstacles, next.after().round());
        }
        skipped.removeIf(passedOver -> mayBeAsked.containsKey(passedOver.member()) || last.containsKey(passedOver.member()));
        var choice = lastResort ? new Matching.Choice(matching.ordered(mayBeAsked.values()), List.of())
                : matching.among(mayBeAsked.values());
        skipped.addAll(choice.passedOver());
        var asked = Stream.concat(choice.asked().stream(), matching.ordered(last.values()).stream()).toList();
        // Whoever has reported is asked as ever; but her phone may be in other hands, so one more is asked beside, at once.
        var alone = asked.stream().allMatch(candidate -> obstacles.reporting().contains(candidate.member().id()));
        var nextAt = switch (next) {
            case NextStep.Ask(var step, _) -> alone ? now : now.plus(step.patience());
            case NextStep.Exhausted(_, var patience, _) -> now.plus(patience);
        };
        var climb = ladder.climb();
        var way = next instanceof NextStep.Ask(var step, _) ? step.way() : Way.TEXT;
        var callAfter = next instanceof NextStep.Ask(var step, _) ? step.callAfter() : Duration.ZERO;
        var manners = new HashMap<MemberId, Manner>();
        asked.forEach(candidate -> manners.put(candidate.member().id(), last.containsKey(candidate.member().id())
                ? Standing.of(candidate.member(), obstacles).lastManner() : matching.manner(candidate, way, callAfter)));
        return new StepPlan(asked, Map.copyOf(manners), ladder.asked(next.after(), nextAt),
                new AskingEntry.StepAsked(ladder.discipline(), climb.step(), next.after().round(), lastResort,
                        way.name().toLowerCase(Locale.ROOT).replace('_', '-'), members(asked, one -> true), List.copyOf(skipped), nextAt,
                        members(asked, one -> way != Way.TEXT && manner(manners, one).callAfter() == null),
                        members(asked, one -> way == Way.TEXT && manner(manners, one).callAfter() != null)));
    }

    /** The same round of the last resort, in which these and no others are rung, each when she chose to be, or at once. */
    StepPlan ringing(Set<MemberId> rung, Duration patience) {
        var rings = new HashMap<MemberId, Manner>();
        manners.forEach((member, manner) -> rings.put(member, new Manner(manner.byText(),
                rung.contains(member) ? manner.callWithin(patience) : null)));
        return new StepPlan(asked, Map.copyOf(rings), ladder, entry);
    }

    Manner manner(Candidate candidate) {
        return manner(manners, candidate);
    }

    private static Manner manner(Map<MemberId, Manner> manners, Candidate candidate) {
        return Objects.requireNonNull(manners.get(candidate.member().id()));
    }

    private static List<MemberId> members(List<Candidate> asked, Predicate<Candidate> which) {
        return asked.stream().filter(which).map(candidate -> candidate.member().id()).toList();
    }

    /**
     * Whom the last resort asks beyond its roster: coordinators, then whoever wanted to be asked later, then those who are
     * asked last. From its second round on these are asked beside the others, who have not answered.
     */
    private static void addOfLastResort(Map<MemberId, Candidate> mayBeAsked, Map<MemberId, Candidate> last,
            List<Candidate> onCall, List<Candidate> coordinators, Obstacles obstacles, int round) {
        var everybody = Stream.concat(onCall.stream(), coordinators.stream()).toList();
        if (mayBeAsked.isEmpty()) {
            add(mayBeAsked, coordinators, candidate -> whyNot(candidate.member(), obstacles, true).isEmpty());
        }
        if (mayBeAsked.isEmpty()) {
            // Silence is worse than asking somebody earlier than she wished.
            add(mayBeAsked, everybody, candidate -> whyNot(candidate.member(), obstacles.orLater(), true).isEmpty());
        }
        if (mayBeAsked.isEmpty() || round > 1) {
            add(last, everybody, candidate -> Standing.of(candidate.member(), obstacles).isLast());
        }
    }

    private static void add(Map<MemberId, Candidate> asked, List<Candidate> candidates, Predicate<Candidate> which) {
        candidates.stream().filter(which).forEach(candidate -> asked.putIfAbsent(candidate.member().id(), candidate));
    }

    /** Why somebody is not asked in her turn, as the word of the phrase {@code skip.<why>}. */
    public static Optional<String> whyNot(Member member, Obstacles obstacles, boolean lastResort) {
        var standing = Standing.of(member, obstacles);
        if (!standing.isFirst()) {
            return Optional.of(standing.why());
        }
        if (obstacles.later().contains(member.id())) {
            return Optional.of("later");
        }
        return !lastResort && obstacles.passed().contains(member.id()) ? Optional.of("passed") : Optional.empty();
    }
}
