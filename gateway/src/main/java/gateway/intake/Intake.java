package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.AlertOpening;
import gateway.alert.Alerts;
import gateway.alert.Arrestee;
import gateway.alert.Arrestees;
import gateway.alert.Beginning;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.alert.Proposals;
import gateway.answering.CoverReplies;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPoints;
import gateway.contact.EnrolmentId;
import gateway.contact.Hotline;
import gateway.contact.ReplyRule.Verdict;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.entry.SpeakingEntry;
import gateway.escalation.EscalationPolicy;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.intake.Recognising.Recognised;
import gateway.member.Members;
import gateway.messaging.Outbox;
import gateway.reading.Guess;
import gateway.reading.Understood;
import gateway.roster.Discipline;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A report opens an alert, or joins the reporter's unresolved one on this hotline, or the one that hers was merged into.
 * Peers are always asked. What a later text names is only proposed; what was not understood has a deadline beside.
 */
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final ContactPoints contactPoints;
    private final Members members;
    private final Alerts alerts;
    private final Arrestees arrestees;
    private final Proposals proposals;
    private final Reports reports;
    private final UnreadReports unread;
    private final LaterTexts laterTexts;
    private final Weighing weighing;
    private final Beginning beginning;
    private final SayingSafe sayingSafe;
    private final SafeWordTries safeWordTries;
    private final CoverReplies coverReplies;
    private final Recognising recognising;
    private final Telling telling;
    private final Codebook codebook;
    private final String pack;
    private final Outbox outbox;
    private final RowIds ids;

    /** @param pack name and version of the pack that reads the codes */
    public Intake(ContactPoints contactPoints, Members members, Alerts alerts, Arrestees arrestees, Proposals proposals,
            Reports reports, UnreadReports unread, LaterTexts laterTexts, Weighing weighing, Beginning beginning,
            SayingSafe sayingSafe, SafeWordTries safeWordTries, CoverReplies coverReplies, Recognising recognising,
            Telling telling, Codebook codebook, String pack, Outbox outbox, RowIds ids) {
        this.contactPoints = contactPoints;
        this.members = members;
        this.alerts = alerts;
        this.arrestees = arrestees;
        this.proposals = proposals;
        this.reports = reports;
        this.unread = unread;
        this.laterTexts = laterTexts;
        this.weighing = weighing;
        this.beginning = beginning;
        this.sayingSafe = sayingSafe;
        this.safeWordTries = safeWordTries;
        this.coverReplies = coverReplies;
        this.recognising = recognising;
        this.telling = telling;
        this.codebook = codebook;
        this.pack = pack;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Takes in what a phone told. Its contact point is locked. Says which alert it became part of. */
    public AlertId report(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood understood,
            String words, Instant now) {
        return report(tx, envelope, hotline, reporter, understood, words, false, now);
    }

    /** Somebody rang. {@code again}: she rang a moment ago as well, so everybody is asked once more. */
    public AlertId ring(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood missedCall,
            boolean again, Instant now) {
        return report(tx, envelope, hotline, reporter, missedCall, "", again, now);
    }

    private AlertId report(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter,
            Understood understood, String words, boolean again, Instant now) {
        var recognised = recognising.recognise(tx, reporter, understood.tag(), now);
        var counted = understood.presumesSeized() ? seize(tx, recognised, now) : recognised;
        var unresolved = alerts.lockUnresolvedOf(tx, reporter.id(), hotline.map(Hotline::id).orElse(null));
        return unresolved.isPresent()
                ? join(tx, envelope, unresolved.get(), reporter, counted, understood, words, again, tx.now())
                : open(tx, envelope, hotline, reporter, counted, understood, words, now);
    }

    /** Opens an alert, whatever else is known of the reporter: all that is done when understanding has failed. */
    public AlertId open(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint reporter, Understood understood,
            String words, Instant now) {
        return open(tx, envelope, hotline, reporter, Recognised.by(reporter), understood, words, now);
    }

    /** @param heard the phone as it was before this text */
    private AlertId open(Transaction tx, UUID envelope, Optional<Hotline> hotline, ContactPoint heard, Recognised reporter,
            Understood understood, String words, Instant now) {
        // "Safe" with no alert that it could be about is not understood, and a human should look soon.
        var code = understood.code().guarded() ? codebook.unclear() : understood.code();
        var grave = understood.isGrave() || understood.code().guarded();
        var policy = beginning.policy(tx, hotline);
        var member = members.ofContactPoint(tx, heard.id().value());
        var report = reports.nextId();
        var opening = new AlertOpening.Opening(hotline.map(Hotline::id).orElse(null), heard.id(), code.id(), grave, pack,
                understood.area(), Math.clamp(understood.people(), 1, Proposal.MOST_PEOPLE));
        var opened = alerts.opening().open(tx, opening, now, id -> startLadders(id, policy, understood, now),
                climbing -> new ReportEntry.Opened(report, code.id(), pack, understood.area(), opening.arrestees(),
                        understood.presumesSeized(), hotline.isPresent(), climbing.stream().map(Ladder::discipline).toList(),
                        isToBeRead(code, understood)));
        keep(tx, report, envelope, opened, heard, understood, code, words, now);
        member.get().ifPresent(known -> opened.tell(tx, Actor.GATEWAY, new ReportEntry.FromMember(known)));
        alerts.marks().noteCustody(tx, opened.alert().id(), understood.custody());
        var alert = recognising.note(tx, opened, reporter, report, understood.silent());
        sayingSafe.toCheck(tx, reporter.person(), understood).ifPresent(person -> safeWordTries.begin(tx, report, person, true, now));
        hotline.ifPresentOrElse(
                known -> answer(tx, alert, known, reporter.phone(), understood, now),
                () -> raiseUnknownNumber(tx, alert));
        hearCarrierWord(tx, alert, heard, words, now);
        return alert.alert().id();
    }

    /** Only after words that are mild as a whole; so never after a missed call, which has none: who holds the phone now may not be who rang. */
    private void answer(Transaction tx, LockedAlert alert, Hotline hotline, ContactPoint phone, Understood understood, Instant now) {
        if (understood.isWhollyMild()) {
            coverReplies.consider(tx, alert, hotline, phone, now);
        }
    }

    /** A reply that still waits was decided before these words came. A ring says nothing, and takes nothing back. */
    private void withholdReply(Transaction tx, LockedAlert alert, Understood understood) {
        var words = !understood.code().equals(codebook.missedCall());
        if (words && !understood.isWhollyMild() && coverReplies.withdraw(tx, alert.alert().id())) {
            alert.tell(tx, Actor.GATEWAY, new SpeakingEntry.ReplyWithheld(Verdict.NOT_MILD.word()));
        }
    }

    private Recognised seize(Transaction tx, Recognised reporter, Instant now) {
        weighing.seize(tx, reporter.phone().id(), now);
        return reporter.seized();
    }

    private AlertId join(Transaction tx, UUID envelope, LockedAlert alert, ContactPoint heard, Recognised reporter,
            Understood understood, String words, boolean again, Instant now) {
        var gravestSoFar = codebook.byId(alert.alert().code()).orElse(codebook.unclear());
        var toCheck = sayingSafe.toCheck(tx, reporter.person(), understood);
        var named = proposals.freshOf(tx, alert, named(tx, alert, understood, toCheck), reporter.phone().presumedSeized());
        var joining = Joining.of(alert.alert(), gravestSoFar, understood.code(), understood.area(), now);
        var asksAfresh = again || joining.asksAfresh()
                || (joining.elsewhere() || reporter.isNewTo(alert.alert())) && alerts.marks().mayAskElsewhere(tx, alert.alert(), now);
        var report = reports.nextId();
        var joined = alert.alert().join(joining.gravest().id(), understood.area(), understood.isGrave(), now);
        alerts.save(tx, joined);
        alerts.marks().noteCustody(tx, joined.id(), understood.custody());
        alert.tell(tx, Actor.REPORTER, new ReportEntry.ReportJoined(report, understood.code().id(),
                joining.gravest().id(), understood.area(), understood.presumesSeized(), asksAfresh, isToBeRead(understood.code(), understood)));
        var told = recognising.note(tx, new LockedAlert(joined, alert.ladders(), alert.seal()), reporter, report,
                understood.silent());
        keep(tx, report, envelope, told, heard, understood, understood.code(), words, now);
        proposals.add(tx, told, report, named, now);
        toCheck.ifPresent(person -> safeWordTries.begin(tx, report, person, asksAfresh, now));
        if (asksAfresh || toCheck.isEmpty()) {
            laterTexts.add(tx, report, told);
        }
        withholdReply(tx, told, understood);
        weighing.weigh(tx, told, asksAfresh, understood.wanted(), now);
        hearCarrierWord(tx, told, heard, words, now);
        return alert.alert().id();
    }

    private List<Proposal.Named> named(Transaction tx, LockedAlert alert, Understood understood, Optional<EnrolmentId> toCheck) {
        var tellsOfThem = understood.people() > 0 || understood.reading().codes().stream().anyMatch(code -> code.stage() != null);
        var held = tellsOfThem ? arrestees.of(tx, alert.alert().id()) : List.<Arrestee>of();
        return Stream.concat(NewProposals.of(alert.alert(), understood, held).stream(),
                SayingSafe.named(understood, toCheck).stream()).toList();
    }

    private void keep(Transaction tx, UUID report, UUID envelope, LockedAlert alert, ContactPoint heard, Understood understood,
            Code code, String words, Instant now) {
        reports.add(tx, report, envelope, alert, heard, code, words, now);
        if (isToBeRead(code, understood)) {
            unread.add(tx, report, alert, Guess.of(understood), now);
        }
    }

    /** Whether a human must read it: it is no code, or a mild one beside words that nobody knows. */
    private boolean isToBeRead(Code code, Understood understood) {
        return code.equals(codebook.unclear()) || understood.isMildBesideUnknown();
    }

    /** A carrier answers such a word by itself, and after some of them lets us text the phone no more. */
    private void hearCarrierWord(Transaction tx, LockedAlert alert, ContactPoint reporter, String words, Instant now) {
        if (codebook.isCarrierWord(words)) {
            hearCarrier(tx, alert, reporter, said(words), "word", now);
        }
    }

    /** The carrier says so of words of its own, which may be others than the pack knows. The alert stands, whatever it says. */
    public void hearCarrier(Transaction tx, AlertId id, ContactPoint reporter, Envelope envelope, Instant now) {
        if (envelope.says() != CarrierSays.NOTHING && !(codebook.isCarrierWord(envelope.words()) && said(envelope.words()) == envelope.says())) {
            alerts.lock(tx, id).ifPresent(alert -> hearCarrier(tx, alert, reporter, envelope.says(), "carrier", now));
        }
    }

    private CarrierSays said(String carrierWord) {
        return codebook.isOptOut(carrierWord) ? CarrierSays.OPTED_OUT : codebook.isOptIn(carrierWord) ? CarrierSays.OPTED_IN : CarrierSays.HELPED;
    }

    /** That it would let us text her again lifts nothing: what she asked for once, a human may change with her. */
    private void hearCarrier(Transaction tx, LockedAlert alert, ContactPoint reporter, CarrierSays says, String why, Instant now) {
        alert.tell(tx, Actor.REPORTER, new ReportEntry.CarrierWord(switch (says) {
            case OPTED_OUT -> "out";
            case OPTED_IN -> "in";
            case HELPED, NOTHING -> "info";
        }));
        if (says == CarrierSays.OPTED_OUT && contactPoints.block(tx, reporter.id())) {
            outbox.cancelOfContactPoint(tx, reporter.id().value(), now);
            alert.tell(tx, Actor.GATEWAY, new ReportEntry.PhoneBlocked(why));
        }
    }

    private List<Ladder.Climbing> startLadders(AlertId alert, EscalationPolicy policy, Understood understood, Instant now) {
        var started = new ArrayList<Ladder.Climbing>();
        started.add(Ladder.start(new LadderId(ids.next()), alert, Discipline.PEER_ADVOCATE, policy.id(), now));
        understood.wanted().stream().filter(policy::asks).forEach(discipline ->
                started.add(Ladder.start(new LadderId(ids.next()), alert, discipline, policy.id(), now)));
        return started;
    }

    private void raiseUnknownNumber(Transaction tx, LockedAlert alert) {
        log.error("Alert {} came to a number of our account that no hotline has", alert.alert().number());
        telling.tellCoordinators(tx, alert, "notice.unknown-number", Map.of("number", alert.alert().number().toString()));
    }
}
