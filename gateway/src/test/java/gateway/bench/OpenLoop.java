package gateway.bench;

import gateway.bench.Strangers.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Texts that come when they come, whether or not those before were answered. The time of each counts from when it should
 * have been sent, so that a gateway that stalls cannot hide it by holding up the questions (coordinated omission).
 */
final class OpenLoop {

    private OpenLoop() {}

    /** When each text should have been sent, by {@link System#nanoTime}, and how many were not answered 200. */
    record Sent(long[] due, int refused) {}

    static Sent send(int port, int aSecond, List<Webhook> webhooks) {
        var lines = new ConcurrentLinkedQueue<Line>();
        var due = new long[webhooks.size()];
        var refused = new AtomicInteger();
        var answered = new CountDownLatch(webhooks.size());
        var begun = System.nanoTime() + Duration.ofMillis(50).toNanos();
        for (var i = 0; i < due.length; i++) {
            due[i] = begun + i * 1_000_000_000L / aSecond;
            for (var left = due[i] - System.nanoTime(); left > 0; left = due[i] - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var request = webhooks.get(i).request();
            Thread.startVirtualThread(() -> {
                var free = lines.poll();
                var line = free == null ? new Line(port) : free;
                if (line.post(request) != 200) {
                    refused.incrementAndGet();
                }
                lines.add(line);
                answered.countDown();
            });
        }
        try {
            answered.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        lines.forEach(Line::close);
        return new Sent(due, refused.get());
    }
}
