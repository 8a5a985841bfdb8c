package gateway.sealing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value belongs. It is the associated data of the encryption, so a value moved to another row does not
 * open. The names are frozen: they are logical names and stay when a table or a column is renamed.
 */
public record Binding(String table, String column, String row) {

    public static Binding of(String table, String column, UUID row) {
        return new Binding(table, column, row.toString());
    }

    byte[] associatedData() {
        return ("umbrella|1|" + table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
    }
}
