package gateway.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that could not be read, or of which a part could not: a broken seal, an unknown time zone. Prints no name.
 *
 * @param name  what people call it: an alias, a roster's name
 * @param alert the alert it belongs to, if any
 */
public record FaultyRow(String table, String id, String name, @Nullable UUID alert) {

    public FaultyRow(String table, String id, String name) {
        this(table, id, name, null);
    }

    /** Which columns say which row it is; what it does not have is empty. */
    public record Named(String table, String idColumn, String nameColumn, String alertColumn) {

        public Named(String table, String idColumn, String nameColumn) {
            this(table, idColumn, nameColumn, "");
        }

        /** People call it by its alert. */
        public static Named ofAlert(String table, String idColumn) {
            return new Named(table, idColumn, "", "alert_id");
        }

        public FaultyRow of(Row row) {
            return new FaultyRow(table, row.id(idColumn).toString(), nameColumn.isEmpty() ? "" : row.text(nameColumn),
                    alertColumn.isEmpty() ? null : row.idIfAny(alertColumn).orElse(null));
        }
    }

    @Override
    public String toString() {
        return table + " " + id;
    }
}
