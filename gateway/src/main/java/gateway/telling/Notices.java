package gateway.telling;

import gateway.alert.AlertId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.member.MemberId;
import gateway.messaging.MessageId;
import gateway.messaging.Purpose;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import gateway.telling.Notice.Urgency;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what members are to be told and not asked, until the {@link Crier} has told it. */
public final class Notices {

    private static final String ADD = """
            INSERT INTO notice (id, member_id, alert_id, dispatch_id, purpose, phrase, values_sealed, made_at, urgency)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String ADD_OF_NUMBER_ALONE = """
            INSERT INTO notice (id, member_id, about_id, alert_id, purpose, phrase, values_sealed, made_at, urgency)
            SELECT $1, $2, $3, $4, 'notice', $5, $6, $7, 'number_alone'
             WHERE NOT EXISTS (SELECT FROM notice
                                WHERE member_id = $2
                                  AND about_id = $3
                                  AND phrase = $5
                                  AND told_at IS NULL)
            """;
    /** Whoever is asked for the alert once more, or on another ladder, must not be told to stand down. */
    private static final String WITHDRAW_STALE = """
            UPDATE notice
               SET told_at = $2
             WHERE member_id = $1
               AND told_at IS NULL
               AND purpose = 'stand_down'
               AND EXISTS (SELECT FROM dispatch
                            WHERE dispatch.alert_id = notice.alert_id
                              AND dispatch.member_id = notice.member_id
                              AND dispatch.state IN ('asked', 'unreached', 'taken'))
            """;
    /** She is out, or a coordinator has cleared her: her OUT that did not count is nothing to be told of any more. */
    private static final String WITHDRAW_OUT = """
            UPDATE notice
               SET told_at = $2
             WHERE member_id = $1
               AND told_at IS NULL
               AND phrase IN ('notice.said-out', 'notice.out-guessed')
               AND NOT EXISTS (SELECT FROM safety_timer
                                WHERE safety_timer.member_id = notice.about_id
                                  AND ended_at IS NULL
                                  AND cleared_at IS NULL)
            """;
    private static final String UNTOLD = """
            SELECT id, purpose, urgency, phrase, values_sealed, alert_id, dispatch_id, made_at
              FROM notice
             WHERE member_id = $1
               AND told_at IS NULL
               AND urgency = ANY ($2)
               AND made_at <= $3
             ORDER BY purpose DESC, urgency, made_at, id
             LIMIT $4
            """;
    private static final String COUNT_UNTOLD = """
            SELECT count(*) AS waiting
              FROM notice
             WHERE member_id = $1
               AND told_at IS NULL
               AND urgency = ANY ($2)
               AND made_at <= $3
            """;
    private static final String HELD_LATELY = """
            SELECT count(DISTINCT message_id) AS texts
              FROM notice
             WHERE member_id = $1
               AND message_id IS NOT NULL
               AND urgency = 'held'
               AND told_at > $2
            """;
    private static final String NUMBER_ALONE_AT = """
            SELECT coalesce(max(told_at), 'epoch') AS at
              FROM notice
             WHERE member_id = $1
               AND message_id IS NOT NULL
               AND urgency = 'number_alone'
               AND told_at > $2
            """;
    private static final String LATELY = """
            SELECT id, purpose, urgency, phrase, values_sealed, alert_id, dispatch_id, made_at
              FROM notice
             WHERE member_id = $1
               AND purpose = 'notice'
               AND made_at > $2
               AND made_at <= $3
             ORDER BY made_at DESC, id
             LIMIT $4
            """;
    private static final String TELL = """
            UPDATE notice
               SET told_at = $2, message_id = $3
             WHERE id = ANY ($1)
            """;
    private static final String MADE_SINCE = """
            SELECT EXISTS (SELECT FROM notice
                            WHERE phrase = $1
                              AND made_at > $2) AS made
            """;

    private static final FaultyRow.Named NOTICE = new FaultyRow.Named("notice", "id", "phrase", "alert_id");

    private final KeyRing keys;
    private final RowIds ids;

    public Notices(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    void add(Transaction tx, MemberId member, @Nullable AlertId alert, @Nullable Dispatch dispatch, Purpose purpose, Urgency urgency,
            String phrase, Map<String, String> values, Instant now) {
        var id = ids.next();
        tx.write(ADD, id, member.value(), alert == null ? null : alert.value(), dispatch == null ? null : dispatch.id().value(),
                purpose.word(), phrase, keys.house().seal(binding(id), written(values)), now,
                urgency.word());
        tx.announce();
    }

    /** What concerns shifts: told by a text already, or to be told from a moment on. */
    void addOfDuty(Transaction tx, MemberId member, String phrase, Map<String, String> values, Instant from, Optional<MessageId> message) {
        var id = ids.next();
        tx.write(ADD, id, member.value(), null, null, Purpose.NOTICE.word(), phrase, keys.house().seal(binding(id), written(values)),
                from, Urgency.HELD.word());
        message.ifPresent(text -> tx.write(TELL, (Object) new UUID[] {id}, from, text.value()));
        tx.announce();
    }

    /** What a member's number alone has caused; the same of the same member is left once until it is told. */
    void addOfNumberAlone(Transaction tx, MemberId member, MemberId about, @Nullable AlertId alert, String phrase,
            Map<String, String> values, Instant now) {
        var id = ids.next();
        tx.write(ADD_OF_NUMBER_ALONE, id, member.value(), about.value(), alert == null ? null : alert.value(), phrase,
                keys.house().seal(binding(id), written(values)), now);
        tx.announce();
    }

    /** What may be told her now. */
    Set<Urgency> mayTell(Transaction tx, MemberId member, Instant now) {
        var held = tx.queryOne(HELD_LATELY, row -> (int) row.count("texts"), member.value(), now.minus(NoticePlan.HOUR)).orElse(0);
        var numberAlone = tx.queryOne(NUMBER_ALONE_AT, row -> row.moment("at"), member.value(), now.minus(NoticePlan.HOUR))
                .orElse(Instant.EPOCH);
        return NoticePlan.mayTell(held, numberAlone, now);
    }

    /** What a page shows of a notice: the key of its words, and what stands in them. */
    public record Shown(String phrase, Map<String, String> values, Instant madeAt) {

        /** Values may name somebody: they are not printed. */
        @Override
        public String toString() {
            return "Shown[" + phrase + "]";
        }
    }

    /** What she was to be told since then, told or held, the newest first. */
    public List<Shown> lately(Transaction tx, MemberId member, Instant since, Instant now, int limit) {
        return tx.querySound(NOTICE, LATELY, this::read, member.value(), since, now, limit).stream()
                .map(notice -> new Shown(notice.phrase(), notice.values(), notice.madeAt())).toList();
    }

    void withdrawStale(Transaction tx, MemberId member, Instant now) {
        tx.write(WITHDRAW_STALE, member.value(), now);
        tx.write(WITHDRAW_OUT, member.value(), now);
    }

    /** Stand-downs first, then whatever was made first. */
    List<Notice> untold(Transaction tx, MemberId member, Set<Urgency> may, Instant now, int limit) {
        return tx.querySound(NOTICE, UNTOLD, this::read, member.value(), words(may), now, limit);
    }

    int countUntold(Transaction tx, MemberId member, Set<Urgency> may, Instant now) {
        return tx.queryOne(COUNT_UNTOLD, row -> (int) row.count("waiting"), member.value(), words(may), now).orElse(0);
    }

    /** @param message what tells of these; null when they are not to be told any more */
    void told(Transaction tx, Collection<Notice> notices, @Nullable MessageId message, Instant now) {
        tx.write(TELL, notices.stream().map(Notice::id).toArray(UUID[]::new), now, message == null ? null : message.value());
    }

    boolean wasMadeSince(Transaction tx, String phrase, Instant since) {
        return tx.queryOne(MADE_SINCE, row -> row.flag("made"), phrase, since).orElse(false);
    }

    private Notice read(Row row) {
        var id = row.id("id");
        return new Notice(id, Purpose.of(row.text("purpose")), Urgency.of(row.text("urgency")), row.text("phrase"),
                read(keys.house().open(binding(id), row.bytes("values_sealed"))),
                row.idIfAny("alert_id").map(AlertId::new).orElse(null), row.idIfAny("dispatch_id").map(DispatchId::new).orElse(null),
                row.moment("made_at"));
    }

    private static String[] words(Set<Urgency> urgencies) {
        return urgencies.stream().map(Urgency::word).toArray(String[]::new);
    }

    /** A line for each value: none of them has lines of its own. */
    private static String written(Map<String, String> values) {
        return new TreeMap<>(values).entrySet().stream().map(value -> value.getKey() + "=" + value.getValue().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String written) {
        return written.lines().map(line -> line.split("=", 2)).collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Binding binding(UUID id) {
        return Binding.of("notice", "values", id);
    }
}
