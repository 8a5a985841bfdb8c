package gateway.bench;

import gateway.bench.Strangers.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** So many at once, each beginning the next as soon as the last is done; counts what was done, a second. */
final class ClosedLoop {

    private ClosedLoop() {}

    /** How many were done, how fast, and how many others were put off (503), as a carrier would be told to come again. */
    record Done(long count, double aSecond, long putOff) {}

    /** Texts over connections that are kept alive. */
    static Done webhooks(int port, int connections, Duration span, List<Webhook> webhooks) {
        var next = new AtomicInteger();
        return run(connections, span, () -> {
            var line = new Line(port);
            return new Work() {
                @Override
                public boolean once() {
                    var i = next.getAndIncrement();
                    if (i >= webhooks.size()) {
                        throw new IllegalStateException("too few webhooks were made for " + span);
                    }
                    return line.post(webhooks.get(i).request()) == 200;
                }

                @Override
                public void close() {
                    line.close();
                }
            };
        });
    }

    static Done statements(SameStatements statements, int concurrency, Duration span) {
        return run(concurrency, span, () -> () -> {
            statements.run();
            return true;
        });
    }

    /** One of those at work. */
    interface Work extends AutoCloseable {
        /** Whether it was done, rather than put off. */
        boolean once();

        @Override
        default void close() { }
    }

    interface Worker {
        Work begin();
    }

    private static Done run(int concurrency, Duration span, Worker worker) {
        var begun = System.nanoTime();
        var until = begun + span.toNanos();
        var done = new LongAdder();
        var putOff = new LongAdder();
        var failures = new ArrayList<RuntimeException>();
        var ended = new CountDownLatch(concurrency);
        for (var i = 0; i < concurrency; i++) {
            Thread.startVirtualThread(() -> {
                try (var work = worker.begin()) {
                    while (System.nanoTime() < until) {
                        (work.once() ? done : putOff).increment();
                    }
                } catch (RuntimeException failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                } finally {
                    ended.countDown();
                }
            });
        }
        await(ended);
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return new Done(done.sum(), done.sum() * 1e9 / (System.nanoTime() - begun), putOff.sum());
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
