package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.contact.HotlineId;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Answers what is to be known of members before they are asked, and of an alert before they are told of it. */
public final class AskedMembers {

    private static final String WHEN_TO_ASK_LATER = """
            SELECT DISTINCT ON (member_id) member_id, later_at
              FROM dispatch
             WHERE ladder_id = $1
               AND state = 'passed'
             ORDER BY member_id, changed_at DESC, id DESC
            """;
    private static final String REPORTING = """
            SELECT member.id
              FROM member
              JOIN contact_point ON contact_point.number_index = member.phone_index
             WHERE member.id = ANY ($1)
               AND EXISTS (SELECT FROM alert
                            WHERE alert.contact_point_id = contact_point.id
                              AND (alert.resolved_at IS NULL
                                   OR EXISTS (SELECT FROM alert AS survivor
                                               WHERE survivor.id = alert.survivor_id
                                                 AND survivor.resolved_at IS NULL)))
            """;
    private static final String REPORTERS_OF = """
            SELECT member.id, bool_or(alert.id = $1) AS first
              FROM alert
              JOIN contact_point ON contact_point.id = alert.contact_point_id
              JOIN member ON member.phone_index = contact_point.number_index
             WHERE (alert.id = $1 OR alert.survivor_id = $1)
               AND member.retired_at IS NULL
             GROUP BY member.id
            """;
    private static final String HOTLINE_OF = """
            SELECT hotline_id
              FROM alert
             WHERE id = $1
            """;
    private static final String ASKED_EVER = """
            SELECT DISTINCT alert_id
              FROM dispatch
             WHERE member_id = $1
               AND alert_id = ANY ($2)
            """;
    /** Two alerts in a night are all that matters, so that a flood is not counted again for each alert of it. */
    private static final String LATELY = """
            SELECT watched.member_id,
                   (SELECT max(asked_at) FROM dispatch WHERE member_id = watched.member_id) AS asked_at,
                   (SELECT count(DISTINCT alert_id)
                      FROM (SELECT alert_id
                              FROM dispatch
                             WHERE member_id = watched.member_id
                               AND asked_at >= watched.since
                               AND alert_id <> $3
                             ORDER BY asked_at DESC
                             LIMIT 12) AS latest) AS tonight
              FROM unnest($1::uuid[], $2::timestamptz[]) AS watched (member_id, since)
            """;
    private static final String DOUBTFUL = """
            SELECT dispatch.id, dispatch.alert_id, CASE WHEN member.retired_at IS NULL THEN 'lost' ELSE 'retired' END AS why
              FROM dispatch
              JOIN member ON member.id = dispatch.member_id
             WHERE dispatch.state IN ('asked', 'unreached', 'taken')
               AND (member.retired_at IS NOT NULL
                    OR EXISTS (SELECT FROM barred_phone WHERE number_index = member.phone_index))
             ORDER BY dispatch.alert_id
             LIMIT $1
            """;

    AskedMembers() {}

    /** Whose phones made the first report of an alert, and of those that were merged into it. */
    public record Reporters(Set<MemberId> first, Set<MemberId> merged) {}

    public Reporters reportersOf(Transaction tx, AlertId alert) {
        var byFirst = tx.query(REPORTERS_OF, row -> Map.entry(new MemberId(row.id("id")), row.flag("first")), alert.value()).stream()
                .collect(Collectors.partitioningBy(Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
        return new Reporters(byFirst.getOrDefault(true, Set.of()), byFirst.getOrDefault(false, Set.of()));
    }

    /** Whose phone has reported an unresolved alert: she is asked as ever, and one more beside her. */
    public Set<MemberId> reporting(Transaction tx, Collection<MemberId> members) {
        return new HashSet<>(tx.query(REPORTING, row -> new MemberId(row.id("id")),
                (Object) members.stream().map(MemberId::value).toArray(UUID[]::new)));
    }

    /** The hotline an alert came to; empty when it came to an unknown number. */
    public Optional<HotlineId> hotlineOf(Transaction tx, AlertId alert) {
        return tx.queryOne(HOTLINE_OF, row -> row.idIfAny("hotline_id"), alert.value()).flatMap(id -> id).map(HotlineId::new);
    }

    /** Who has passed on this ladder, and before when she asked not to be asked again, if she said so. */
    public Map<MemberId, Optional<Instant>> passedOf(Transaction tx, Ladder ladder) {
        return tx.query(WHEN_TO_ASK_LATER, row -> Map.entry(new MemberId(row.id("member_id")), row.momentIfAny("later_at")),
                ladder.id().value()).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Which of these alerts a member was ever asked to take: those a responder may see. */
    public Set<AlertId> askedOf(Transaction tx, MemberId member, Collection<AlertId> alerts) {
        return new HashSet<>(tx.query(ASKED_EVER, row -> new AlertId(row.id("alert_id")), member.value(),
                alerts.stream().map(AlertId::value).toArray(UUID[]::new)));
    }

    /** When somebody was last asked for anything, and for how many alerts since some moment. */
    public record Asked(Instant at, int tonight) {}

    /**
     * How lately each was asked; whoever never was is not in it.
     *
     * @param since  from when on alerts are counted, for each member
     * @param except the alert that is not counted
     */
    public Map<MemberId, Asked> lately(Transaction tx, Map<MemberId, Instant> since, AlertId except) {
        var watched = List.copyOf(since.entrySet());
        record Found(MemberId member, Optional<Instant> at, int tonight) {}
        return tx.query(LATELY, row -> new Found(new MemberId(row.id("member_id")), row.momentIfAny("asked_at"),
                        (int) row.count("tonight")),
                        watched.stream().map(one -> one.getKey().value()).toArray(UUID[]::new),
                        watched.stream().map(Map.Entry::getValue).toArray(Instant[]::new),
                        except.value()).stream()
                .filter(found -> found.at().isPresent())
                .collect(Collectors.toMap(Found::member, found -> new Asked(found.at().orElseThrow(), found.tonight())));
    }

    /** Live dispatches of responders whose phone may no longer be asked, and why. */
    public List<Doubt> doubtful(Transaction tx, int limit) {
        return tx.query(DOUBTFUL, row -> new Doubt(new DispatchId(row.id("id")), new AlertId(row.id("alert_id")),
                row.text("why")), limit);
    }

    public record Doubt(DispatchId dispatch, AlertId alert, String why) {}
}
