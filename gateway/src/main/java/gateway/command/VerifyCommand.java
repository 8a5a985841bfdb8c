package gateway.command;

import gateway.OpenHouse;
import gateway.alert.AlertId;
import gateway.alert.Timeline;
import gateway.settings.Settings;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code umbrella verify}: recomputes the chain of every alert's timeline. */
@Command(name = "verify", description = "Recomputes every alert's timeline and names the first broken entry.")
public final class VerifyCommand implements Callable<Integer> {

    private static final int BROKEN = 3;
    private static final int AT_ONCE = 500;
    private static final AlertId BEFORE_ALL = new AlertId(new UUID(0, 0));

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public VerifyCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (var open = OpenHouse.forCommand(settings.get())) {
            var out = spec.commandLine().getOut();
            var broken = 0;
            for (var ids = after(open, BEFORE_ALL); !ids.isEmpty(); ids = after(open, ids.getLast())) {
                for (var id : ids) {
                    broken += isWhole(open, id) ? 0 : 1;
                }
            }
            if (broken == 0) {
                out.println(CommandWords.WHOLE);
            }
            out.flush();
            return broken == 0 ? 0 : BROKEN;
        }
    }

    private static List<AlertId> after(OpenHouse open, AlertId last) {
        return open.database.inTransaction(tx -> open.house.heart.alerts().lists().idsAfter(tx, last, AT_ONCE));
    }

    /** One alert a transaction, so that no living alert waits for long. */
    private boolean isWhole(OpenHouse open, AlertId id) {
        return open.database.inTransaction(tx -> {
            var broken = Timeline.firstBroken(tx, id);
            broken.ifPresent(entry -> spec.commandLine().getOut()
                    .println(CommandWords.broken(open.house.heart.alerts().numberOf(tx, id), entry)));
            return broken.isEmpty();
        });
    }
}
