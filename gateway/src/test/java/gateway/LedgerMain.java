package gateway;

import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.ledger.GatewayProcess;
import gateway.ledger.KillPoint;
import gateway.ledger.SuddenDeath;
import gateway.messaging.Carrier;
import gateway.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The gateway as the ledger test starts it: all of the real one, and hooks that kill it the n-th time it comes to the
 * point the environment names. On request it is a broken build, so that the test can show that it would notice.
 */
public final class LedgerMain {

    private static final Duration LATER = Duration.ofMillis(200);

    private final KillPoint point;
    private final AtomicInteger left;
    private final boolean answersBeforeCommit;
    private final boolean sendsTwice;

    private LedgerMain(Map<String, String> environment) {
        point = KillPoint.valueOf(environment.getOrDefault("LEDGER_POINT", KillPoint.ANY_MOMENT.name()));
        left = new AtomicInteger(Integer.parseInt(environment.getOrDefault("LEDGER_HIT", "1")));
        answersBeforeCommit = environment.containsKey("LEDGER_ANSWERS_BEFORE_COMMIT");
        sendsTwice = environment.containsKey("LEDGER_SENDS_TWICE");
    }

    /** Serves until it is killed, told to stop, or left alone: its standard input ends with the test. */
    public static void main(String[] arguments) throws IOException {
        var environment = new HashMap<>(System.getenv());
        var hooks = new LedgerMain(environment);
        environment.keySet().removeIf(name -> !name.startsWith("GATEWAY_"));
        var gateway = Running.start(Settings.read(Path.of("").toAbsolutePath(), environment),
                new Seams(() -> hooks.at(KillPoint.BEFORE_COMMIT), hooks::inbox, hooks::carrier));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            gateway.close();
            Runtime.getRuntime().halt(0);
        }));
        System.out.println(GatewayProcess.SERVING);
        var end = System.in.read();
        Runtime.getRuntime().halt(end);
    }

    private void at(KillPoint here) {
        if (here == point && left.decrementAndGet() == 0) {
            SuddenDeath.now();
        }
    }

    private Function<Envelope, Receipt> inbox(Function<Envelope, Receipt> inbox) {
        return answersBeforeCommit ? answeringFirst(inbox) : envelope -> {
            var receipt = inbox.apply(envelope);
            at(KillPoint.AFTER_COMMIT);
            return receipt;
        };
    }

    private static Function<Envelope, Receipt> answeringFirst(Function<Envelope, Receipt> inbox) {
        return envelope -> {
            Thread.startVirtualThread(() -> {
                try {
                    Thread.sleep(LATER);
                    inbox.apply(envelope);
                } catch (InterruptedException asked) {
                    Thread.currentThread().interrupt();
                }
            });
            return Receipt.TAKEN;
        };
    }

    private Carrier carrier(Carrier carrier) {
        return text -> {
            at(KillPoint.AFTER_CLAIM);
            if (sendsTwice) {
                carrier.send(text);
            }
            var outcome = carrier.send(text);
            at(KillPoint.AFTER_SEND);
            return outcome;
        };
    }
}
