package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.Reporters;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.intake.Intake;
import gateway.intake.Reporting;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.phone.Sender;
import gateway.reading.Understanding;
import java.util.Optional;
import java.util.UUID;

/**
 * A coordinator has read a text that woke nobody, or one that did for nothing: its sender is muted, which a click undoes, or the
 * text is a cry after all and opens an alert.
 */
public final class Muting {

    private final UnreadTexts unreadTexts;
    private final Reporting reporting;
    private final Reporters reporters;
    private final Members members;
    private final Intake intake;
    private final Understanding understanding;
    private final Codebook codebook;

    public Muting(UnreadTexts unreadTexts, Reporting reporting, Reporters reporters, Members members, Intake intake,
            Understanding understanding, Codebook codebook) {
        this.unreadTexts = unreadTexts;
        this.reporting = reporting;
        this.reporters = reporters;
        this.members = members;
        this.intake = intake;
        this.understanding = understanding;
        this.codebook = codebook;
    }

    /** What came of it. */
    public enum Result { MUTED, READ_ALREADY, SOMEBODY_KNOWN, CRIED, NO_NUMBER }

    /** The sender of a text that was kept aside. What else of it is unread is so no more. */
    public Result muteMachine(Transaction tx, UUID text, MemberId by) {
        return unreadTexts.machineTexts().find(tx, text).map(found -> {
            unreadTexts.mutes().add(tx, found.sender(), by, tx.now(), found.at());
            unreadTexts.mutes().count(tx, found.sender(), unreadTexts.machineTexts().mute(tx, unreadTexts.mutes().index(found.sender())), found.at());
            return Result.MUTED;
        }).orElse(Result.READ_ALREADY);
    }

    /**
     * The phone of a report that nobody understood; the phone and the alert are locked. The report is read by that. The alert goes on
     * until a human ends it, and until then its phone's texts join it as ever. Where a grave text has come for that alert, or the
     * phone is presumed seized, nobody is muted: what she writes next, in words that are not known, must wake somebody.
     */
    public Result mutePhone(Transaction tx, LockedAlert alert, UUID report, MemberId by) {
        var phone = reporting.reports().phoneOf(tx, report).flatMap(id -> reporters.contactPoints().find(tx, id));
        var sender = phone.flatMap(known -> reporters.contactPoints().sender(tx, known.id())).map(Sender::new);
        if (phone.isEmpty() || sender.filter(known -> known.number().isPresent() || known.isMachine()).isEmpty()) {
            return Result.NO_NUMBER;
        }
        if (phone.get().enrolment().isPresent() || sender.get().number().flatMap(number -> members.idByPhone(tx, number)).isPresent()) {
            return Result.SOMEBODY_KNOWN;
        }
        if (phone.get().presumedSeized() || alert.alert().lastGraveAt() != null) {
            return Result.CRIED;
        }
        if (!reporting.unread().read(tx, report, by)) {
            return Result.READ_ALREADY;
        }
        var now = tx.now();
        unreadTexts.mutes().add(tx, sender.get(), by, now, now);
        alert.tell(tx, Actor.of(by), new ReportEntry.ReportRead(report, codebook.unclear().id(), alert.alert().code(),
                alert.alert().area(), false, false));
        return Result.MUTED;
    }

    /** What was kept and not read comes back to the unread list. Says whether it was still muted. */
    public boolean end(Transaction tx, UUID mute) {
        var sender = unreadTexts.mutes().end(tx, mute);
        sender.ifPresent(index -> unreadTexts.machineTexts().unmute(tx, index));
        return sender.isPresent();
    }

    /** A coordinator says that it is a cry: an alert opens as if it had come with this code. Says whether nobody had read it. */
    public boolean open(Transaction tx, UUID text, Code code) {
        var found = unreadTexts.machineTexts().find(tx, text);
        if (found.isEmpty() || !unreadTexts.machineTexts().forget(tx, text)) {
            return false;
        }
        var machine = found.get();
        var hotline = machine.hotline();
        var now = tx.now();
        var reporter = reporters.contactPoints().hear(tx, machine.sender().written(), now);
        intake.report(tx, machine.envelope(), hotline == null ? Optional.empty() : reporters.hotlines().find(tx, hotline), reporter,
                understanding.coded(code), machine.words(), now);
        return true;
    }
}
