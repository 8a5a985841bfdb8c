package gateway;

import gateway.database.CannotStart;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where everything begins: the command line. A fault that a person can mend is one plain line and exit code 2. */
@Command(name = "umbrella", description = "Umbrella, the crisis-alert gateway.", subcommands = {ServeCommand.class})
public final class Gateway {

    /** A fault in settings, pack, network or database. */
    static final int FAULT = 2;

    private Gateway() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Gateway())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof CannotStart fault) {
                        command.getErr().println(fault.why());
                        return FAULT;
                    }
                    if (failure instanceof BadSettings || failure instanceof gateway.codebook.PackFault) {
                        command.getErr().println(failure.getMessage());
                        return FAULT;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    /** Reads the settings of the folder this was started for: {@code UMBRELLA_HOME}, else where we stand. */
    static Settings settings() {
        var home = System.getenv().getOrDefault("UMBRELLA_HOME", ".");
        return Settings.read(Path.of(home).toAbsolutePath().normalize(), System.getenv());
    }
}
