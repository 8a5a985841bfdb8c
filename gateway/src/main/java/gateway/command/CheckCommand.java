package gateway.command;

import gateway.Gateway;
import gateway.OpenHouse;
import gateway.alert.Timeline;
import gateway.database.CannotStart;
import gateway.network.Finding;
import gateway.pack.Pack;
import gateway.settings.Settings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code umbrella check}: settings, pack, network, database, clock, and where the rosters have gaps. A fault that stops
 * the start is exit code 2; all else a coordinator should know is a line and no more.
 */
@Command(name = "check", description = "Checks settings, pack, network, database, clock and rosters: a line a finding.")
public final class CheckCommand implements Callable<Integer> {

    private static final long SECONDS_APART = 5;

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public CheckCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        var read = settings.get();
        try (var open = OpenHouse.forCommand(read)) {
            var faults = faults(open);
            var findings = new ArrayList<>(faults);
            findings.addAll(findings(open));
            var out = spec.commandLine().getOut();
            findings.forEach(out::println);
            if (findings.isEmpty()) {
                out.println(CommandWords.SOUND);
            }
            out.flush();
            return faults.isEmpty() ? 0 : Gateway.FAULT;
        }
    }

    /** What stops a start although the house opens: a network file, or numbers, that cannot be used. */
    private List<String> faults(OpenHouse open) {
        var faults = new ArrayList<String>();
        var file = open.settings.network();
        if (file != null) {
            try {
                open.read(file);
            } catch (CannotStart fault) {
                faults.addAll(fault.why().lines().toList());
            }
        }
        open.fictionNumbers().stream().map(Finding::plainly).forEach(faults::add);
        return faults;
    }

    private List<String> findings(OpenHouse open) {
        var house = open.house;
        var found = new ArrayList<String>();
        if (open.settings.carrier() == Settings.CarrierKind.TWILIO) {
            found.add(CommandWords.CARRIERS_OWN_ANSWERS);
        }
        if (open.settings.sealingKey() == null && open.settings.isEmbedded()) {
            found.add(CommandWords.KEY_BESIDE_DATABASE);
        }
        found.addAll(wrongSamples(house.pack));
        if (!open.database.inTransaction(Timeline::isProtected)) {
            found.add(CommandWords.ONE_ROLE);
        }
        var apart = Duration.between(InstantSource.system().instant(), open.clock.instant()).toSeconds();
        if (Math.abs(apart) > SECONDS_APART) {
            found.add(CommandWords.clocksDiffer(apart));
        }
        open.database.run(house.calling.speech()::learn);
        open.database.inTransaction(house.reporters.hotlines()::all).stream().flatMap(hotline -> hotline.languages().stream()).distinct()
                .sorted().filter(language -> house.calling.speech().missing(language) > 0)
                .map(language -> CommandWords.notRecorded(language.tag(), house.calling.speech().missing(language))).forEach(found::add);
        open.database.inTransaction(tx -> house.findings().find(tx, tx.now())).stream()
                .map(Finding::plainly).forEach(found::add);
        return found;
    }

    private static List<String> wrongSamples(Pack pack) {
        var trial = pack.trial();
        return trial.wrong().stream().map(wrong -> trial.isMark(wrong.sample().wanted())
                ? CommandWords.wrongSample(wrong.sample().line(), wrong.sample().text(), wrong.sample().wanted(), wrong.read())
                : CommandWords.noSample(wrong.sample().line())).toList();
    }
}
