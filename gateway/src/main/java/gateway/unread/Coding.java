package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Beginning;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.intake.NewProposals;
import gateway.intake.Reporting;
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

    private final Heart heart;
    private final Reporting reporting;
    private final Codebook codebook;

    public Coding(Heart heart, Reporting reporting, Codebook codebook) {
        this.reporting = reporting;
        this.heart = heart;
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
        if (!reporting.unread().read(tx, report, by)) {
            return Result.READ_ALREADY;
        }
        code(tx, alert, report, named.get(), by);
        return Result.CODED;
    }

    private void code(Transaction tx, LockedAlert alert, UUID report, Code code, MemberId by) {
        var now = tx.now();
        reporting.reports().recode(tx, report, code);
        if (code.presumesSeized()) {
            reporting.reports().phoneOf(tx, report).ifPresent(phone -> reporting.weighing().seize(tx, phone, now));
        }
        var known = codebook.byId(alert.alert().code()).orElse(codebook.unclear());
        var gravest = Stream.concat(reporting.reports().codes(tx, alert.alert().id()).stream(), Stream.of(code.id()))
                .map(id -> codebook.byId(id).orElse(codebook.unclear()))
                .min(Comparator.comparingInt(Code::gravity)).orElse(code);
        var afresh = code.isGraverThan(known);
        var weighed = alert.alert().weighed(gravest.id(), alert.alert().area(), code.grave(), now);
        heart.alerts().save(tx, weighed);
        alert.tell(tx, Actor.of(by), new ReportEntry.ReportRead(report, code.id(), gravest.id(),
                weighed.area(), code.presumesSeized(), afresh));
        var named = heart.proposals().freshOf(tx, alert, NewProposals.of(code), heart.proposals().isDoubted(tx, report));
        heart.proposals().add(tx, alert, report, named, now);
        reporting.weighing().weigh(tx, new LockedAlert(weighed, alert.ladders(), alert.seal()), afresh,
                Beginning.wanted(List.of(code)), now);
    }
}
