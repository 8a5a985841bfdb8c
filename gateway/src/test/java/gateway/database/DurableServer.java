package gateway.database;

import gateway.stories.Eventually;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server of all tests waits for the disk during the tests of a class, as it does outside tests; in all others it does not. */
public final class DurableServer implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        turn("on");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        turn("off");
    }

    private static void turn(String setting) {
        TestServer.only().setFsync(setting);
        try (var database = new TestDatabase()) {
            Eventually.until("fsync is " + setting, () -> database.database()
                    .inTransaction(tx -> tx.query("SHOW fsync", row -> row.text("fsync"))).contains(setting));
        }
    }
}
