package gateway.command;

import gateway.Gateway;
import gateway.Running;
import gateway.Seams;
import gateway.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code umbrella serve}: runs the gateway until it is told to stop, then ends within ten seconds. */
@Command(name = "serve", description = "Runs the gateway; stops cleanly on SIGTERM and Ctrl-C.")
public final class ServeCommand implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

    private final Supplier<Settings> settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ServeCommand(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var gateway = Running.start(settings.get(), Seams.NONE);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(() -> stop(gateway)));
        gateway.greeting().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** A JVM that ends by a signal says 128 and more; being told to stop and having stopped is a success. */
    private static void stop(Running gateway) {
        var code = Gateway.FAULT;
        try {
            gateway.close();
            code = 0;
        } catch (RuntimeException failure) {
            log.error("The gateway did not stop cleanly", failure);
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
