package gateway.duty;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.roster.Cover;
import gateway.roster.Cover.Change;
import gateway.roster.Covers;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.ShiftRules;
import gateway.roster.Stint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A shift changes hands: offered to the others of its roster, accepted by the first, with a coordinator's say where the
 * roster wants it, and undone by either until it begins. Until a cover stands, nothing of who is on call changes.
 */
public final class Swapping {

    private static final int MOST_ASKED = 10;
    private static final String CODE = "code";
    private static final String ALIAS = "alias";
    private static final String BEGINS = "begins";

    private final ShiftOffers offers;
    private final Covers covers;
    private final Promises promises;
    private final DutyTexts texts;

    Swapping(ShiftOffers offers, Covers covers, Promises promises, DutyTexts texts) {
        this.offers = offers;
        this.covers = covers;
        this.promises = promises;
        this.texts = texts;
    }

    /** What came of an act; the word is that of the phrase {@code offer.<word>}. */
    public enum Result {
        OFFERED, OFFERED_BEFORE, TAKEN, WAITS, TAKEN_BEFORE, DECLINED, UNDONE, TOO_LATE, NOT_YOURS;

        /** The phrase that answers a member's text about an offer; none where the act itself has told her. */
        Optional<String> answer(Member member, ShiftOffer offer) {
            return switch (this) {
                case TAKEN -> offer.state() == OfferState.WAITING ? Optional.of("offer.stands") : Optional.empty();
                case WAITS -> Optional.of("offer.waits");
                case TAKEN_BEFORE -> Optional.of("offer.gone");
                case UNDONE -> Optional.of(offer.shift().member().equals(member.id()) ? "offer.yours-again" : "offer.not-yours-now");
                case OFFERED, OFFERED_BEFORE, DECLINED -> Optional.empty();
                case TOO_LATE, NOT_YOURS -> Optional.of("offer.too-late");
            };
        }
    }

    /** She wants off: the coordinators hear of it, and the others of the roster are asked, each once. */
    Result offer(Transaction tx, Roll roll, Roster roster, Stint shift, Instant now) {
        var made = offers.make(tx, roster.id(), shift, now);
        if (made.isEmpty()) {
            return Result.OFFERED_BEFORE;
        }
        if (now.isBefore(shift.from())) {
            promises.takeBack(tx, roster.id(), shift.member(), shift.from(), now);
        }
        var values = Map.of(ALIAS, roll.alias(shift.member()), BEGINS, start(roster, shift));
        roll.member(shift.member()).ifPresent(member -> texts.coordinatorsOfNumberAlone(tx, member, "notice.off", values,
                soonOrByDay(roster, shift, now)));
        for (var other : others(tx, roll, roster, shift)) {
            texts.byDay(tx, other, "offer.ask", Map.of(ALIAS, roll.alias(shift.member()), "shift", told(roster, shift),
                    CODE, offers.code(tx, made.get(), other.id(), now).digits()), roster.zone(), now, shift.to());
        }
        tx.announce();
        return Result.OFFERED;
    }

    /** The first who accepts has it, unless a coordinator is to say so. */
    public Result accept(Transaction tx, Roll roll, UUID id, Member taker, Instant now) {
        var offer = offers.lock(tx, id).filter(found -> now.isBefore(found.shift().to()));
        var roster = offer.flatMap(found -> roll.roster(found.roster()));
        if (offer.isEmpty() || roster.isEmpty()) {
            return Result.TOO_LATE;
        }
        var found = offer.get();
        if (found.state() == OfferState.WAITING && taker.is(Role.COORDINATOR)
                && found.taker() != null && !taker.id().equals(found.taker())) {
            return confirm(tx, roll, roster.get(), found, found.taker(), now);
        }
        if (found.state() != OfferState.OPEN) {
            return taker.id().equals(found.taker()) && found.state() != OfferState.WITHDRAWN
                    ? found.state() == OfferState.WAITING ? Result.WAITS : Result.TAKEN : Result.TAKEN_BEFORE;
        }
        if (!others(tx, roll, roster.get(), found.shift()).contains(taker)) {
            return Result.NOT_YOURS;
        }
        return roster.get().rules().swaps() == ShiftRules.Swaps.COORDINATOR
                ? wait(tx, roster.get(), found, taker, now)
                : stand(tx, roll, roster.get(), found, taker.id(), now);
    }

    /** A coordinator says so. Who would cover may have lost her phone, or left, since: then it is open again. */
    private Result confirm(Transaction tx, Roll roll, Roster roster, ShiftOffer offer, MemberId taker, Instant now) {
        if (others(tx, roll, roster, offer.shift()).stream().anyMatch(member -> member.id().equals(taker))) {
            return stand(tx, roll, roster, offer, taker, now);
        }
        decline(tx, roll, offer.id(), now);
        return Result.TOO_LATE;
    }

    /** A coordinator says that it may not change hands so: it is open again. */
    public Result decline(Transaction tx, Roll roll, UUID id, Instant now) {
        var offer = offers.lock(tx, id).filter(found -> found.state() == OfferState.WAITING);
        offer.ifPresent(found -> {
            offers.save(tx, found.in(OfferState.OPEN, null, null), now);
            roll.roster(found.roster()).ifPresent(roster -> Optional.ofNullable(found.taker()).flatMap(roll::member)
                    .ifPresent(member -> texts.byDay(tx, member, "offer.declined", Map.of(BEGINS, start(roster, found.shift())),
                            roster.zone(), now, found.shift().to())));
            tx.announce();
        });
        return offer.isPresent() ? Result.DECLINED : Result.TOO_LATE;
    }

    /**
     * Who offered it is on again, or who accepted it is not; both hear of it, and the coordinators.
     *
     * @param gives whether who offered it gives her word by it, so that nobody stays on for her; a number alone never does
     */
    public Result undo(Transaction tx, Roll roll, UUID id, Member by, boolean gives, Instant now) {
        var offer = offers.lock(tx, id);
        var roster = offer.flatMap(found -> roll.roster(found.roster()));
        if (offer.isEmpty() || roster.isEmpty()) {
            return Result.TOO_LATE;
        }
        var found = offer.get();
        var offered = by.id().equals(found.shift().member());
        if (!offered && !by.id().equals(found.taker())) {
            return Result.NOT_YOURS;
        }
        if (found.state() == OfferState.TAKEN ? !found.hasNotBegun(now) : !found.state().isOpen()) {
            return Result.TOO_LATE;
        }
        if (found.cover() != null) {
            covers.withdraw(tx, found.roster(), found.cover(), by.id());
        }
        offers.save(tx, found.in(offered || found.state() == OfferState.TAKEN ? OfferState.WITHDRAWN : OfferState.OPEN, null,
                null), now);
        if (offered && gives) {
            promises.give(tx, found.roster(), found.shift(), now);
        }
        tellUndone(tx, roll, roster.get(), found, by, now);
        tx.announce();
        return Result.UNDONE;
    }

    /** Where a coordinator's cover stands she is off, and where the shift is over so is the offer. */
    void settle(Transaction tx, Roll roll, ShiftOffer open, Instant now) {
        var offer = offers.lock(tx, open.id()).filter(found -> found.state().isOpen());
        var roster = roll.roster(open.roster());
        if (offer.isEmpty()) {
            return;
        }
        var shift = open.shift();
        var over = roster.isEmpty() || !now.isBefore(shift.to());
        if (over || isOff(roster.get(), shift, now)) {
            offers.save(tx, offer.get().in(over ? OfferState.OVER : OfferState.COVERED, null, null), now);
            if (!over) {
                roll.member(shift.member()).ifPresent(member -> texts.now(tx, member, "off.stands",
                        Map.of("shift", told(roster.orElseThrow(), shift)), now, shift.to()));
            }
        }
    }

    ShiftOffers offers() {
        return offers;
    }

    private Result wait(Transaction tx, Roster roster, ShiftOffer offer, Member taker, Instant now) {
        offers.save(tx, offer.in(OfferState.WAITING, taker.id(), null), now);
        texts.coordinators(tx, Set.of(taker.id()), "notice.offer-waits", coordinator -> Map.of(ALIAS, taker.alias(), BEGINS,
                start(roster, offer.shift()), CODE, offers.code(tx, offer, coordinator.id(), now).digits()),
                WakingHours.from(now, roster.zone()), offer.shift().to());
        tx.announce();
        return Result.WAITS;
    }

    private Result stand(Transaction tx, Roll roll, Roster roster, ShiftOffer offer, MemberId taker, Instant now) {
        var shift = offer.shift();
        var from = now.isBefore(shift.from()) ? shift.from() : now;
        var cover = covers.add(tx, roster.id(), new Cover(new Change.StandIn(taker, shift.member()), from, shift.to()), taker);
        offers.save(tx, offer.in(OfferState.TAKEN, taker, cover), now);
        promises.give(tx, roster.id(), new Stint(taker, from, shift.to()), now);
        roll.member(taker).ifPresent(member -> texts.answer(tx, member, "offer.yours", Map.of("shift", told(roster, shift),
                CODE, offers.code(tx, offer, taker, now).digits()), now));
        roll.member(shift.member()).ifPresent(member -> texts.now(tx, member, "offer.given", Map.of(BEGINS, start(roster, shift),
                ALIAS, roll.alias(taker), CODE, offers.code(tx, offer, shift.member(), now).digits()), now, shift.to()));
        texts.coordinators(tx, Set.of(taker, shift.member()), "notice.covers", Map.of(ALIAS, roll.alias(taker), "away",
                roll.alias(shift.member()), BEGINS, start(roster, shift)), roster.zone(), now, shift.to());
        tx.announce();
        return Result.TAKEN;
    }

    private void tellUndone(Transaction tx, Roll roll, Roster roster, ShiftOffer offer, Member by, Instant now) {
        var shift = offer.shift();
        var values = Map.of(ALIAS, roll.alias(shift.member()), BEGINS, start(roster, shift));
        for (var concerned : List.of(Optional.of(shift.member()), Optional.ofNullable(offer.taker()))) {
            concerned.filter(member -> !member.equals(by.id())).flatMap(roll::member).ifPresent(member ->
                    texts.now(tx, member, "offer.undone", values, soonOrByDay(roster, shift, now), shift.to()));
        }
        if (by.id().equals(shift.member()) && offer.state() != OfferState.TAKEN) {
            texts.coordinatorsOfNumberAlone(tx, by, "offer.undone", values, soonOrByDay(roster, shift, now));
            return;
        }
        var told = new HashSet<>(List.of(by.id(), shift.member()));
        Optional.ofNullable(offer.taker()).ifPresent(told::add);
        texts.coordinators(tx, told, "offer.undone", _ -> values, soonOrByDay(roster, shift, now), shift.to());
    }

    /** Who is of the roster, can be reached, and is not on call then anyway. */
    private List<Member> others(Transaction tx, Roll roll, Roster roster, Stint shift) {
        var busy = OnCall.shifts(roster, shift.from(), shift.to()).stream().map(Stint::member).toList();
        return roster.members().stream().filter(id -> !id.equals(shift.member()) && !busy.contains(id))
                .flatMap(id -> roll.member(id).stream()).filter(member -> texts.isReachable(tx, member)).limit(MOST_ASKED).toList();
    }

    /** From when on it may be told: at night, too, when the shift is now or will be before the morning is over. */
    private static Instant soonOrByDay(Roster roster, Stint shift, Instant now) {
        var byDay = WakingHours.from(now, roster.zone());
        return shift.from().isBefore(byDay.plus(Duration.ofHours(3))) ? now : byDay;
    }

    private static boolean isOff(Roster roster, Stint shift, Instant now) {
        var from = now.isBefore(shift.from()) ? shift.from() : now;
        return OnCall.stretches(roster, from, shift.to()).stream().noneMatch(stretch -> stretch.onCall().contains(shift.member()));
    }

    private static String told(Roster roster, Stint shift) {
        return ShiftText.of(shift.from(), shift.to(), roster.zone());
    }

    private static String start(Roster roster, Stint shift) {
        return ShiftText.start(shift.from(), roster.zone());
    }
}
