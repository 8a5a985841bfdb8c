package gateway.inbox;

import gateway.alert.AlertId;
import gateway.answering.CallingBack;
import gateway.codebook.Reading;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPointId;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.database.Transaction;
import gateway.incoming.Envelope;
import gateway.incoming.Envelopes;
import gateway.incoming.Incoming;
import gateway.incoming.IncomingCall;
import gateway.incoming.Pressed;
import gateway.incoming.Rung;
import gateway.intake.Intake;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.phone.PhoneNumber;
import gateway.reading.Understanding;
import gateway.reading.Understood;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in calls: when the first ring returns, an alert is committed; what is pressed later joins it with its code, as a
 * text would. A responder's own call opens nothing by itself, since an alert from her phone would keep us from asking her;
 * the coordinators are told after the call instead, and a code she presses is a report like any other.
 */
public final class CallInbox {

    private static final Logger log = LoggerFactory.getLogger(CallInbox.class);

    private final Database database;
    private final Reporters reporters;
    private final Incoming incoming;
    private final CallingBack callingBack;
    private final Switchboard switchboard;
    private final Intake intake;
    private final Understanding understanding;

    public CallInbox(Database database, Reporters reporters, Incoming incoming,
            CallingBack callingBack, Switchboard switchboard, Intake intake, Understanding understanding) {
        this.incoming = incoming;
        this.reporters = reporters;
        this.database = database;
        this.callingBack = callingBack;
        this.switchboard = switchboard;
        this.intake = intake;
        this.understanding = understanding;
    }

    /**
     * Somebody rings. The same call again changes nothing.
     *
     * @param call the carrier's id of the call as its id, and no words
     * @throws DatabaseAway when nothing could be committed; the carrier must try again
     */
    public Rung ring(Envelope call) {
        return failingOpen("A call", () -> database.inTransaction(tx -> firstRing(tx, call, tx.now())),
                () -> database.inTransaction(tx -> openAtLeast(tx, call, tx.now())),
                () -> database.inTransaction(tx -> rangBefore(tx, call)));
    }

    /** A reporter answers a call that we placed to her: what she presses belongs to the alert she was called back for. */
    public void calledBack(Transaction tx, Envelope call, @Nullable HotlineId hotline, ContactPointId reporter, AlertId alert) {
        if (incoming.calls().find(tx, call).isEmpty()) {
            incoming.calls().add(tx, call, new IncomingCall(incoming.calls().nextId(), hotline, reporter, null, alert), false, tx.now());
        }
    }

    /** The responder who rings, as long as nothing speaks against her phone; she may have reported in this very call. */
    public Optional<MemberId> memberOf(Transaction tx, Envelope call) {
        return incoming.calls().find(tx, call).flatMap(known -> Optional.ofNullable(known.member()));
    }

    /** Whether a responder's phone may still be spoken to as hers. */
    public boolean maySpeak(Transaction tx, Member member) {
        return switchboard.maySpeak(tx, member);
    }

    /** The hotline a call belongs to. */
    public Optional<Hotline> hotlineOf(Envelope call) {
        return database.inTransaction(tx -> hotline(tx, call, incoming.calls().find(tx, call)));
    }

    /**
     * Keys were pressed. The same step of the same call again changes nothing.
     *
     * @param step names the question that was answered; each is taken in once
     */
    public Pressed press(Envelope call, String step, String keys) {
        var answer = call.pressed(step, keys);
        var read = read(keys);
        if (read.isEmpty()) {
            return new Pressed.NoCode(hotlineOf(call).orElse(null));
        }
        return failingOpen("A key", () -> database.inTransaction(tx -> report(tx, call, answer, read.get(), tx.now())),
                () -> database.inTransaction(tx -> openUnclear(tx, call, answer, tx.now())),
                () -> database.inTransaction(tx -> pressedBefore(tx, call, read.get())));
    }

    private static <T> T failingOpen(String what, Supplier<T> whole, Supplier<T> least, Supplier<T> before) {
        try {
            return whole.get();
        } catch (DatabaseAway away) {
            throw away;
        } catch (Envelopes.TakenBefore again) {
            return before.get();
        } catch (RuntimeException bug) {
            log.error("{} could not be taken in whole; it is kept for a human at least", what, bug);
        }
        try {
            return least.get();
        } catch (Envelopes.TakenBefore again) {
            return before.get();
        }
    }

    private Rung firstRing(Transaction tx, Envelope call, Instant now) {
        var hotline = hotline(tx, call);
        var member = switchboard.askWhose(tx, call).get().filter(known -> switchboard.maySpeak(tx, known));
        return member.isPresent() ? ofMember(tx, call, hotline, member.get(), now) : ofReporter(tx, call, hotline, now);
    }

    private Rung ofReporter(Transaction tx, Envelope call, Optional<Hotline> hotline, Instant now) {
        var reporter = reporters.contactPoints().hear(tx, call.from(), now);
        var again = incoming.calls().isRepeat(tx, reporter.id(), id(hotline), now);
        var id = incoming.envelopes().ofCall(tx, call.ringing(), hotline, reporter.id(), now);
        var alert = intake.ring(tx, id, hotline, reporter, understanding.missedCall(), again, now);
        incoming.calls().add(tx, call, new IncomingCall(incoming.calls().nextId(), id(hotline), reporter.id(), null, alert), again, now);
        hotline.ifPresent(line -> callingBack.consider(tx, line, reporter.id(), alert));
        return new Rung(hotline.orElse(null), false);
    }

    private Rung ofMember(Transaction tx, Envelope call, Optional<Hotline> hotline, Member member, Instant now) {
        incoming.envelopes().ofMembersCall(tx, call.ringing(), hotline, member.id(), now);
        var rangLately = incoming.calls().rangLately(tx, member.id(), now);
        var known = new IncomingCall(incoming.calls().nextId(), id(hotline), null, member.id(), null);
        incoming.calls().add(tx, call, known, false, now);
        incoming.tellingOfRings().rings(tx, known, rangLately, now);
        return new Rung(hotline.orElse(null), true);
    }

    /** Nothing is understood but that somebody rang: a member, of which the coordinators are told, or else an alert is all that is kept. */
    private Rung openAtLeast(Transaction tx, Envelope call, Instant now) {
        var hotline = hotline(tx, call);
        var member = switchboard.keepAtLeast(tx, call.ringing(), hotline, now);
        if (member.isPresent()) {
            incoming.calls().add(tx, call, new IncomingCall(incoming.calls().nextId(), id(hotline), null, member.get(), null), false, now);
            return new Rung(hotline.orElse(null), true);
        }
        var reporter = reporters.contactPoints().hear(tx, call.from(), now);
        var id = incoming.envelopes().ofCall(tx, call.ringing(), hotline, reporter.id(), now);
        intake.open(tx, id, hotline, reporter, understanding.missedCall(), "", now);
        return new Rung(hotline.orElse(null), false);
    }

    private Rung rangBefore(Transaction tx, Envelope call) {
        return new Rung(hotline(tx, call).orElse(null),
                incoming.calls().find(tx, call).filter(known -> known.member() != null).isPresent());
    }

    /** A key is one key: what a phone sends without being asked is no code. */
    private Optional<Understood> read(String keys) {
        return keys.length() == 1 && Character.isDigit(keys.charAt(0))
                ? Optional.of(understanding.of(keys)).filter(understood -> understood.reading() instanceof Reading.Coded)
                : Optional.empty();
    }

    private Pressed report(Transaction tx, Envelope call, Envelope answer, Understood understood, Instant now) {
        var known = incoming.calls().find(tx, call);
        var hotline = hotline(tx, call, known);
        var reporter = reporter(tx, call, known, now);
        var id = incoming.envelopes().ofCall(tx, answer, hotline, reporter.id(), now);
        var alert = intake.report(tx, id, hotline, reporter, understood, answer.words(), now);
        return reported(tx, hotline, known, alert, understood);
    }

    private Pressed openUnclear(Transaction tx, Envelope call, Envelope answer, Instant now) {
        var known = incoming.calls().find(tx, call);
        var hotline = hotline(tx, call, known);
        if (switchboard.keepAtLeast(tx, answer, hotline, now).isPresent()) {
            return new Pressed.Reported(hotline.orElse(null), null, understanding.nothing().code(), false);
        }
        var reporter = reporter(tx, call, known, now);
        var id = incoming.envelopes().ofCall(tx, answer, hotline, reporter.id(), now);
        var alert = intake.open(tx, id, hotline, reporter, understanding.nothing(), answer.words(), now);
        return reported(tx, hotline, known, alert, understanding.nothing());
    }

    private Pressed reported(Transaction tx, Optional<Hotline> hotline, Optional<IncomingCall> call, AlertId alert,
            Understood understood) {
        call.ifPresent(known -> incoming.calls().belongsTo(tx, known, alert));
        return new Pressed.Reported(hotline.orElse(null), alert, understood.code(), understood.silent());
    }

    private Pressed pressedBefore(Transaction tx, Envelope call, Understood understood) {
        var known = incoming.calls().find(tx, call);
        return new Pressed.Reported(hotline(tx, call, known).orElse(null), known.map(IncomingCall::alert).orElse(null),
                understood.code(), understood.silent());
    }

    /** Whoever rang, locked; a withheld number is the same contact point for the whole call, and for no other. */
    private ContactPoint reporter(Transaction tx, Envelope call, Optional<IncomingCall> known, Instant now) {
        return known.flatMap(rung -> Optional.ofNullable(rung.contactPoint()))
                .flatMap(phone -> reporters.contactPoints().lock(tx, phone))
                .orElseGet(() -> reporters.contactPoints().hear(tx, call.from(), now));
    }

    private static @Nullable HotlineId id(Optional<Hotline> hotline) {
        return hotline.map(Hotline::id).orElse(null);
    }

    /** A call that we placed names the reporter as the one rung, so what is known of it goes before. */
    private Optional<Hotline> hotline(Transaction tx, Envelope call, Optional<IncomingCall> known) {
        return known.flatMap(rung -> Optional.ofNullable(rung.hotline())).flatMap(id -> reporters.hotlines().find(tx, id))
                .or(() -> hotline(tx, call));
    }

    private Optional<Hotline> hotline(Transaction tx, Envelope call) {
        return PhoneNumber.read(call.to()).flatMap(number -> reporters.hotlines().byNumber(tx, number));
    }
}
