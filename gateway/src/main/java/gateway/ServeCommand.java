package gateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code umbrella serve}: runs the gateway until it is told to stop, then ends within ten seconds. */
@Command(name = "serve", description = "Runs the gateway; stops cleanly on SIGTERM and Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var gateway = Running.start(Gateway.settings(), Seams.NONE);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stopping").unstarted(() -> {
            gateway.close();
            stopped.countDown();
        }));
        gateway.greeting().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        stopped.await();
        return 0;
    }
}
