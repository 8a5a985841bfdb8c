package gateway.duty;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Cover;
import gateway.roster.Cover.Change;
import gateway.roster.CoverId;
import gateway.roster.Covers;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Rosters;
import gateway.roster.Stint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Asks those who come on call for their word, in one text an evening, and once more when the shift begins without it; then
 * whoever was on before stays on beside her, and a little later the coordinators are told, once.
 */
final class PromiseKeeping {

    /** A stay made this soon after the start is a stay from the start. */
    private static final Duration SOON = Duration.ofMinutes(5);

    private final Database database;
    private final Rosters rosters;
    private final Covers covers;
    private final Promises promises;
    private final DutyTexts texts;

    PromiseKeeping(Database database, Rosters rosters, Promises promises, DutyTexts texts) {
        this.database = database;
        this.rosters = rosters;
        this.covers = rosters.covers();
        this.promises = promises;
        this.texts = texts;
    }

    void attend(Roll roll, Instant now) {
        var wanted = new LinkedHashMap<MemberId, List<Asked>>();
        var all = database.inTransaction(promises::all);
        for (var roster : roll.rosters()) {
            Duty.alone("a roster's promises", () -> attend(roll, roster, all, wanted, now));
        }
        wanted.forEach((member, shifts) -> roll.member(member)
                .ifPresent(asked -> alone(tx -> ask(tx, asked, shifts, now))));
    }

    private void attend(Roll roll, Roster roster, List<Promise> all, Map<MemberId, List<Asked>> wanted, Instant now) {
        var known = all.stream().filter(promise -> promise.roster().equals(roster.id())).toList();
        var plan = PromisePlan.of(roll.withoutStays(roster), known, roll::isAskable, now);
        plan.toAsk().forEach(shift -> wanted.computeIfAbsent(shift.member(), one -> new ArrayList<>()).add(new Asked(roster, shift)));
        plan.missed().forEach(promise -> alone(tx -> miss(tx, roll, roster, promise, known, now)));
        plan.toTell().forEach(promise -> alone(tx -> tell(tx, roll, roster, promise, now)));
        plan.over().forEach(promise -> alone(tx -> end(tx, roll, promise, now)));
    }

    private void alone(Consumer<Transaction> work) {
        Duty.alone("a promise", () -> database.run(work));
    }

    /** She says that she is, or will be, there: whoever stayed on for her is off. */
    void give(Transaction tx, Roll roll, Promise promise, Instant now) {
        promises.move(tx, promise, PromiseState.GIVEN, now);
        letGo(tx, roll, promise, "promise.relieved", Map.of("alias", roll.alias(promise.shift().member())), now);
        tx.announce();
    }

    private record Asked(Roster roster, Stint shift) {

        String told() {
            return ShiftText.of(shift.from(), shift.to(), roster.zone());
        }
    }

    private void ask(Transaction tx, Member member, List<Asked> shifts, Instant now) {
        var code = promises.draw(tx, member.id());
        var fresh = shifts.stream().filter(asked -> promises.ask(tx, asked.roster.id(), asked.shift, code, now)).toList();
        if (!fresh.isEmpty()) {
            var until = fresh.stream().map(asked -> asked.shift.to()).max(Instant::compareTo).orElseThrow();
            texts.now(tx, member, "promise.ask", texts.listed(member, "promise.ask", fresh.stream().map(Asked::told).toList(),
                    Map.of("code", code.digits())), now, until);
        }
    }

    private void miss(Transaction tx, Roll roll, Roster roster, Promise promise, List<Promise> known, Instant now) {
        if (!promises.move(tx, promise, PromiseState.MISSED, now)) {
            return;
        }
        var shift = promise.shift();
        var stayers = PromisePlan.whoStays(roster, roll.withoutStays(roster), shift, roll::isAskable, gaveTheirWord(known, shift));
        var from = now.isBefore(shift.from().plus(SOON)) ? shift.from() : now;
        var made = new ArrayList<CoverId>();
        for (var stayer : stayers) {
            made.add(covers.addOfGateway(tx, roster.id(), new Cover(new Change.Add(stayer), from, shift.to())));
            roll.member(stayer).ifPresent(member -> texts.now(tx, member, "promise.stays", Map.of("alias", roll.alias(shift.member()),
                    "time", ShiftText.time(shift.to(), roster.zone())), now, shift.to()));
        }
        promises.stay(tx, promise, made);
        if (promise.askedAt().isBefore(shift.from())) {
            roll.member(shift.member()).ifPresent(member -> texts.now(tx, member, "promise.begins",
                    Map.of("shift", ShiftText.of(shift.from(), shift.to(), roster.zone()), "code",
                            promises.codeOf(tx, promise).digits()), now, shift.to()));
        }
        tx.announce();
    }

    /** Who missed her own promise stays on only where nobody else would. */
    private static Predicate<MemberId> gaveTheirWord(List<Promise> known, Stint coming) {
        return member -> known.stream().noneMatch(promise -> promise.state().isMissed()
                && promise.shift().member().equals(member) && promise.shift().from().isBefore(coming.from())
                && !promise.shift().to().isBefore(coming.from()));
    }

    private void tell(Transaction tx, Roll roll, Roster roster, Promise promise, Instant now) {
        if (promises.move(tx, promise, PromiseState.TOLD, now)) {
            var shift = promise.shift();
            var others = OnCall.at(roster, now).stream().anyMatch(member -> !member.equals(shift.member()) && roll.isAskable(member));
            texts.coordinators(tx, Set.of(), others ? "notice.no-word" : "notice.no-word-alone", Map.of("alias",
                    roll.alias(shift.member()), "begins", ShiftText.start(shift.from(), roster.zone())), roster.zone(), now, shift.to());
        }
    }

    /** The shift is over, or somebody covers it: who stayed on longer than she had to is told that she is off. */
    private void end(Transaction tx, Roll roll, Promise promise, Instant now) {
        if (promises.move(tx, promise, PromiseState.OVER, now)) {
            letGo(tx, roll, promise, "promise.stay-over", Map.of(), now);
        }
    }

    /** Who stayed on is told so, unless she is on call for other reasons as well. */
    private void letGo(Transaction tx, Roll roll, Promise promise, String key, Map<String, String> values, Instant now) {
        var stayers = covers.cut(tx, promise.stays(), now);
        if (!stayers.isEmpty()) {
            var still = rosters.find(tx, promise.roster()).map(roster -> OnCall.at(roster, now)).orElse(List.of());
            roll.members(stayers).stream().filter(member -> !still.contains(member.id()))
                    .forEach(member -> texts.now(tx, member, key, values, now, promise.shift().to()));
        }
    }
}
