package gateway.voice;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.codebook.Codebook;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPointId;
import gateway.contact.ReplyRule.Verdict;
import gateway.contact.Reporters;
import gateway.contact.Wishes;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.entry.SpeakingEntry;
import gateway.entry.TimelineEntry;
import gateway.intake.Report;
import gateway.intake.Reports;
import gateway.member.Member;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Purpose;
import gateway.phone.PhoneNumber;
import gateway.telling.Dispatching;
import java.util.Locale;
import java.util.Optional;

/**
 * A member asks to speak with the reporter. The member's own phone is rung first; the reporter's only when a key was pressed
 * there, and only if it may be rung at that moment still.
 */
public final class RingingBack {

    private static final int MOST_REPORTS = 200;

    private final Reporters reporters;
    private final Alerts alerts;
    private final Reports reports;
    private final PlacedCalls calls;
    private final Dispatching dispatching;
    private final Codebook codebook;

    public RingingBack(Reporters reporters, Alerts alerts, Reports reports, PlacedCalls calls, Dispatching dispatching,
            Codebook codebook) {
        this.reporters = reporters;
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.reports = reports;
        this.calls = calls;
        this.codebook = codebook;
    }

    /** Why the reporter's phone may not be rung, as the word of the phrase {@code ring-back.<why>}; empty when it may. */
    public Optional<String> whyNot(Transaction tx, LockedAlert alert) {
        return reporters.contactPoints().find(tx, alert.alert().contactPoint())
                .map(phone -> whyNot(tx, alert, phone)).orElse(Optional.of("not-a-number"));
    }

    /** The alert and its contact point are locked. */
    public RingBackResult ask(Transaction tx, LockedAlert alert, Member member, String reason) {
        var whyNot = whyNot(tx, alert);
        if (whyNot.isPresent()) {
            add(tx, alert, member, new SpeakingEntry.RingBackRefused(member.id(), whyNot.get()));
            return new RingBackResult.Refused(whyNot.get());
        }
        if (calls.isUnderWay(tx, alert.alert().id().value(), Purpose.BRIDGE, tx.now())) {
            return new RingBackResult.UnderWay();
        }
        if (!dispatching.telling().ringToJoin(tx, alert, member, alert.alert().contactPoint().value())) {
            return new RingBackResult.NoPhone();
        }
        add(tx, alert, member, new SpeakingEntry.RingBackAsked(member.id(), reason));
        return new RingBackResult.Ringing();
    }

    /** The member is there: the number to be joined with, if it may still be rung. */
    Optional<PhoneNumber> dial(Transaction tx, PlacedCall call, Member member) {
        // In the one order of locks, so that nobody says "seized" between looking and dialling.
        var phone = Optional.ofNullable(call.about().contactPoint())
                .flatMap(id -> reporters.contactPoints().lock(tx, new ContactPointId(id)));
        var alert = lock(tx, call);
        if (phone.isEmpty() || alert.isEmpty() || member.askablePhone().filter(call.to()::equals).isEmpty()) {
            return Optional.empty();
        }
        return dial(tx, alert.get(), phone.get(), member, whyNot(tx, alert.get(), phone.get()));
    }

    /**
     * The holder has keyed her code in a call of her own: the number to be joined with. Beside all that stands against any
     * ringing back, only who enrolled and wished to be called is rung so: whoever rings in is less sure than a member's page.
     */
    Optional<PhoneNumber> dialForHolder(Transaction tx, DispatchId dispatch, Member holder) {
        var id = dispatching.dispatches().find(tx, dispatch).map(Dispatch::alert);
        var phone = id.flatMap(alert -> alerts.contactPointOf(tx, alert)).flatMap(point -> reporters.contactPoints().lock(tx, point));
        var alert = id.flatMap(known -> alerts.lock(tx, known)).filter(locked -> holds(tx, dispatch, locked, holder));
        if (phone.isEmpty() || alert.isEmpty() || calls.isUnderWay(tx, id.orElseThrow().value(), Purpose.BRIDGE, tx.now())) {
            return Optional.empty();
        }
        var whyNot = whyNot(tx, alert.get(), phone.get())
                .or(() -> reporters.rules().againstCallingBack(tx, phone.get(), alert.get().alert().silenceAsked()).map(Verdict::word));
        return dial(tx, alert.get(), phone.get(), holder, whyNot);
    }

    /** The call that joined the holder with the reporter is over. */
    void holderEnded(Transaction tx, DispatchId dispatch, Member holder, String how) {
        dispatching.dispatches().find(tx, dispatch).filter(asked -> asked.member().equals(holder.id()))
                .flatMap(asked -> alerts.lock(tx, asked.alert()))
                .ifPresent(alert -> add(tx, alert, holder, new SpeakingEntry.Bridged(holder.id(), end(how))));
    }

    private boolean holds(Transaction tx, DispatchId id, LockedAlert alert, Member holder) {
        return dispatching.dispatches().find(tx, id).filter(asked -> asked.member().equals(holder.id()))
                .flatMap(asked -> alert.ladder(asked.discipline())).filter(ladder -> ladder.isHeldBy(holder.id())).isPresent();
    }

    private Optional<PhoneNumber> dial(Transaction tx, LockedAlert alert, ContactPoint phone, Member member,
            Optional<String> whyNot) {
        var number = reporters.contactPoints().sender(tx, phone.id()).flatMap(PhoneNumber::read).filter(_ -> whyNot.isEmpty());
        add(tx, alert, member, number.isPresent() ? new SpeakingEntry.RingBackDialled(member.id())
                : new SpeakingEntry.RingBackRefused(member.id(), whyNot.orElse("not-a-number")));
        return number;
    }

    /** @param how how the carrier says that it ended: completed, busy, no-answer, failed or canceled; empty when it does not say */
    void ended(Transaction tx, PlacedCall call, Member member, String how) {
        lock(tx, call).ifPresent(alert -> add(tx, alert, member, new SpeakingEntry.Bridged(member.id(), end(how))));
    }

    private static String end(String how) {
        return switch (how.toLowerCase(Locale.ROOT)) {
            case "completed", "answered" -> "spoken";
            case "busy" -> "busy";
            case "no-answer" -> "no-answer";
            case "" -> "over";
            default -> "failed";
        };
    }

    private Optional<LockedAlert> lock(Transaction tx, PlacedCall call) {
        return Optional.ofNullable(call.about().alert()).flatMap(id -> alerts.lock(tx, new AlertId(id)));
    }

    /** Nobody is rung who only rang and hung up, unless she chose to be called back: who has her phone now, nobody knows. */
    private Optional<String> whyNot(Transaction tx, LockedAlert alert, ContactPoint phone) {
        if (alert.state() == AlertState.RESOLVED) {
            return Optional.of(Verdict.RESOLVED.word());
        }
        return reporters.rules().againstRinging(tx, phone, alert.alert().silenceAsked()).map(Verdict::word)
                .or(() -> onlyRang(tx, alert) && !phone.wishes().map(Wishes::callBack).orElse(false)
                        ? Optional.of("only-rang") : Optional.empty());
    }

    private boolean onlyRang(Transaction tx, LockedAlert alert) {
        return reports.of(tx, alert, MOST_REPORTS).stream().map(Report::code).allMatch(codebook.missedCall().id()::equals);
    }

    private void add(Transaction tx, LockedAlert alert, Member member, TimelineEntry entry) {
        alert.tell(tx, Actor.of(member.id()), entry);
    }
}
