package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private static final String IS_BESIDE_ONLY = """
            SELECT beside_only
              FROM dispatch
             WHERE id = $1
            """;
    private static final String OF_LADDER = SELECT + """
             WHERE dispatch.ladder_id = $1
             ORDER BY dispatch.asked_at, dispatch.id
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
    private static final String SINCE = SELECT + """
             WHERE dispatch.member_id = $1
               AND dispatch.asked_at >= $2
             ORDER BY dispatch.asked_at DESC
             LIMIT $3
            """;

    public static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("dispatch", "id");

    private final KeyRing keys;
    private final DispatchWriting writing;
    private final AskedMembers asked = new AskedMembers();

    public Dispatches(KeyRing keys, RowIds ids, RandomGenerator random) {
        this.keys = keys;
        this.writing = new DispatchWriting(keys, ids, random);
    }

    /** Makes them, and writes what becomes of them. */
    public DispatchWriting writing() {
        return writing;
    }

    /** What is to be known of those who are asked. */
    public AskedMembers asked() {
        return asked;
    }

    /** Whether she is of another discipline, and may come and no more. */
    public boolean isBesideOnly(Transaction tx, Dispatch dispatch) {
        return tx.queryOne(IS_BESIDE_ONLY, row -> row.flag("beside_only"), dispatch.id().value()).orElse(false);
    }

    /** All there ever were of a ladder. */
    public List<Dispatch> of(Transaction tx, Ladder ladder) {
        return tx.querySound(NAMED, OF_LADDER, row -> read(tx, row), ladder.id().value());
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
                ? tx.querySound(NAMED, BY_CODE, row -> read(tx, row), member.value(), index(keys, member, new ReplyCode(code))).stream().findFirst()
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

    /** A ladder's live dispatches, and those whose responder has said "not me". */
    public List<Dispatch> liveOrPassedOf(Transaction tx, Ladder ladder) {
        return tx.querySound(NAMED, LIVE_OR_PASSED_OF_LADDER, row -> read(tx, row), ladder.id().value());
    }

    /** What a member was asked since, the latest first. */
    public List<Dispatch> since(Transaction tx, MemberId member, Instant since, int limit) {
        return tx.querySound(NAMED, SINCE, row -> read(tx, row), member.value(), since, limit);
    }

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

    static byte[] index(KeyRing keys, MemberId member, ReplyCode code) {
        return keys.index().of("reply code of " + member, code.digits());
    }

    static Binding binding(DispatchId id) {
        return Binding.of("dispatch", "code", id.value());
    }
}
