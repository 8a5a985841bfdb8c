package gateway.answering;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.contact.ContactPoint;
import gateway.contact.Hotline;
import gateway.contact.ReplyRule.Verdict;
import gateway.contact.Replying;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.entry.SpeakingEntry;
import java.time.Instant;
import java.util.Optional;

/** Sends a reply whose moment has come, if it may still be sent: the phone may have been seized meanwhile. */
public final class Answering {

    private static final int A_TURN = 200;

    private final CoverReplies coverReplies;
    private final Reporters reporters;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final DueRows<CoverReplies.Due> due;

    public Answering(Database database, CoverReplies coverReplies, Reporters reporters, Alerts alerts, Dispatches dispatches) {
        this.reporters = reporters;
        this.coverReplies = coverReplies;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.due = new DueRows<>(database, "A reply of alert", CoverReplies.Due::alert,
                (tx, one) -> decide(tx, one, tx.now()));
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> coverReplies.due(tx, tx.now(), A_TURN), coverReplies::nextDue);
    }

    /** The contact point first, then the alert: the order of locks. */
    private void decide(Transaction tx, CoverReplies.Due due, Instant now) {
        var phone = reporters.contactPoints().lock(tx, due.reporter());
        var alert = alerts.lock(tx, due.alert());
        var hotline = reporters.hotlines().find(tx, due.hotline());
        if (!coverReplies.isStillDue(tx, due.alert(), now)) {
            return;
        }
        var sent = phone.isPresent() && alert.isPresent() && hotline.isPresent()
                && answer(tx, alert.get(), phone.get(), hotline.get(), now);
        coverReplies.decide(tx, due.alert(), sent);
    }

    private boolean answer(Transaction tx, LockedAlert alert, ContactPoint phone, Hotline hotline, Instant now) {
        var verdict = alert.state() == AlertState.RESOLVED ? Verdict.RESOLVED
                : reporters.rules().reply(tx, phone, hotline, alert.alert().silenceAsked(), now);
        if (!verdict.allowsReply()) {
            alert.tell(tx, Actor.GATEWAY, new SpeakingEntry.ReplyWithheld(verdict.word()));
            return false;
        }
        var from = new Replying.From(hotline.number(), hotline.carrierAccount(), hotline.languages().getFirst(),
                alert.alert().id().value());
        var message = verdict == Verdict.PLAIN ? reporters.replying().plain(tx, phone, from, standing(tx, alert), now)
                : reporters.replying().cover(tx, phone, from, now);
        message.ifPresent(id -> alert.tell(tx, Actor.GATEWAY, new SpeakingEntry.ReporterAnswered(id.value())));
        return message.isPresent();
    }

    /** A plain reply tells what is so, and promises nothing. */
    private Replying.Standing standing(Transaction tx, LockedAlert alert) {
        if (alert.ladders().stream().anyMatch(ladder -> ladder.holder().isPresent())) {
            return Replying.Standing.TAKEN;
        }
        return dispatches.of(tx, alert.alert().id()).stream().anyMatch(dispatch -> dispatch.state() == DispatchState.ASKED)
                ? Replying.Standing.ASKED : Replying.Standing.NOBODY_YET;
    }
}
