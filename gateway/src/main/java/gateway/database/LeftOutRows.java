package gateway.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Writes down which rows were left out, so that the board, and the check command in a process of its own, can name them for a day. */
public final class LeftOutRows {

    private static final Duration KEPT = Duration.ofDays(1);

    private static final String KEEP = """
            INSERT INTO left_out_row (table_name, row_id, name, alert_id, first_at, last_at)
            SELECT DISTINCT ON (left_out.table_name, left_out.row_id)
                   left_out.table_name, left_out.row_id, left_out.name, left_out.alert_id, $5::timestamptz, $5::timestamptz
              FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS left_out (table_name, row_id, name, alert_id)
             ORDER BY left_out.table_name, left_out.row_id
                ON CONFLICT (table_name, row_id) DO UPDATE
               SET name = excluded.name, alert_id = excluded.alert_id, last_at = excluded.last_at
            RETURNING first_at = last_at AS fresh
            """;
    private static final String FORGET = """
            DELETE FROM left_out_row
             WHERE last_at < $1
            """;
    private static final String LATELY = """
            SELECT left_out_row.table_name, left_out_row.row_id, left_out_row.alert_id, left_out_row.last_at,
                   coalesce(nullif(concat_ws(' ', nullif(left_out_row.name, ''), alert.number), ''), left_out_row.row_id) AS name
              FROM left_out_row
              LEFT JOIN alert ON alert.id = left_out_row.alert_id
             WHERE left_out_row.last_at >= $1
             ORDER BY left_out_row.first_at DESC, left_out_row.table_name, left_out_row.row_id
             LIMIT $2
            """;

    private final Database database;

    public LeftOutRows(Database database) {
        this.database = database;
    }

    /** A row that could not be read, and when that was seen last. */
    public record LeftOut(FaultyRow row, Instant at) {}

    /** Writes down what was left out since the last turn; what cannot be written now is in the next turn. */
    public void tick() {
        var gathered = database.faultyRows().gathered();
        var rows = gathered.stream().sorted(Comparator.comparing(FaultyRow::table).thenComparing(FaultyRow::id)).toList();
        database.run(tx -> {
            if (!rows.isEmpty()) {
                var fresh = tx.query(KEEP, row -> row.flag("fresh"), texts(rows.stream().map(FaultyRow::table).toList()),
                        texts(rows.stream().map(FaultyRow::id).toList()), texts(rows.stream().map(FaultyRow::name).toList()),
                        rows.stream().map(FaultyRow::alert).toArray(UUID[]::new), tx.now());
                if (fresh.contains(true)) {
                    tx.announce();
                }
            }
            tx.execute(FORGET, tx.now().minus(KEPT));
        });
        database.faultyRows().forget(gathered);
    }

    /** What was left out within a day, whoever came first last. */
    public List<LeftOut> lately(Transaction tx, int limit) {
        return tx.query(LATELY, row -> new LeftOut(new FaultyRow(row.text("table_name"), row.text("row_id"), row.text("name"),
                row.idIfAny("alert_id").orElse(null)), row.moment("last_at")), tx.now().minus(KEPT), limit);
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
