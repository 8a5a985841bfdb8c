package gateway.command;

import gateway.OpenHouse;
import gateway.console.frame.Sessions;
import gateway.database.CannotStart;
import gateway.database.Transaction;
import gateway.member.BarReason;
import gateway.settings.Settings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umbrella lost}: a responder's phone is lost or seized, and counts for nothing from now on. */
@Command(name = "lost", description = "A responder's phone is lost or seized: its codes die, what it holds climbs.")
public final class LostCommand implements Callable<Integer> {

    /** Who says so, as the bar keeps it: whoever sits at the command line is not known by name. */
    private static final String ACTOR = "command line";

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ALIAS", description = "The responder.")
    private String alias = "";

    public LostCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (var open = OpenHouse.forCommand(settings.get())) {
            var said = open.database.inTransaction(tx -> lose(open, tx));
            spec.commandLine().getOut().println(said);
            spec.commandLine().getOut().flush();
            return 0;
        }
    }

    private String lose(OpenHouse open, Transaction tx) {
        var house = open.house;
        var member = house.people.members().byAlias(tx, alias)
                .orElseThrow(() -> new CannotStart(CommandWords.noMember(alias)));
        if (member.phone() == null) {
            throw new CannotStart(CommandWords.noPhone(member.alias()));
        }
        // The phone may be signed in to the pages.
        new Sessions(house.people.members(), open.random).endAllOf(tx, member.id());
        return house.phones.losing().lose(tx, member, BarReason.LOST, ACTOR)
                ? CommandWords.lost(member.alias()) : CommandWords.lostAlready(member.alias());
    }
}
