package gateway.telling;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells responders what they are asked, at a pace they can bear: the first at once, several in one text, nobody known
 * behind strangers. One responder a transaction; whose telling fails waits alone. The words are composed at the last
 * moment, so that nothing is listed that is over.
 */
public final class Herald {

    /** So many strangers' alerts in one area in so short a time are a likely sweep. */
    private static final int A_SWEEP = 3;
    private static final Duration SWEEP_SPAN = Duration.ofMinutes(5);
    private static final Duration SHORTEST_WORTH = Duration.ofMinutes(1);
    private static final Duration PUT_OFF = Duration.ofSeconds(5);

    private final Database database;
    private final Dispatching dispatching;
    private final InstantSource clock;
    private final DueRows<MemberId> waiting;

    public Herald(Database database, Dispatching dispatching, InstantSource clock) {
        this.dispatching = dispatching;
        this.database = database;
        this.clock = clock;
        this.waiting = new DueRows<>(database, "To be told what is asked, member", MemberId::value, this::tell,
                (tx, member) -> dispatching.digests().paces().putOff(tx, member, tx.now().plus(PUT_OFF)));
    }

    public Optional<Instant> tick() {
        var now = clock.instant();
        database.run(tx -> dispatching.digests().withdrawStale(tx, now));
        return waiting.turn(tx -> dispatching.digests().paces().dueMembers(tx, now), dispatching.digests().paces()::nextDue);
    }

    private void tell(Transaction tx, MemberId member) {
        dispatching.digests().paces().lockPace(tx, member).ifPresent(pace -> {
            var now = tx.now();
            var untold = dispatching.digests().untold(tx, member);
            if (untold.isEmpty()) {
                return;
            }
            var sweep = sweep(tx, untold, now);
            var waiting = new DigestPlan.Waiting(untold.stream().anyMatch(Untold::known),
                    untold.stream().anyMatch(one -> !one.known()), sweep.isPresent(),
                    untold.size() == 1 && untold.getFirst().told());
            var plan = DigestPlan.of(waiting, pace, lately(tx, member, now), now);
            if (plan.tells() && !send(tx, member, untold, sweep, now)) {
                dispatching.digests().paces().putOff(tx, member, now.plus(PUT_OFF));
            } else {
                dispatching.digests().paces().savePace(tx, member, plan.pace());
            }
        });
    }

    private List<Instant> lately(Transaction tx, MemberId member, Instant now) {
        return dispatching.digests().paces().lately(tx, member, now.minus(DigestPlan.MINUTE), now).stream().map(NoticePlan.Left::at).toList();
    }

    /** Says whether she could be texted; a phone that may no longer be asked is soon asked nothing. */
    private boolean send(Transaction tx, MemberId id, List<Untold> untold, Optional<String> sweep, Instant now) {
        var listed = (int) untold.stream().map(Untold::alert).distinct().count();
        var text = DigestText.of(untold, Math.max(listed, dispatching.digests().countUntold(tx, id)), sweep, dispatching.wording());
        return dispatching.members().find(tx, id)
                .flatMap(member -> dispatching.telling().phones().askable(tx, member)
                        .flatMap(phone -> dispatching.telling().ask(tx, member, phone, text, worthUntil(text.listed(), now))))
                .map(message -> {
                    dispatching.digests().told(tx, id, message, text.listed(), text.more() > 0, now);
                    return message;
                })
                .isPresent();
    }

    /** Until the last of the ladders it tells of goes on. */
    private static Instant worthUntil(List<Untold> listed, Instant now) {
        var atLeast = now.plus(SHORTEST_WORTH);
        return listed.stream().map(Untold::nextAt).filter(Objects::nonNull).max(Instant::compareTo)
                .filter(atLeast::isBefore).orElse(atLeast);
    }

    /** The area of a likely sweep that something untold is part of; of several, the one with the most of it. */
    private Optional<String> sweep(Transaction tx, List<Untold> untold, Instant now) {
        var strangers = untold.stream().filter(one -> !one.known()).map(Untold::area).filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return dispatching.digests().sweeps(tx, strangers.keySet(), now.minus(SWEEP_SPAN), A_SWEEP).stream()
                .max((one, other) -> Long.compare(strangers.getOrDefault(one, 0L), strangers.getOrDefault(other, 0L)));
    }
}
