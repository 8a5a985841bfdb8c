package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.AlertOpening;
import gateway.alert.Arrestee;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.answering.CoverReplies;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.EnrolmentId;
import gateway.contact.Hotline;
import gateway.contact.ReplyRule.Verdict;
import gateway.contact.Replying;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.entry.SpeakingEntry;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.intake.Recognising.Recognised;
import gateway.reading.Guess;
import gateway.reading.Understood;
import gateway.telling.Dispatching;
import java.time.Instant;
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

    private final Replying replying;
    private final Dispatching dispatching;
    private final Heart heart;
    private final Reporting reporting;
    private final CoverReplies coverReplies;
    private final Codebook codebook;
    private final String pack;

    /** @param pack name and version of the pack that reads the codes */
    public Intake(Replying replying, Dispatching dispatching, Heart heart, Reporting reporting,
            CoverReplies coverReplies, Codebook codebook, String pack) {
        this.reporting = reporting;
        this.heart = heart;
        this.dispatching = dispatching;
        this.replying = replying;
        this.coverReplies = coverReplies;
        this.codebook = codebook;
        this.pack = pack;
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
        var recognised = reporting.recognising().recognise(tx, reporter, understood.tag(), now);
        var counted = understood.presumesSeized() ? seize(tx, recognised, now) : recognised;
        var unresolved = heart.alerts().lockUnresolvedOf(tx, reporter.id(), hotline.map(Hotline::id).orElse(null));
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
        var policy = heart.beginning().policy(tx, hotline);
        var member = dispatching.members().ofContactPoint(tx, heard.id().value());
        var report = reporting.reports().nextId();
        var opening = new AlertOpening.Opening(hotline.map(Hotline::id).orElse(null), heard.id(), code.id(), grave, pack,
                understood.area(), Math.clamp(understood.people(), 1, Proposal.MOST_PEOPLE));
        var opened = heart.alerts().opening().open(tx, opening, now, id -> heart.beginning().start(id, policy, understood.wanted(), now),
                climbing -> new ReportEntry.Opened(report, code.id(), pack, understood.area(), opening.arrestees(),
                        understood.presumesSeized(), hotline.isPresent(), climbing.stream().map(Ladder::discipline).toList(),
                        isToBeRead(code, understood)));
        keep(tx, report, envelope, opened, heard, understood, code, words, now);
        member.get().ifPresent(known -> opened.tell(tx, Actor.GATEWAY, new ReportEntry.FromMember(known)));
        heart.alerts().marks().noteCustody(tx, opened.alert().id(), understood.custody());
        var alert = reporting.recognising().note(tx, opened, reporter, report, understood.silent());
        reporting.sayingSafe().toCheck(tx, reporter.person(), understood).ifPresent(person -> reporting.safeWordTries().begin(tx, report, person, true, now));
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
        reporting.weighing().seize(tx, reporter.phone().id(), now);
        return reporter.seized();
    }

    private AlertId join(Transaction tx, UUID envelope, LockedAlert alert, ContactPoint heard, Recognised reporter,
            Understood understood, String words, boolean again, Instant now) {
        var gravestSoFar = codebook.byId(alert.alert().code()).orElse(codebook.unclear());
        var toCheck = reporting.sayingSafe().toCheck(tx, reporter.person(), understood);
        var named = heart.proposals().freshOf(tx, alert, named(tx, alert, understood, toCheck), reporter.phone().presumedSeized());
        var joining = Joining.of(alert.alert(), gravestSoFar, understood.code(), understood.area(), now);
        var asksAfresh = again || joining.asksAfresh()
                || (joining.elsewhere() || reporter.isNewTo(alert.alert())) && heart.alerts().marks().mayAskElsewhere(tx, alert.alert(), now);
        var report = reporting.reports().nextId();
        var joined = alert.alert().join(joining.gravest().id(), understood.area(), understood.isGrave(), now);
        heart.alerts().save(tx, joined);
        heart.alerts().marks().noteCustody(tx, joined.id(), understood.custody());
        alert.tell(tx, Actor.REPORTER, new ReportEntry.ReportJoined(report, understood.code().id(),
                joining.gravest().id(), understood.area(), understood.presumesSeized(), asksAfresh, isToBeRead(understood.code(), understood)));
        var told = reporting.recognising().note(tx, new LockedAlert(joined, alert.ladders(), alert.seal()), reporter, report,
                understood.silent());
        keep(tx, report, envelope, told, heard, understood, understood.code(), words, now);
        heart.proposals().add(tx, told, report, named, now);
        toCheck.ifPresent(person -> reporting.safeWordTries().begin(tx, report, person, asksAfresh, now));
        if (asksAfresh || toCheck.isEmpty()) {
            reporting.laterTexts().add(tx, report, told);
        }
        withholdReply(tx, told, understood);
        reporting.weighing().weigh(tx, told, asksAfresh, understood.wanted(), now);
        hearCarrierWord(tx, told, heard, words, now);
        return alert.alert().id();
    }

    private List<Proposal.Named> named(Transaction tx, LockedAlert alert, Understood understood, Optional<EnrolmentId> toCheck) {
        var tellsOfThem = understood.people() > 0 || understood.reading().codes().stream().anyMatch(code -> code.stage() != null);
        var held = tellsOfThem ? heart.arrestees().of(tx, alert.alert().id()) : List.<Arrestee>of();
        return Stream.concat(NewProposals.of(alert.alert(), understood, held).stream(),
                SayingSafe.named(understood, toCheck).stream()).toList();
    }

    private void keep(Transaction tx, UUID report, UUID envelope, LockedAlert alert, ContactPoint heard, Understood understood,
            Code code, String words, Instant now) {
        reporting.reports().add(tx, report, envelope, alert, heard, code, words, now);
        if (isToBeRead(code, understood)) {
            reporting.unread().add(tx, report, alert, Guess.of(understood), now);
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
            heart.alerts().lock(tx, id).ifPresent(alert -> hearCarrier(tx, alert, reporter, envelope.says(), "carrier", now));
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
        if (says == CarrierSays.OPTED_OUT && replying.block(tx, reporter.id())) {
            alert.tell(tx, Actor.GATEWAY, new ReportEntry.PhoneBlocked(why));
        }
    }

    private void raiseUnknownNumber(Transaction tx, LockedAlert alert) {
        log.error("Alert {} came to a number of our account that no hotline has", alert.alert().number());
        dispatching.telling().coordinators().tell(tx, alert, "notice.unknown-number", Map.of("number", alert.alert().number().toString()));
    }
}
