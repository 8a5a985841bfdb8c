package gateway.watch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whether every loop still turns: one that only fails, or hangs, is as good as none. */
public final class Health {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<WatchedLoop> loops;

    public Health(List<WatchedLoop> loops) {
        this.loops = List.copyOf(loops);
    }

    public Verdict verdict() {
        var ill = loops.stream().filter(loop -> loop.sinceSuccess().get().compareTo(LONGEST) > 0)
                .map(loop -> loop.name() + " has not turned for " + loop.sinceSuccess().get().toSeconds() + " s")
                .collect(Collectors.joining("; "));
        return ill.isEmpty() ? Verdict.well("all " + loops.size() + " loops turn") : Verdict.ill(ill);
    }
}
