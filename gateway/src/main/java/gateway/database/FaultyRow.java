package gateway.database;

/**
 * A row that could not be read, or of which a part could not: a broken seal, an unknown time zone. Prints no name.
 *
 * @param name what people call it: an alias, a roster's name
 */
public record FaultyRow(String table, String id, String name) {

    /** Which columns say which row it is. */
    public record Named(String table, String idColumn, String nameColumn) {

        public FaultyRow of(Row row) {
            return new FaultyRow(table, row.id(idColumn).toString(), row.text(nameColumn));
        }
    }

    @Override
    public String toString() {
        return table + " " + id;
    }
}
