package gateway.alert;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.entry.TimelineEntry;
import gateway.entry.TimelineJson;
import gateway.sealing.Binding;
import gateway.sealing.Seal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Adds to ({@link LockedAlert#tell}), reads and verifies an alert's chain of entries. It has no method that changes an entry. */
public final class Timeline {

    private static final String HEAD = """
            SELECT timeline_count, timeline_head
              FROM alert
             WHERE id = $1
               FOR NO KEY UPDATE
            """;
    private static final String MOVE_HEAD = """
            UPDATE alert
               SET timeline_count = $2, timeline_head = $3
             WHERE id = $1
            """;
    private static final String ADD = """
            INSERT INTO timeline_entry (alert_id, sequence, kind, schema, at, actor, payload, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String READ = """
            SELECT sequence, kind, schema, at, actor, payload, previous_hash, hash
              FROM timeline_entry
             WHERE alert_id = $1
             ORDER BY sequence
            """;
    private static final String LAST = """
            SELECT at
              FROM timeline_entry
             WHERE alert_id = $1
             ORDER BY sequence DESC
             LIMIT 1
            """;

    private static final String MAY_CHANGE = """
            SELECT has_table_privilege(current_user, 'timeline_entry', 'UPDATE')
                OR has_table_privilege(current_user, 'timeline_entry', 'DELETE') AS may_change
            """;

    private Timeline() {}

    /** One entry as it stands: what happened, when, and by whom ({@link Actor#word}). */
    public record Told(int sequence, Instant at, String actor, TimelineEntry entry) {}

    /** Where a chain ends; the alert's row keeps it. */
    record Head(int count, byte[] hash) {
        static Head read(Row row) {
            return new Head(row.number("timeline_count"), row.bytes("timeline_head"));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Head(var otherCount, var otherHash) && count == otherCount
                    && Arrays.equals(hash, otherHash);
        }

        @Override
        public int hashCode() {
            return 31 * count + Arrays.hashCode(hash);
        }
    }

    /** Adds entries to an alert that this transaction has locked, at the transaction's moment: never before what they follow. */
    static void add(Transaction tx, LockedAlert alert, Actor actor, TimelineEntry... entries) {
        var id = alert.alert().id();
        var head = tx.kept(id, Head.class).orElseGet(() -> tx.queryOne(HEAD, Head::read, id.value()).orElseThrow());
        for (var entry : entries) {
            var next = chain(id, alert.seal(), head, actor, tx.now(), entry);
            write(tx, next);
            head = next.head();
        }
        tx.write(MOVE_HEAD, id.value(), head.count(), head.hash());
        tx.keep(id, head);
        tx.announce();
    }

    /** When the last entry of an alert was added; the answer is waited for later. */
    static Supplier<Optional<Instant>> askLast(Transaction tx, AlertId alert) {
        var asked = tx.ask(LAST, row -> row.moment("at"), alert.value());
        return () -> asked.get().stream().findFirst();
    }

    /** All entries of an alert that can be read, oldest first. */
    public static List<Told> read(Transaction tx, AlertId alert, Seal seal) {
        return stored(tx, alert).stream().flatMap(entry -> read(tx, alert, seal, entry).stream()).toList();
    }

    /** How many entries were ever added to an alert: those that can be read have numbers from 1 to this. */
    public static int count(Transaction tx, AlertId alert) {
        return tx.queryOne(HEAD, row -> row.number("timeline_count"), alert.value()).orElse(0);
    }

    private static Optional<Told> read(Transaction tx, AlertId alert, Seal seal, Stored entry) {
        try {
            return Optional.of(new Told(entry.sequence, entry.at, entry.actor,
                    TimelineJson.read(entry.kind, seal.open(binding(alert, entry.sequence, entry.kind), entry.payload))));
        } catch (RuntimeException unreadable) {
            tx.leaveOut(new FaultyRow("timeline_entry", alert + "/" + entry.sequence, "#" + entry.sequence, alert.value()), unreadable);
            return Optional.empty();
        }
    }

    /** The first broken entry of an alert's chain, counted from 1; empty when it is whole. */
    public static Optional<Integer> firstBroken(Transaction tx, AlertId alert) {
        var head = tx.queryOne(HEAD, Head::read, alert.value())
                .orElseThrow();
        var previous = EntryChain.NOTHING_BEFORE;
        var count = 0;
        for (var entry : stored(tx, alert)) {
            count++;
            var hash = EntryChain.hash(alert, previous, count, entry.kind, entry.schema, entry.at, entry.actor, entry.payload);
            if (entry.sequence != count || !Arrays.equals(entry.previousHash, previous) || !Arrays.equals(entry.hash, hash)) {
                return Optional.of(count);
            }
            previous = hash;
        }
        return head.equals(new Head(count, previous)) ? Optional.empty() : Optional.of(Math.min(count, head.count) + 1);
    }

    /** Whether the database itself keeps this role from changing or removing an entry. */
    public static boolean isProtected(Transaction tx) {
        return !tx.queryOne(MAY_CHANGE, row -> row.flag("may_change")).orElseThrow();
    }

    /** An entry sealed and bound to the one before it, not yet written; once it is, its alert's row must hold the head. */
    record Chained(AlertId alert, String kind, Instant at, Actor actor, byte[] payload, byte[] previousHash, Head head) {}

    /** The chain's first entry, for an alert whose row is about to be written with its head. */
    static Chained first(AlertId alert, Seal seal, Actor actor, Instant now, TimelineEntry entry) {
        return chain(alert, seal, new Head(0, EntryChain.NOTHING_BEFORE), actor, now, entry);
    }

    static void write(Transaction tx, Chained entry) {
        tx.write(ADD, entry.alert.value(), entry.head.count(), entry.kind, TimelineJson.SCHEMA, entry.at, entry.actor.word(),
                entry.payload, entry.previousHash, entry.head.hash());
    }

    private static Chained chain(AlertId alert, Seal seal, Head head, Actor actor, Instant now, TimelineEntry entry) {
        var sequence = head.count() + 1;
        var kind = TimelineJson.kind(entry);
        var at = now.truncatedTo(ChronoUnit.MICROS);
        var payload = seal.seal(binding(alert, sequence, kind), TimelineJson.write(entry));
        var hash = EntryChain.hash(alert, head.hash(), sequence, kind, TimelineJson.SCHEMA, at, actor.word(), payload);
        return new Chained(alert, kind, at, actor, payload, head.hash(), new Head(sequence, hash));
    }

    private static Binding binding(AlertId alert, int sequence, String kind) {
        return new Binding("timeline_entry", "payload/" + kind + "/" + TimelineJson.SCHEMA, alert + "/" + sequence);
    }

    private static List<Stored> stored(Transaction tx, AlertId alert) {
        return tx.query(READ, Stored::of, alert.value());
    }

    private static final class Stored {
        private final int sequence;
        private final String kind;
        private final int schema;
        private final Instant at;
        private final String actor;
        private final byte[] payload;
        private final byte[] previousHash;
        private final byte[] hash;

        private Stored(Row row) {
            sequence = row.number("sequence");
            kind = row.text("kind");
            schema = row.number("schema");
            at = row.moment("at");
            actor = row.text("actor");
            payload = row.bytes("payload");
            previousHash = row.bytes("previous_hash");
            hash = row.bytes("hash");
        }

        static Stored of(Row row) {
            return new Stored(row);
        }
    }
}
