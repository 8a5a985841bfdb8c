package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.Beginning;
import gateway.alert.LockedAlert;
import gateway.alert.Proposals;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.intake.NewProposals;
import gateway.intake.Reports;
import gateway.intake.UnreadReports;
import gateway.intake.Weighing;
import gateway.member.MemberId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A human reads a report that was not understood and says which code it is: from then on it is as if it had come so. The
 * alert has the gravest code of all its reports, which may be less than "not understood": a human may lower it.
 */
public final class Coding {

    private final Alerts alerts;
    private final Reports reports;
    private final UnreadReports unread;
    private final Proposals proposals;
    private final Weighing weighing;
    private final Codebook codebook;

    public Coding(Alerts alerts, Reports reports, UnreadReports unread, Proposals proposals, Weighing weighing,
            Codebook codebook) {
        this.alerts = alerts;
        this.reports = reports;
        this.unread = unread;
        this.proposals = proposals;
        this.weighing = weighing;
        this.codebook = codebook;
    }

    /** What came of it. */
    public enum Result { CODED, READ_ALREADY, OVER, NO_CODE }

    /**
     * The contact point and the alert are locked.
     *
     * @param report one of the alert's own, or of one that was merged into it
     * @param code   the id of a code that a text could name
     */
    public Result code(Transaction tx, LockedAlert alert, UUID report, String code, MemberId by) {
        var named = codebook.byId(code).filter(known -> known.mark().matches("[0-9]"));
        if (named.isEmpty()) {
            return Result.NO_CODE;
        }
        if (alert.state() == AlertState.RESOLVED) {
            return Result.OVER;
        }
        if (!unread.read(tx, report, by)) {
            return Result.READ_ALREADY;
        }
        code(tx, alert, report, named.get(), by);
        return Result.CODED;
    }

    private void code(Transaction tx, LockedAlert alert, UUID report, Code code, MemberId by) {
        var now = tx.now();
        reports.recode(tx, report, code);
        if (code.presumesSeized()) {
            reports.phoneOf(tx, report).ifPresent(phone -> weighing.seize(tx, phone, now));
        }
        var known = codebook.byId(alert.alert().code()).orElse(codebook.unclear());
        var gravest = Stream.concat(reports.codes(tx, alert.alert().id()).stream(), Stream.of(code.id()))
                .map(id -> codebook.byId(id).orElse(codebook.unclear()))
                .min(Comparator.comparingInt(Code::gravity)).orElse(code);
        var afresh = code.isGraverThan(known);
        var weighed = alert.alert().weighed(gravest.id(), alert.alert().area(), code.grave(), now);
        alerts.save(tx, weighed);
        alert.tell(tx, Actor.of(by), new ReportEntry.ReportRead(report, code.id(), gravest.id(),
                weighed.area(), code.presumesSeized(), afresh));
        var named = proposals.freshOf(tx, alert, NewProposals.of(code), proposals.isDoubted(tx, report));
        proposals.add(tx, alert, report, named, now);
        weighing.weigh(tx, new LockedAlert(weighed, alert.ladders(), alert.seal()), afresh,
                Beginning.wanted(List.of(code)), now);
    }
}
