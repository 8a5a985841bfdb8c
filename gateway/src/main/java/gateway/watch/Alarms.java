package gateway.watch;

import gateway.alert.Ladders;
import gateway.database.Database;
import gateway.network.Findings;
import java.util.List;

/** Looks at what a human must see to though every loop turns: alerts whose turns fail, and rows that cannot be read. */
public final class Alarms {

    private final Database database;
    private final Ladders ladders;
    private final Findings findings;
    private final Meters meters;
    private volatile List<String> standing = List.of();

    public Alarms(Database database, Ladders ladders, Findings findings, Meters meters) {
        this.database = database;
        this.ladders = ladders;
        this.findings = findings;
        this.meters = meters;
    }

    public void tick() {
        var failing = database.inTransaction(ladders::failing);
        var faulty = database.inTransaction(findings::faultyRows);
        meters.showFailing(failing.size(), faulty.size());
        standing = failing.stream().map(one -> "the turns of alert " + one.number() + " fail").toList();
    }

    /** For {@link Health}, a line each. */
    public List<String> standing() {
        return standing;
    }
}
