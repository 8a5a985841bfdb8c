package gateway.command;

import gateway.OpenHouse;
import gateway.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umbrella load}: makes the database agree with a network file, all or nothing. */
@Command(name = "load", description = "Loads members, rosters, policies and hotlines: all or nothing, repeatable.")
public final class LoadCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The network file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Says each change and makes none.")
    private boolean dryRun;

    public LoadCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (var open = OpenHouse.forCommand(settings.get())) {
            var network = open.read(file);
            var loading = open.house.loading;
            var pack = open.house.pack.id();
            List<String> changes = dryRun
                    ? loading.rehearse(open.database, network, tx -> open.carrierAccount, pack)
                    : open.database.inTransaction(tx -> loading.load(tx, network, open.carrierAccount, pack));
            var out = spec.commandLine().getOut();
            changes.forEach(out::println);
            if (changes.isEmpty()) {
                out.println(CommandWords.NO_CHANGE);
            }
            if (dryRun) {
                out.println(CommandWords.REHEARSED);
            }
            out.flush();
            return 0;
        }
    }
}
