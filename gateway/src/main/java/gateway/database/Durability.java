package gateway.database;

import java.util.List;

/** What the gateway promises with each 2xx it can only promise on a database that keeps what it has committed. */
public final class Durability {

    private static final String SETTINGS = """
            SELECT name, setting
              FROM pg_settings
             WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')
             ORDER BY name
            """;

    private Durability() {}

    /** @throws CannotStart when the server may lose what it has committed; the line names the setting */
    public static void check(Database database) {
        var off = database.inTransaction(tx -> tx.query(SETTINGS, row -> new Setting(row.text("name"), row.text("setting"))))
                .stream().filter(Setting::isOff).map(Setting::name).toList();
        refuse(off);
    }

    static void refuse(List<String> off) {
        if (!off.isEmpty()) {
            throw new CannotStart("the database has " + String.join(" and ", off)
                    + " off, so an alert it has committed could be lost: turn " + (off.size() == 1 ? "it" : "them") + " on");
        }
    }

    record Setting(String name, String setting) {

        boolean isOff() {
            return "off".equals(setting);
        }
    }
}
