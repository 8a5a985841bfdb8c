package gateway.sealing;

import gateway.database.DatabaseUrl;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All that whoever holds the sealing key and every row can still read: each value of each table in the clear, and what is
 * sealed opened by whichever key is left, under every name it may have been sealed by. Knows no store, so that a new
 * table or column is searched from its first day.
 */
public final class LiveTables {

    /** A value of some row, as it reads. */
    public record Cell(String table, String column, String text) {
        String place() {
            return table + "." + column;
        }
    }

    private static final String TABLES = """
            SELECT tablename
              FROM pg_tables
             WHERE schemaname = 'public'
             ORDER BY tablename
            """;
    private static final String AS_AN_ENTRY_IS_BOUND = "payload/%s/%s";

    private final Map<UUID, Seal> seals = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Set<String> closed = new TreeSet<>();
    private final Set<String> opened = new TreeSet<>();
    private BlindIndex index = new BlindIndex(new byte[32]);

    private LiveTables() {}

    public static LiveTables read(DatabaseUrl superuser, SealingKey key) {
        var all = new LiveTables();
        try (var connection = DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password())) {
            all.readKeys(connection, key);
            for (var table : tables(connection)) {
                all.readTable(connection, table);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        return all;
    }

    /** Where these words stand in some value. */
    public Set<String> placesOf(String words) {
        return cells.stream().filter(cell -> cell.text.contains(words)).map(Cell::place)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a number could be found again by its index. */
    public Set<String> indexesOf(String number) {
        return placesOf(HexFormat.of().formatHex(index.ofNumber(number)));
    }

    /** Columns of sealed values of which at least one opened. */
    public Set<String> opened() {
        return opened;
    }

    /** Columns of sealed values of which none opened, though the key may be there. */
    public Set<String> neverOpened() {
        var never = new TreeSet<>(closed);
        never.removeAll(opened);
        return never;
    }

    private void readKeys(Connection connection, SealingKey key) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT id, kind, wrapped FROM wrapped_key")) {
            while (rows.next()) {
                var id = rows.getObject("id", UUID.class);
                var unwrapped = key.unwrap(rows.getString("kind"), id, rows.getBytes("wrapped"));
                if (rows.getString("kind").equals("index")) {
                    index = new BlindIndex(unwrapped);
                }
                seals.put(id, new Seal(id, unwrapped));
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private void readTable(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    var name = rows.getMetaData().getColumnName(column);
                    if (rows.getMetaData().getColumnType(column) == Types.BINARY && rows.getBytes(column) != null) {
                        readBytes(table, name, rows, rows.getBytes(column));
                    } else if (rows.getString(column) != null) {
                        cells.add(new Cell(table, name, rows.getString(column)));
                    }
                }
            }
        }
    }

    private void readBytes(String table, String column, ResultSet row, byte[] bytes) throws SQLException {
        cells.add(new Cell(table, column, HexFormat.of().formatHex(bytes)));
        cells.add(new Cell(table, column, new String(bytes, StandardCharsets.UTF_8)));
        if (!column.endsWith("_sealed") && !column.equals("payload")) {
            return;
        }
        var place = table + "." + column;
        closed.add(place);
        for (var binding : bindings(table, column, row)) {
            for (var seal : seals.values()) {
                try {
                    cells.add(new Cell(table, column, seal.open(binding, bytes)));
                    opened.add(place);
                    return;
                } catch (BrokenSeal otherKey) {
                    continue;
                }
            }
        }
    }

    private static List<Binding> bindings(String table, String column, ResultSet row) throws SQLException {
        if (column.equals("payload")) {
            return List.of(new Binding(table, AS_AN_ENTRY_IS_BOUND.formatted(row.getString("kind"), row.getString("schema")),
                    row.getString("alert_id") + "/" + row.getString("sequence")));
        }
        var bindings = new ArrayList<Binding>();
        for (var at = 1; at <= row.getMetaData().getColumnCount(); at++) {
            if (row.getMetaData().getColumnTypeName(at).equals("uuid") && row.getString(at) != null) {
                bindings.add(new Binding(table, column.replace("_sealed", ""), row.getString(at)));
            }
        }
        return bindings;
    }
}
