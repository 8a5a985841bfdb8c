package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.contact.HotlineId;
import gateway.database.Collisions;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps dispatches, and finds them by the code a responder texts. */
public final class Dispatches {

    private static final String SELECT = """
            SELECT dispatch.id, dispatch.alert_id, dispatch.ladder_id, ladder.discipline, dispatch.member_id,
                   dispatch.step, dispatch.round, dispatch.state, dispatch.code_sealed, dispatch.asked_at,
                   dispatch.companion
              FROM dispatch
              JOIN ladder ON ladder.id = dispatch.ladder_id
            """;
    private static final String ADD = """
            INSERT INTO dispatch (id, alert_id, ladder_id, member_id, step, round, state, code_index, code_sealed,
                                  asked_at, changed_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10
             WHERE NOT EXISTS (SELECT FROM dispatch
                                WHERE member_id = $4
                                  AND code_index = $8
                                  AND changed_at > $10::timestamptz - interval '30 days')
            ON CONFLICT DO NOTHING
            """;
    private static final String ASK = """
            INSERT INTO dispatch (id, alert_id, ladder_id, member_id, step, round, state, code_index, code_sealed,
                                  asked_at, changed_at, tell_at, known, gravity, zone, asks, ring_at)
            SELECT asked.id, $5, $6, asked.member_id, $7, $8, 'asked', asked.code_index, asked.code_sealed,
                   $9, $9, $12, alert.known, $10, asked.zone, 1, $13
              FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $11::text[])
                   AS asked (id, member_id, code_index, code_sealed, zone)
              JOIN alert ON alert.id = $5
             WHERE NOT EXISTS (SELECT FROM dispatch
                                WHERE dispatch.member_id = asked.member_id
                                  AND dispatch.code_index = asked.code_index
                                  AND changed_at > $9::timestamptz - interval '30 days')
            ON CONFLICT DO NOTHING
            RETURNING id
            """;
    private static final String LIVE_OR_PASSED_OF_LADDER = SELECT + """
             WHERE dispatch.ladder_id = $1
               AND dispatch.state IN ('asked', 'unreached', 'taken', 'passed')
             ORDER BY dispatch.asked_at, dispatch.id
            """;
    private static final String LIVE_OF_LADDER = SELECT + """
             WHERE dispatch.ladder_id = $1
               AND dispatch.state IN ('asked', 'unreached', 'taken')
             ORDER BY dispatch.asked_at, dispatch.id
            """;
    private static final String LIVE_OF_MEMBER = SELECT + """
             WHERE dispatch.member_id = $1
               AND (dispatch.state IN ('asked', 'unreached', 'taken') OR dispatch.id = ANY ($2))
             ORDER BY dispatch.asked_at, dispatch.id
            """;
    private static final String LIVE_OF_MEMBER_GRAVEST_FIRST = SELECT + """
             WHERE dispatch.member_id = $1
               AND (dispatch.state IN ('asked', 'unreached', 'taken') OR dispatch.id = ANY ($2))
             ORDER BY dispatch.gravity, dispatch.asked_at DESC, dispatch.id
            """;
    private static final String NEXT_OPEN_OF_MEMBER = SELECT + """
             WHERE dispatch.member_id = $1
               AND dispatch.state IN ('asked', 'unreached', 'taken')
               AND NOT dispatch.beside_only
               AND ($2::uuid IS NULL
                    OR (dispatch.gravity, dispatch.asked_at, dispatch.id)
                       > (SELECT gravity, asked_at, id FROM dispatch WHERE id = $2))
             ORDER BY dispatch.gravity, dispatch.asked_at, dispatch.id
             LIMIT 1
            """;

    private static final String LAST_OF_MEMBER = SELECT + """
             WHERE dispatch.member_id = $1
             ORDER BY dispatch.asked_at DESC, dispatch.id DESC
             LIMIT 1
            """;

    private static final String OF_ALERT = SELECT + """
             WHERE dispatch.alert_id = $1
             ORDER BY dispatch.asked_at, dispatch.id
            """;
    private static final String BY_CODE = SELECT + """
             WHERE dispatch.member_id = $1
               AND dispatch.code_index = $2
             ORDER BY (dispatch.state IN ('asked', 'unreached', 'taken')) DESC, dispatch.asked_at DESC
             LIMIT 1
            """;
    private static final String FIND = SELECT + """
             WHERE dispatch.id = $1
            """;
    private static final String MOVE = """
            UPDATE dispatch
               SET state = $2, changed_at = $3,
                   tell_at = CASE WHEN $2 = 'asked' THEN tell_at END,
                   ring_at = CASE WHEN $2 IN ('asked', 'unreached') THEN ring_at END,
                   later_at = CASE WHEN $2 = 'passed' THEN later_at END
             WHERE id = $1
               AND state = $4
            """;
    private static final String ASK_AGAIN = """
            UPDATE dispatch
               SET state = CASE WHEN state = 'taken' AND NOT companion THEN state ELSE 'asked' END, companion = false,
                   beside_only = false,
                   step = $2, round = $3, asked_at = $4, changed_at = $4,
                   ring_at = CASE WHEN state <> 'taken' OR companion THEN $5::timestamptz END
             WHERE id = $1
               AND state IN ('asked', 'unreached', 'taken')
            """;
    private static final String LEAD = """
            UPDATE dispatch
               SET state = 'taken', tell_at = NULL, ring_at = NULL, later_at = NULL, companion = false,
                   beside_only = false, changed_at = $2
             WHERE id = $1
               AND state IN ('asked', 'unreached', 'taken')
            """;
    private static final String ACCOMPANY = """
            UPDATE dispatch
               SET companion = true, beside_only = $3
             WHERE ladder_id = $1
               AND member_id = ANY ($2)
               AND state = 'asked'
            """;
    private static final String IS_BESIDE_ONLY = """
            SELECT beside_only
              FROM dispatch
             WHERE id = $1
            """;
    private static final String OF_LADDER = SELECT + """
             WHERE dispatch.ladder_id = $1
             ORDER BY dispatch.asked_at, dispatch.id
            """;
    /** What waits to be told already keeps its place. */
    private static final String TELL_AGAIN = """
            UPDATE dispatch
               SET tell_at = CASE WHEN state IN ('asked', 'unreached') THEN coalesce(tell_at, $2) END,
                   gravity = $3, zone = $4, asks = asks + 1
             WHERE id = $1
            """;
    /** Unless a text has told of it since it was last asked, or is about to. */
    private static final String TELL = """
            UPDATE dispatch
               SET tell_at = $2
             WHERE id = $1
               AND state IN ('asked', 'unreached')
               AND tell_at IS NULL
               AND (told_at IS NULL OR told_at < asked_at)
            """;
    private static final String ASK_LATER = """
            UPDATE dispatch
               SET later_at = $2
             WHERE id = $1
               AND state = 'passed'
            """;
    private static final String WHEN_TO_ASK_LATER = """
            SELECT DISTINCT ON (member_id) member_id, later_at
              FROM dispatch
             WHERE ladder_id = $1
               AND state = 'passed'
             ORDER BY member_id, changed_at DESC, id DESC
            """;
    /** What the latest digest that lists one of these told beside it, as far as it is asked still. */
    private static final String TOLD_WITH = SELECT + """
             WHERE dispatch.member_id = $1
               AND dispatch.state IN ('asked', 'unreached')
               AND dispatch.id IN (
                       SELECT beside.dispatch_id
                         FROM message_dispatch AS beside
                        WHERE beside.listed
                          AND beside.message_id = (
                                  SELECT told.message_id
                                    FROM message_dispatch AS told
                                    JOIN message ON message.id = told.message_id
                                   WHERE told.dispatch_id = $2
                                     AND told.listed
                                     AND message.state <> 'cancelled'
                                     AND EXISTS (SELECT FROM message_dispatch AS other
                                                  WHERE other.message_id = told.message_id
                                                    AND other.dispatch_id <> $2
                                                    AND other.listed)
                                   ORDER BY told.message_id DESC
                                   LIMIT 1))
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
    private static final String SINCE = SELECT + """
             WHERE dispatch.member_id = $1
               AND dispatch.asked_at >= $2
             ORDER BY dispatch.asked_at DESC
             LIMIT $3
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

    public static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("dispatch", "id");
    /** How many codes are drawn before giving up; with a few live ones out of 900,000 the first one nearly always fits. */
    private static final int DRAWS = 50;

    private final KeyRing keys;
    private final RowIds ids;
    private final RandomGenerator random;

    public Dispatches(KeyRing keys, RowIds ids, RandomGenerator random) {
        this.keys = keys;
        this.ids = ids;
        this.random = random;
    }

    /** A new dispatch with a fresh code; the responder may not have a live one on this ladder. */
    public Dispatch add(Transaction tx, Ladder ladder, MemberId member, int step, int round, DispatchState state, Instant now) {
        for (var draw = 0; draw < DRAWS; draw++) {
            var code = ReplyCode.draw(random);
            var dispatch = new Dispatch(new DispatchId(ids.next()), ladder.alert(), ladder.id(), ladder.discipline(), member,
                    step, round, state, code, now, false);
            var added = tx.execute(ADD, dispatch.id().value(), dispatch.alert().value(), ladder.id().value(), member.value(),
                    step, round, state.word(), index(member, code), seal(dispatch.id(), code), now);
            if (added == 1) {
                return dispatch;
            }
            tx.collided(Collisions.Kind.REPLY_CODE);
        }
        throw new IllegalStateException("no free reply code, or a second live dispatch on one ladder");
    }

    public void move(Transaction tx, Dispatch dispatch, DispatchState state, Instant now) {
        tx.write(MOVE, dispatch.id().value(), state.word(), now, dispatch.state().word());
        tx.announce();
    }

    /** She has the ladder, whether or not she came beside somebody before. */
    public void lead(Transaction tx, Dispatch dispatch, Instant now) {
        tx.write(LEAD, dispatch.id().value(), now);
        tx.announce();
    }

    /**
     * These were asked just now, to come beside whoever has the ladder.
     *
     * @param only whether their word takes no ladder
     */
    public void accompany(Transaction tx, Ladder ladder, Collection<MemberId> members, boolean only) {
        tx.write(ACCOMPANY, ladder.id().value(), members.stream().map(MemberId::value).toArray(UUID[]::new), only);
    }

    /** Whether she is of another discipline, and may come and no more. */
    public boolean isBesideOnly(Transaction tx, Dispatch dispatch) {
        return tx.queryOne(IS_BESIDE_ONLY, row -> row.flag("beside_only"), dispatch.id().value()).orElse(false);
    }

    /** All there ever were of a ladder. */
    public List<Dispatch> of(Transaction tx, Ladder ladder) {
        return tx.querySound(NAMED, OF_LADDER, row -> read(tx, row), ladder.id().value());
    }

    /** Somebody to be asked, and the zone in which the report's time is told. */
    public record Candidacy(MemberId member, ZoneId zone) {}

    /**
     * New dispatches, each with a fresh code; none of these responders may have a live one on this ladder.
     *
     * @param tellAt when a text is to tell of them; null when a call does
     * @param ringAt when whoever has not answered is rung; null when nobody is
     */
    public void ask(Transaction tx, Ladder ladder, Collection<Candidacy> candidates, int step, int round, int gravity, Instant now,
            @Nullable Instant tellAt, @Nullable Instant ringAt) {
        var left = List.copyOf(candidates);
        for (var draw = 0; draw < DRAWS && !left.isEmpty(); draw++) {
            var drawn = left.stream().map(candidate -> new Drawn(new DispatchId(ids.next()), candidate, ReplyCode.draw(random)))
                    .toList();
            var added = new HashSet<>(tx.query(ASK, row -> row.id("id"), each(drawn, one -> one.id.value(), UUID[]::new),
                    each(drawn, one -> one.candidate.member.value(), UUID[]::new),
                    each(drawn, one -> index(one.candidate.member, one.code), byte[][]::new),
                    each(drawn, one -> seal(one.id, one.code), byte[][]::new), ladder.alert().value(),
                    ladder.id().value(), step, round, now, gravity,
                    each(drawn, one -> one.candidate.zone.getId(), String[]::new), tellAt, ringAt));
            left = drawn.stream().filter(one -> !added.contains(one.id.value())).map(Drawn::candidate).toList();
            left.forEach(_ -> tx.collided(Collisions.Kind.REPLY_CODE));
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("no free reply code, or a second live dispatch on one ladder");
        }
    }

    private record Drawn(DispatchId id, Candidacy candidate, ReplyCode code) {}

    private static <T> T[] each(List<Drawn> drawn, Function<Drawn, T> value, IntFunction<T[]> array) {
        return drawn.stream().map(value).toArray(array);
    }

    /**
     * A live dispatch is to be told of again.
     *
     * @param tellAt by a text from then on; null when a call does
     */
    public void tellAgain(Transaction tx, Dispatch dispatch, int gravity, ZoneId zone, @Nullable Instant tellAt) {
        tx.write(TELL_AGAIN, dispatch.id().value(), tellAt, gravity, zone.getId());
        tx.announce();
    }

    /**
     * The same dispatch is asked once more, at another step, with the same code.
     *
     * @param ringAt as for {@code ask}
     */
    public void askAgain(Transaction tx, Dispatch dispatch, int step, int round, Instant now, @Nullable Instant ringAt) {
        tx.write(ASK_AGAIN, dispatch.id().value(), step, round, now, ringAt);
    }

    /** A text is to tell of it as well, in its turn, unless one has or is about to: a call came to nothing, or is not made. */
    public void tell(Transaction tx, Dispatch dispatch, Instant now) {
        tx.write(TELL, dispatch.id().value(), now);
        tx.announce();
    }

    /** All that digests told together with these, and that still asks, these among it. */
    public List<Dispatch> toldWith(Transaction tx, List<Dispatch> each) {
        return each.stream().flatMap(one -> tx.querySound(NAMED, TOLD_WITH, row -> read(tx, row), one.member().value(),
                        one.id().value()).stream())
                .collect(Collectors.toMap(Dispatch::id, one -> one, (one, _) -> one, LinkedHashMap::new)).values().stream().toList();
    }

    public Optional<Dispatch> find(Transaction tx, DispatchId id) {
        return tx.querySound(NAMED, FIND, row -> read(tx, row), id.value()).stream().findFirst();
    }

    /** The dispatch a responder's code belongs to, live ones first; also dead ones, so that she can be told what became of it. */
    public Optional<Dispatch> byCode(Transaction tx, MemberId member, String code) {
        return code.length() == 6
                ? tx.querySound(NAMED, BY_CODE, row -> read(tx, row), member.value(), index(member, new ReplyCode(code))).stream().findFirst()
                : Optional.empty();
    }

    public List<Dispatch> liveOf(Transaction tx, Ladder ladder) {
        return tx.querySound(NAMED, LIVE_OF_LADDER, row -> read(tx, row), ladder.id().value());
    }

    public Optional<Dispatch> liveOf(Transaction tx, Ladder ladder, MemberId member) {
        return liveOf(tx, ladder).stream().filter(dispatch -> dispatch.member().equals(member)).findFirst();
    }

    public List<Dispatch> liveOf(Transaction tx, MemberId member) {
        return liveOf(tx, member, Set.of());
    }

    /** @param also others of hers that belong to it whatever has become of them */
    public List<Dispatch> liveOf(Transaction tx, MemberId member, Set<DispatchId> also) {
        return tx.querySound(NAMED, LIVE_OF_MEMBER, row -> read(tx, row), member.value(), values(also));
    }

    /** The same, the gravest first and of those the latest: for a text in which not all may have room. */
    public List<Dispatch> gravestLiveOf(Transaction tx, MemberId member, Set<DispatchId> also) {
        return tx.querySound(NAMED, LIVE_OF_MEMBER_GRAVEST_FIRST, row -> read(tx, row), member.value(), values(also));
    }

    private static UUID[] values(Set<DispatchId> ids) {
        return ids.stream().map(DispatchId::value).toArray(UUID[]::new);
    }

    /** The gravest that is open to a responder, or the next behind another. */
    public Optional<Dispatch> nextOpenOf(Transaction tx, MemberId member, @Nullable DispatchId after) {
        return tx.querySound(NAMED, NEXT_OPEN_OF_MEMBER, row -> read(tx, row), member.value(), after == null ? null : after.value()).stream().findFirst();
    }

    /** What a responder was asked last, whatever became of it. */
    public Optional<Dispatch> lastOf(Transaction tx, MemberId member) {
        return tx.querySound(NAMED, LAST_OF_MEMBER, row -> read(tx, row), member.value()).stream().findFirst();
    }

    public List<Dispatch> of(Transaction tx, AlertId alert) {
        return tx.querySound(NAMED, OF_ALERT, row -> read(tx, row), alert.value());
    }

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

    /** A ladder's live dispatches, and those whose responder has said "not me". */
    public List<Dispatch> liveOrPassedOf(Transaction tx, Ladder ladder) {
        return tx.querySound(NAMED, LIVE_OR_PASSED_OF_LADDER, row -> read(tx, row), ladder.id().value());
    }

    /** The hotline an alert came to; empty when it came to an unknown number. */
    public Optional<HotlineId> hotlineOf(Transaction tx, AlertId alert) {
        return tx.queryOne(HOTLINE_OF, row -> row.idIfAny("hotline_id"), alert.value()).flatMap(id -> id).map(HotlineId::new);
    }

    /** Who has passed is not asked about the alert before then. */
    public void askLater(Transaction tx, Dispatch passed, Instant later) {
        tx.write(ASK_LATER, passed.id().value(), later);
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

    /** What a member was asked since, the latest first. */
    public List<Dispatch> since(Transaction tx, MemberId member, Instant since, int limit) {
        return tx.querySound(NAMED, SINCE, row -> read(tx, row), member.value(), since, limit);
    }

    /** Live dispatches of responders whose phone may no longer be asked, and why. */
    public List<Doubt> doubtful(Transaction tx, int limit) {
        return tx.query(DOUBTFUL, row -> new Doubt(new DispatchId(row.id("id")), new AlertId(row.id("alert_id")),
                row.text("why")), limit);
    }

    public record Doubt(DispatchId dispatch, AlertId alert, String why) {}

    private Dispatch read(Transaction tx, Row row) {
        var id = new DispatchId(row.id("id"));
        return new Dispatch(id, new AlertId(row.id("alert_id")), new LadderId(row.id("ladder_id")),
                Discipline.read(row.text("discipline")).orElseThrow(), new MemberId(row.id("member_id")),
                row.number("step"), row.number("round"), DispatchState.of(row.text("state")),
                code(tx, row), row.moment("asked_at"), row.flag("companion"));
    }

    /** Her code is found by its index whatever the seal says; one that cannot be opened is told to nobody. */
    private ReplyCode code(Transaction tx, Row row) {
        return tx.sound(NAMED, row, _ -> open(new DispatchId(row.id("id")), row.bytes("code_sealed"))).orElse(ReplyCode.UNREADABLE);
    }

    public ReplyCode open(DispatchId id, byte[] sealedCode) {
        return new ReplyCode(keys.house().open(binding(id), sealedCode));
    }

    private byte[] index(MemberId member, ReplyCode code) {
        return keys.index().of("reply code of " + member, code.digits());
    }

    private byte[] seal(DispatchId id, ReplyCode code) {
        return keys.house().seal(binding(id), code.digits());
    }

    private static Binding binding(DispatchId id) {
        return Binding.of("dispatch", "code", id.value());
    }
}
