package gateway.answering;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.Hotline;
import gateway.contact.ReplyRule;
import gateway.contact.Replying;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.entry.SpeakingEntry;
import gateway.roster.Discipline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A witness who agreed to be told hears, beside the one reply there may be, that somebody has it: once, in a shop's words,
 * after a random while, and only if everything still allows a reply at that moment. Who reports for herself never does.
 */
public final class TellingWitnesses {

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final int A_TURN = 200;

    private final Database database;
    private final WitnessReplies replies;
    private final Reporters reporters;
    private final Alerts alerts;
    private final Set<String> witnessCodes;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final DueRows<WitnessReplies.Due> due;

    public TellingWitnesses(Database database, Reporters reporters, Alerts alerts, Codebook codebook, RandomGenerator random,
            InstantSource clock) {
        this.reporters = reporters;
        this.database = database;
        this.replies = new WitnessReplies();
        this.alerts = alerts;
        this.witnessCodes = codebook.codes().stream().filter(Code::reporter).map(Code::id).collect(Collectors.toUnmodifiableSet());
        this.random = random;
        this.clock = clock;
        this.due = new DueRows<>(database, "A witness of alert", WitnessReplies.Due::alert,
                (tx, one) -> decide(tx, one, tx.now()));
    }

    public Optional<Instant> tick() {
        var now = clock.instant();
        database.run(tx -> replies.newOnes(tx, now.minus(LATELY), witnessCodes, A_TURN)
                .forEach(one -> replies.add(tx, one, now.plus(ReplyRule.delay(random)))));
        return due.turn(tx -> replies.due(tx, tx.now(), A_TURN), replies::nextDue);
    }

    /** The contact point first, then the alert: the order of locks. */
    private void decide(Transaction tx, WitnessReplies.Due due, Instant now) {
        var phone = reporters.contactPoints().lock(tx, due.witness());
        var alert = alerts.lock(tx, due.alert());
        var hotline = reporters.hotlines().find(tx, due.hotline());
        if (!replies.isStillDue(tx, due.alert(), now)) {
            return;
        }
        if (phone.isEmpty() || alert.isEmpty() || hotline.isEmpty()) {
            replies.decide(tx, due.alert(), false);
        } else if (isHeldByNobody(alert.get())) {
            replies.putOff(tx, due.alert(), ReplyRule.delay(random), now);
        } else {
            replies.decide(tx, due.alert(), tell(tx, alert.get(), phone.get(), hotline.get(), now));
        }
    }

    private boolean tell(Transaction tx, LockedAlert alert, ContactPoint phone, Hotline hotline, Instant now) {
        var against = against(tx, alert, phone, hotline, now);
        if (against.isPresent()) {
            alert.tell(tx, Actor.GATEWAY, new SpeakingEntry.WitnessNotTold(against.get()));
            return false;
        }
        var from = new Replying.From(hotline.number(), hotline.carrierAccount(), hotline.languages().getFirst(),
                alert.alert().id().value());
        var message = reporters.replying().taken(tx, phone, from, now);
        message.ifPresent(id -> alert.tell(tx, Actor.GATEWAY, new SpeakingEntry.WitnessTold(id.value())));
        return message.isPresent();
    }

    /** Why she is not told after all, as the word of the phrase {@code reply.<why>}. */
    private Optional<String> against(Transaction tx, LockedAlert alert, ContactPoint phone, Hotline hotline, Instant now) {
        if (alert.state() == AlertState.RESOLVED) {
            return Optional.of(ReplyRule.Verdict.RESOLVED.word());
        }
        if (!witnessCodes.contains(alert.alert().code()) || !replies.consents(tx, phone.id())) {
            return Optional.of(ReplyRule.Verdict.CHOSEN_SILENCE.word());
        }
        var verdict = reporters.rules().reply(tx, phone, hotline, alert.alert().silenceAsked(), now);
        return verdict.allowsReply() ? Optional.empty() : Optional.of(verdict.word());
    }

    private static boolean isHeldByNobody(LockedAlert alert) {
        return alert.state() != AlertState.RESOLVED
                && alert.ladder(Discipline.PEER_ADVOCATE).flatMap(ladder -> ladder.holder()).isEmpty();
    }
}
