package gateway.command;

import gateway.OpenHouse;
import gateway.console.frame.SignInLinks;
import gateway.database.CannotStart;
import gateway.settings.Settings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code umbrella invite}: a one-time way in for a member, printed on this terminal and nowhere else. */
@Command(name = "invite", description = "Prints a one-time sign-in link for a member; it lives for 15 minutes.")
public final class InviteCommand implements Callable<Integer> {

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ALIAS", description = "The member.")
    private String alias = "";

    public InviteCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        try (var open = OpenHouse.forCommand(settings.get())) {
            var out = spec.commandLine().getOut();
            open.database.inTransaction(tx -> {
                var member = open.house.people.members().byAlias(tx, alias)
                        .orElseThrow(() -> new CannotStart(CommandWords.noMember(alias)));
                var path = new SignInLinks(open.random).make(tx, member.id(), tx.now());
                return new Invitation(member.alias(), open.settings.publicUrl() + path);
            }).print(out);
            out.flush();
            return 0;
        }
    }

    private record Invitation(String alias, String link) {

        void print(PrintWriter out) {
            out.println(CommandWords.invitation(alias, SignInLinks.LIFE.toMinutes()));
            out.println(link);
        }

        @Override
        public String toString() {
            return "Invitation[" + alias + "]";
        }
    }
}
