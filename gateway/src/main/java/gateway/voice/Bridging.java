package gateway.voice;

import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPoints;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.holding.PeersByPhone;
import gateway.incoming.Envelope;
import gateway.incoming.IncomingCalls;
import gateway.intake.Report;
import gateway.intake.Reports;
import gateway.member.Member;
import gateway.replying.JoiningHolder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Joins a reporter on the line with a responder, one after the other, each of whom must press a key first. Never where
 * the phone may be in other hands: not after a grave code of this alert, nor once somebody says that it is seized. A holder
 * who rings in herself is joined with other members in the same way.
 */
public final class Bridging {

    private static final int MOST_REPORTS = 200;

    private final Database database;
    private final ContactPoints contactPoints;
    private final Alerts alerts;
    private final Reports reports;
    private final IncomingCalls calls;
    private final Bridges bridges;
    private final PeersByPhone peers;
    private final JoiningHolder holders;
    private final Codebook codebook;

    public Bridging(Database database, ContactPoints contactPoints, Alerts alerts, Reports reports, IncomingCalls calls,
            Bridges bridges, PeersByPhone peers, JoiningHolder holders, Codebook codebook) {
        this.database = database;
        this.contactPoints = contactPoints;
        this.alerts = alerts;
        this.reports = reports;
        this.calls = calls;
        this.bridges = bridges;
        this.peers = peers;
        this.holders = holders;
        this.codebook = codebook;
    }

    /** Who is rung: the bridge, and what she is told. */
    record Ringing(Bridge bridge, Member member, String number, String mark) {

        @Override
        public String toString() {
            return "Ringing[" + bridge.id() + "]";
        }
    }

    /** The first to ring for this call; the same again when the carrier asks again. */
    Optional<Ringing> begin(Envelope call, AlertId alert) {
        return database.inTransaction(tx -> calls.find(tx, call).flatMap(rung -> mayBeJoined(tx, alert).flatMap(locked -> {
            if (bridges.of(tx, rung.id()).isEmpty()) {
                bridges.add(tx, rung.id(), alert, peers.of(tx, locked), 0, tx.now());
            }
            return ringNext(tx, locked, rung.id(), 0);
        })));
    }

    /**
     * Who has an alert is on the line: the first to ring of those she may be joined with.
     *
     * @param held gives the alert, locked, as long as it is hers
     */
    Optional<Ringing> beginForHolder(Envelope call, Function<Transaction, Optional<LockedAlert>> held,
            Function<Transaction, Function<LockedAlert, List<Member>>> whom) {
        return database.inTransaction(tx -> held.apply(tx).flatMap(alert -> calls.find(tx, call).flatMap(rung -> {
            var from = bridges.of(tx, rung.id()).size();
            bridges.add(tx, rung.id(), alert.alert().id(), whom.apply(tx).apply(alert), from, tx.now());
            return ringNext(tx, alert, rung.id(), from);
        })));
    }

    /** Whether it is a responder who is on the line. */
    boolean isHolders(UUID id) {
        return database.inTransaction(tx -> bridges.find(tx, id).flatMap(bridge -> calls.memberOf(tx, bridge.call()))).isPresent();
    }

    /** What the responder hears who has answered; empty when she is not to be joined any more. */
    Optional<Ringing> isAnswered(UUID id) {
        return database.inTransaction(tx -> rung(tx, id).flatMap(bridge -> mayBeJoined(tx, bridge)
                .flatMap(alert -> ringing(tx, alert, bridge))));
    }

    /** Whether the two are joined now. */
    boolean join(UUID id) {
        return database.inTransaction(tx -> {
            var bridge = bridges.find(tx, id);
            if (bridge.isPresent() && bridge.get().state() == Bridge.State.JOINED) {
                return true;
            }
            var ringing = rung(tx, id).flatMap(found -> mayBeJoined(tx, found)
                    .flatMap(alert -> ringing(tx, alert, found).map(one -> new Doing(alert, one))));
            ringing.ifPresent(doing -> {
                bridges.move(tx, doing.ringing().bridge(), Bridge.State.JOINED, tx.now());
                calls.memberOf(tx, doing.ringing().bridge().call()).ifPresentOrElse(
                        holder -> holders.joined(tx, doing.alert(), holder, doing.ringing().member()),
                        () -> peers.join(tx, doing.alert(), doing.ringing().member()));
            });
            return ringing.isPresent();
        });
    }

    void pass(UUID id) {
        database.run(tx -> rung(tx, id).ifPresent(bridge -> alerts.lock(tx, bridge.alert()).ifPresent(alert -> {
            bridges.move(tx, bridge, Bridge.State.PASSED, tx.now());
            if (calls.memberOf(tx, bridge.call()).isEmpty()) {
                peers.stillReady(tx, bridge.member()).ifPresent(member -> peers.pass(tx, alert, member));
            }
        })));
    }

    /** She did not come: the next to ring. Empty when they had spoken, or nobody is left. */
    Optional<Ringing> after(UUID id) {
        return database.inTransaction(tx -> bridges.find(tx, id).filter(bridge -> bridge.state() != Bridge.State.JOINED)
                .flatMap(bridge -> mayBeJoined(tx, bridge).flatMap(alert -> {
                    if (bridge.state() == Bridge.State.RUNG) {
                        bridges.move(tx, bridge, Bridge.State.OVER, tx.now());
                    }
                    return ringNext(tx, alert, bridge.call(), bridge.place() + 1);
                })));
    }

    boolean hasJoined(UUID id) {
        return database.inTransaction(tx -> bridges.find(tx, id))
                .filter(bridge -> bridge.state() == Bridge.State.JOINED).isPresent();
    }

    private record Doing(LockedAlert alert, Ringing ringing) {}

    private Optional<Ringing> ringNext(Transaction tx, LockedAlert alert, UUID call, int from) {
        for (var bridge : bridges.of(tx, call)) {
            var open = bridge.state() == Bridge.State.WAITING || bridge.state() == Bridge.State.RUNG;
            var ringing = bridge.place() >= from && open ? ringing(tx, alert, bridge) : Optional.<Ringing>empty();
            if (ringing.isPresent()) {
                bridges.move(tx, bridge, Bridge.State.RUNG, tx.now());
                return ringing;
            }
        }
        return Optional.empty();
    }

    private Optional<Bridge> rung(Transaction tx, UUID id) {
        return bridges.find(tx, id).filter(bridge -> bridge.state() == Bridge.State.RUNG);
    }

    private Optional<Ringing> ringing(Transaction tx, LockedAlert alert, Bridge bridge) {
        return peers.stillReady(tx, bridge.member()).map(member -> new Ringing(bridge, member,
                alert.alert().number().toString(), codebook.byId(alert.alert().code()).orElse(codebook.unclear()).mark()));
    }

    /** Two members speak whatever phone the report came from, while nothing speaks against their own; a reporter likewise. */
    private Optional<LockedAlert> mayBeJoined(Transaction tx, Bridge bridge) {
        var rings = calls.memberOf(tx, bridge.call());
        return rings.isEmpty() ? mayBeJoined(tx, bridge.alert())
                : alerts.lock(tx, bridge.alert()).filter(alert -> alert.state() != AlertState.RESOLVED
                        && peers.stillReady(tx, rings.get()).isPresent());
    }

    /** The contact point first, then the alert: in the one order of locks, so that nobody says "seized" meanwhile. */
    private Optional<LockedAlert> mayBeJoined(Transaction tx, AlertId id) {
        var contactPoint = alerts.contactPointOf(tx, id).flatMap(phone -> contactPoints.lock(tx, phone));
        var alert = alerts.lock(tx, id);
        return alert.filter(locked -> contactPoint.isPresent() && mayBeJoined(tx, locked, contactPoint.get()));
    }

    private boolean mayBeJoined(Transaction tx, LockedAlert alert, ContactPoint phone) {
        return !phone.presumedSeized() && !alert.alert().silenceAsked() && alert.state() != AlertState.RESOLVED
                && reports.of(tx, alert, MOST_REPORTS).stream().map(Report::code)
                        .flatMap(code -> codebook.byId(code).stream()).noneMatch(Code::presumesSeized);
    }
}
