package gateway.watch;

import gateway.alert.Ladders;
import gateway.database.Database;
import gateway.network.Findings;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what a human must see to though every loop turns: alerts for which nobody can be asked or whose turns fail, and rows that cannot be read. */
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
        var faulty = database.inTransaction(tx -> findings.faultyRows(tx).size() + findings.leftOutLately(tx).size());
        var nobodyAsked = database.inTransaction(ladders.unattended()::nobodyAsked);
        meters.showNobodyAsked(nobodyAsked.size());
        meters.showFailing(failing.size(), faulty);
        standing = Stream.concat(nobodyAsked.stream().map(one -> "nobody can be asked for alert " + one.number()),
                failing.stream().map(one -> "the turns of alert " + one.number() + " fail")).toList();
    }

    /** For {@link Health}, a line each. */
    public List<String> standing() {
        return standing;
    }
}
