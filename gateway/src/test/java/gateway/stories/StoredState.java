package gateway.stories;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.database.Row;
import gateway.database.Transaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An alert's state as its tables hold it, to be compared with what its entries tell. */
public final class StoredState {

    private StoredState() {}

    /** The same, read from the tables; what stands nowhere else is taken from the story's own count. */
    public static TimelineState of(TestHouse house, LockedAlert alert, TimelineState folded) {
        var id = alert.alert().id().value();
        return house.database(tx -> {
            var ladders = new TreeMap<String, String>();
            tx.query("SELECT * FROM ladder WHERE alert_id = $1", row -> {
                ladders.put(row.text("discipline"), ladder(row));
                return row;
            }, id);
            var row = tx.queryOne("""
                    SELECT alert.code, area, resolved_at, done_proposed_by, presumed_seized, seized_changed_at, alert.enrolment_id,
                           silence_asked,
                           (SELECT count(*) FROM report WHERE alert_id = alert.id) AS reports,
                           (SELECT coalesce(sum(asks), 0) FROM dispatch WHERE alert_id = alert.id) AS asks,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'dispatch' AND kind = 'call') AS dispatch_calls,
                           (SELECT count(*) FROM timeline_entry WHERE alert_id = alert.id AND kind = 'noted') AS notes,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'bridge') AS bridges,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'call_back') AS call_backs,
                           (SELECT count(*) FROM bridge WHERE alert_id = alert.id AND state = 'joined') AS calls_joined,
                           (SELECT decided FROM cover_reply WHERE alert_id = alert.id) AS cover_reply
                      FROM alert
                      JOIN contact_point ON contact_point.id = alert.contact_point_id
                     WHERE alert.id = $1
                    """, found -> new TimelineState(found.text("code"), found.textIfAny("area").orElse(null),
                    (int) found.count("reports"), found.momentIfAny("resolved_at").isPresent(),
                    found.idIfAny("done_proposed_by").orElse(null), List.of(), Map.of(), List.of(),
                    found.textIfAny("cover_reply").orElse(""), found.flag("presumed_seized"),
                    found.momentIfAny("seized_changed_at").orElse(null), (int) found.count("asks"), (int) found.count("dispatch_calls"),
                    (int) found.count("notes"), 0,
                    found.idIfAny("enrolment_id").orElse(null), found.flag("silence_asked"), 0,
                    (int) found.count("bridges"), 0, 0, 0, (int) found.count("call_backs"),
                    (int) found.count("calls_joined"), List.of(), folded.later()), id).orElseThrow();
            var outcomes = tx.query("SELECT outcome FROM arrestee WHERE alert_id = $1 ORDER BY ordinal",
                    found -> found.textIfAny("outcome").orElse("none"), id);
            var dispatches = tx.query("""
                    SELECT ladder.discipline, member_id, dispatch.state, dispatch.step, dispatch.later_at, companion
                      FROM dispatch JOIN ladder ON ladder.id = dispatch.ladder_id
                     WHERE dispatch.alert_id = $1
                    """, found -> found.text("discipline") + " " + found.id("member_id") + " " + found.text("state")
                    + " step " + found.number("step") + (found.flag("companion") ? " beside" : "")
                    + " later " + found.momentIfAny("later_at").orElse(null), id).stream().sorted().toList();
            var alone = tx.queryOne("SELECT count(*) AS count FROM alert WHERE erased_at IS NULL", found -> found.count("count"))
                    .orElseThrow() == 1;
            return new TimelineState(row.code(), row.area(), row.reports(), row.resolved(), row.doneProposedBy(), outcomes, ladders, dispatches,
                    row.coverReply(), alone ? row.seized() : folded.seized(), alone ? row.seizedChangedAt() : folded.seizedChangedAt(),
                    row.asks(), row.dispatchCalls(), row.notes(),
                    alone ? house.page().numbersRevealed() : folded.reveals(), row.enrolment(), row.silenceAsked(),
                    alone ? house.page().cardsOpened() : folded.cardsOpened(), row.bridges(),
                    alone ? house.page().ringBacksRefused() : folded.ringBacksRefused(),
                    alone ? house.reportersDialled().size() : folded.dialled(),
                    alone ? (int) house.reportersDialled().stream().filter(call -> call.state() == FakeCall.State.OVER).count()
                            : folded.bridged(), row.callBacks(), row.callsJoined(), outside(tx, alert), later(house, tx, alert, folded.later(), alone));
        });
    }

    private static TimelineState.Later later(TestHouse house, Transaction tx, LockedAlert alert, TimelineState.Later folded, boolean alone) {
        var id = alert.alert().id().value();
        var stages = tx.query("SELECT stage FROM arrestee WHERE alert_id = $1 ORDER BY ordinal",
                found -> found.textIfAny("stage").orElse("none"), id);
        var what = house.house().proposals(tx, alert).stream().collect(Collectors.toMap(Proposal::id, Proposal::what));
        var proposals = tx.query("SELECT id, kind, decided FROM proposal WHERE alert_id = $1", found -> found.id("id") + " "
                + found.text("kind") + " " + found.textIfAny("decided").orElse(what.getOrDefault(found.id("id"), "lost")), id)
                .stream().sorted().toList();
        var unread = new TreeSet<>(tx.query("SELECT report_id FROM unread WHERE alert_id = $1 AND due_at IS NOT NULL",
                found -> found.id("report_id"), id));
        var merged = tx.queryOne("SELECT merged_into FROM alert WHERE id = $1", found -> found.idIfAny("merged_into"), id)
                .orElseThrow().orElse(null);
        var mergedFrom = new TreeSet<>(tx.query("SELECT id FROM alert WHERE merged_into = $1", found -> found.id("id"), id));
        var blocked = tx.queryOne("SELECT blocked_by_carrier FROM contact_point WHERE id = $1",
                found -> found.flag("blocked_by_carrier"), alert.alert().contactPoint().value()).orElseThrow();
        var memberTexts = new TreeSet<>(tx.query("SELECT id FROM member_text WHERE alert_id = $1", found -> found.id("id"), id));
        var fromMember = tx.queryOne("""
                SELECT EXISTS (SELECT FROM member
                                 JOIN contact_point ON number_index = phone_index
                                WHERE contact_point.id = $1 AND retired_at IS NULL) AS of_member
                """, found -> found.flag("of_member"), alert.alert().contactPoint().value()).orElseThrow();
        var witness = tx.queryOne("SELECT decided FROM witness_reply WHERE alert_id = $1", found -> found.textIfAny("decided").orElse(""), id)
                .orElse("");
        var carrierWords = house.wordsOf(alert).stream().filter(house.house().codebook()::isCarrierWord).count()
                + (alone ? house.answeredByTheCarrier() : 0);
        // What was told to an alert that is merged is read in the one that goes on for it, and a phone may have several.
        return new TimelineState.Later(stages, proposals, alone ? unread : folded.unread(), merged, mergedFrom, memberTexts, fromMember, alone ? blocked : folded.blocked(),
                (int) carrierWords, tx.queryOne("SELECT count(*) AS count FROM hand_over WHERE alert_id = $1 AND state = 'told'",
                        found -> (int) found.count("count"), id).orElse(0), new TreeSet<>(tx.query("""
                                SELECT discipline, relief.holder_id, member_id
                                  FROM relief
                                  JOIN ladder ON ladder.id = ladder_id
                                 WHERE alert_id = $1
                                """, found -> found.text("discipline") + " " + found.id("holder_id") + " by " + found.id("member_id"),
                                id)), witness,
                tx.query("""
                        SELECT member_id, due_at, CASE WHEN cleared_at IS NOT NULL THEN 'cleared'
                                                       WHEN ended_at IS NOT NULL THEN 'ended'
                                                       WHEN overdue_at IS NOT NULL THEN 'overdue' ELSE 'running' END AS state
                          FROM safety_timer WHERE alert_id = $1 AND kind = 'inside' ORDER BY begun_at, id
                        """, found -> found.id("member_id") + " " + found.text("state") + " " + found.moment("due_at"), id).stream().sorted().toList());
    }

    private static String ladder(Row row) {
        var fold = new FoldedLadder();
        fold.step = row.number("step");
        fold.round = row.number("round");
        fold.holder = row.idIfAny("holder_id").orElse(null);
        fold.next = row.momentIfAny("due_at").orElse(null);
        fold.since = row.momentIfAny("nobody_since").orElse(null);
        var toldAt = row.momentIfAny("told_nobody_at");
        fold.coordinatorsTold = fold.since != null && toldAt.filter(at -> !at.isBefore(fold.since)).isPresent();
        return fold.toString();
    }

    private static List<String> outside(Transaction tx, LockedAlert alert) {
        return tx.query("""
                SELECT outside_contact_id || ' rung' AS what
                  FROM message
                 WHERE alert_id = $1
                   AND outside_contact_id IS NOT NULL
                 UNION ALL
                SELECT outside_contact_id || ' heard'
                  FROM message
                 WHERE alert_id = $1
                   AND outside_contact_id IS NOT NULL
                   AND settled_at IS NOT NULL
                """, row -> row.text("what"), alert.alert().id().value()).stream().sorted().toList();
    }
}
