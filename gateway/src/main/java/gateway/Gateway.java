package gateway;

import gateway.codebook.PackFault;
import gateway.command.CheckCommand;
import gateway.command.CommandWords;
import gateway.command.InviteCommand;
import gateway.command.LoadCommand;
import gateway.command.LostCommand;
import gateway.command.ReadCommand;
import gateway.command.ServeCommand;
import gateway.command.VerifyCommand;
import gateway.database.CannotStart;
import gateway.database.DatabaseAway;
import gateway.sealing.BrokenSeal;
import gateway.settings.BadSettings;
import gateway.settings.Settings;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where everything begins: the command line. A fault that a person can mend is one plain line and exit code 2. */
@Command(name = "umbrella", description = "Umbrella, the crisis-alert gateway.", mixinStandardHelpOptions = true)
public final class Gateway {

    /** A fault in settings, pack, network or database. */
    public static final int FAULT = 2;

    private Gateway() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Gateway::settings).execute(arguments));
    }

    /** All commands; each reads the settings when it runs. */
    public static CommandLine commandLine(Supplier<Settings> settings) {
        return commandLine(settings, System.in);
    }

    public static CommandLine commandLine(Supplier<Settings> settings, InputStream input) {
        return new CommandLine(new Gateway())
                .addSubcommand(new ServeCommand(settings))
                .addSubcommand(new LoadCommand(settings))
                .addSubcommand(new LostCommand(settings))
                .addSubcommand(new InviteCommand(settings))
                .addSubcommand(new CheckCommand(settings))
                .addSubcommand(new VerifyCommand(settings))
                .addSubcommand(new CommandLine(new ReadCommand(settings, input)).setUnmatchedOptionsArePositionalParams(true))
                // A text may begin with an @, and is no file to read arguments from.
                .setExpandAtFiles(false)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    var lines = plainly(failure).orElseThrow(() -> failure);
                    lines.forEach(command.getErr()::println);
                    command.getErr().flush();
                    return FAULT;
                });
    }

    /** The lines for a fault that a person can mend; empty for one of our own. */
    static Optional<List<String>> plainly(Exception failure) {
        return switch (failure) {
            case CannotStart fault -> Optional.of(fault.why().lines().toList());
            case BadSettings faults -> Optional.of(faults.faults());
            case PackFault fault -> Optional.of(List.of(String.valueOf(fault.getMessage())));
            case DatabaseAway away -> Optional.of(List.of(CommandWords.databaseAway(String.valueOf(away.getMessage()))));
            case BrokenSeal wrongKey -> Optional.of(List.of(CommandWords.WRONG_KEY));
            default -> Optional.empty();
        };
    }

    /** Reads the settings of the folder this was started for: {@code UMBRELLA_HOME}, else where we stand. */
    private static Settings settings() {
        var home = System.getenv().getOrDefault("UMBRELLA_HOME", ".");
        return Settings.read(Path.of(home).toAbsolutePath().normalize(), System.getenv());
    }
}
