package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPoints;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.HearingAgain;
import gateway.dispatch.Telling;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.hotline.Hotline;
import gateway.hotline.Hotlines;
import gateway.intake.Recognising.Recognised;
import gateway.messaging.Outbox;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A report opens an alert, or joins the reporter's unresolved one on this hotline. Peers are always asked. */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    /** Whoever is held beyond these is in the words, which are kept: a slip of a digit is not to make a thousand rows. */
    private static final int MOST_ARRESTEES = 50;

    private final ContactPoints contactPoints;
    private final Alerts alerts;
    private final Ladders ladders;
    private final Timeline timeline;
    private final Reports reports;
    private final EscalationPolicies policies;
    private final Hotlines hotlines;
    private final HearingAgain hearingAgain;
    private final CoverReplies coverReplies;
    private final Recognising recognising;
    private final Telling telling;
    private final Codebook codebook;
    private final String pack;
    private final Outbox outbox;
    private final RowIds ids;

    /** @param pack name and version of the pack that reads the codes */
    public Intake(ContactPoints contactPoints, Alerts alerts, Ladders ladders, Timeline timeline, Reports reports,
            EscalationPolicies policies, Hotlines hotlines, HearingAgain hearingAgain, CoverReplies coverReplies,
            Recognising recognising, Telling telling, Codebook codebook, String pack, Outbox outbox,
            RowIds ids) {
        this.contactPoints = contactPoints;
        this.alerts = alerts;
        this.ladders = ladders;
        this.timeline = timeline;
        this.reports = reports;
        this.policies = policies;
        this.hotlines = hotlines;
        this.hearingAgain = hearingAgain;
        this.coverReplies = coverReplies;
        this.recognising = recognising;
        this.telling = telling;
        this.codebook = codebook;
        this.pack = pack;
        this.outbox = outbox;
        this.ids = ids;
    }

    AlertId report(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood understood,
            String words, Instant now) {
        return report(tx, envelope, hotline, reporter, understood, words, false, now);
    }

    /** Somebody rang. {@code again}: she rang a moment ago as well, so everybody is asked once more. */
    AlertId ring(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood missedCall,
            boolean again, Instant now) {
        return report(tx, envelope, hotline, reporter, missedCall, "", again, now);
    }

    private AlertId report(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter,
            Understood understood, String words, boolean again, Instant now) {
        var recognised = recognising.recognise(tx, reporter, understood.tag(), now);
        var counted = understood.presumesSeized() ? seize(tx, recognised, now) : recognised;
        var unresolved = alerts.lockUnresolvedOf(tx, reporter.id(), hotline.map(Hotline::id).orElse(null));
        var alert = unresolved.isPresent()
                ? join(tx, envelope, hotline, unresolved.get(), reporter, counted, understood, words, again, now)
                : open(tx, envelope, hotline, reporter, counted, understood, words, now);
        if (understood.presumesSeized()) {
            outbox.cancelOfContactPoint(tx, reporter.id().value(), now);
        }
        return alert;
    }

    /** Opens an alert, whatever else is known of the reporter: all that is done when understanding has failed. */
    AlertId open(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood understood,
            String words, Instant now) {
        return open(tx, envelope, hotline, reporter, Recognised.by(reporter), understood, words, now);
    }

    /** @param heard the phone as it was before this text */
    private AlertId open(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint heard, Recognised reporter,
            Understood understood, String words, Instant now) {
        // "Safe" with no alert that it could be about is not understood, and a human should look soon.
        var code = understood.code().guarded() ? codebook.unclear() : understood.code();
        var grave = understood.isGrave() || understood.code().guarded();
        var policy = policy(tx, hotline);
        var report = reports.nextId();
        var opening = new Alerts.Opening(hotline.map(Hotline::id).orElse(null), heard.id(), code.id(), grave, pack,
                understood.area(), Math.clamp(understood.people(), 1, MOST_ARRESTEES));
        var opened = alerts.open(tx, opening, now, id -> startLadders(id, policy, understood.wantsLegalAid(), now),
                climbing -> new TimelineEntry.Opened(report, code.id(), pack, understood.area(), opening.arrestees(),
                        understood.presumesSeized(), hotline.isPresent(), climbing.stream().map(Ladder::discipline).toList()));
        reports.add(tx, report, envelope, opened, code, words, heard.presumedSeized(), now);
        var alert = recognising.note(tx, opened, reporter, report, understood.silent(), now);
        hotline.ifPresentOrElse(
                known -> answer(tx, alert, known, reporter.phone(), code, now),
                () -> raiseUnknownNumber(tx, alert));
        return alert.alert().id();
    }

    /** Never a text after a missed call: whoever has the phone now may not be who rang. */
    private void answer(Transaction tx, LockedAlert alert, Hotline hotline, ContactPoint phone, Code code, Instant now) {
        if (!code.equals(codebook.missedCall())) {
            coverReplies.consider(tx, alert, hotline, phone, now);
        }
    }

    private Recognised seize(Transaction tx, Recognised reporter, Instant now) {
        contactPoints.setSeized(tx, reporter.phone().id(), true, now);
        return reporter.seized();
    }

    private AlertId join(Transaction tx, UUID envelope, Optional<Hotline> hotline, LockedAlert alert, ContactPoint heard,
            Recognised reporter, Understood understood, String words, boolean again, Instant now) {
        var gravestSoFar = codebook.byId(alert.alert().code()).orElse(codebook.unclear());
        var joining = Joining.of(alert.alert(), gravestSoFar, understood.code(), understood.area(), now);
        var report = reports.nextId();
        var joined = alert.alert().join(joining.gravest().id(), understood.area(), understood.isGrave(), now);
        alerts.save(tx, joined, now);
        reports.add(tx, report, envelope, alert, understood.code(), words, heard.presumedSeized(), now);
        var asksAfresh = again || joining.asksAfresh() || reporter.isNewTo(alert.alert());
        timeline.add(tx, alert, Actor.REPORTER, now, new TimelineEntry.ReportJoined(report, understood.code().id(),
                joining.gravest().id(), understood.area(), understood.presumesSeized(), asksAfresh));
        var told = recognising.note(tx, new LockedAlert(joined, alert.ladders(), alert.seal()), reporter, report,
                understood.silent(), now);
        hearingAgain.hear(tx, told, understood.code(), asksAfresh);
        if (understood.wantsLegalAid() && alert.ladder(Discipline.LEGAL_AID).isEmpty()) {
            startLegalAid(tx, told, policy(tx, hotline), now);
        }
        return alert.alert().id();
    }

    private List<Ladder> startLadders(AlertId alert, EscalationPolicy policy, boolean wantsLegalAid, Instant now) {
        var started = new ArrayList<Ladder>();
        started.add(Ladder.start(new LadderId(ids.next()), alert, Discipline.PEER_ADVOCATE, policy.id(), now));
        if (wantsLegalAid && policy.asks(Discipline.LEGAL_AID)) {
            started.add(Ladder.start(new LadderId(ids.next()), alert, Discipline.LEGAL_AID, policy.id(), now));
        }
        return started;
    }

    private void startLegalAid(Transaction tx, LockedAlert alert, EscalationPolicy policy, Instant now) {
        if (policy.asks(Discipline.LEGAL_AID)) {
            ladders.add(tx, Ladder.start(new LadderId(ids.next()), alert.alert().id(), Discipline.LEGAL_AID, policy.id(), now));
            timeline.add(tx, alert, Actor.GATEWAY, now, new TimelineEntry.LadderStarted(Discipline.LEGAL_AID));
        }
    }

    /** The hotline's policy; for a number that no hotline has, that of the first hotline. */
    private EscalationPolicy policy(Transaction tx, Optional<Hotline> hotline) {
        return hotline.or(() -> hotlines.all(tx).stream().findFirst())
                .flatMap(known -> policies.current(tx, known.policyName()))
                .orElseThrow(() -> new IllegalStateException("no hotline has a policy: load a network"));
    }

    private void raiseUnknownNumber(Transaction tx, LockedAlert alert) {
        log.error("Alert {} came to a number of our account that no hotline has", alert.alert().number());
        telling.tellCoordinators(tx, alert, "notice.unknown-number", Map.of("number", alert.alert().number().toString()));
    }
}
