package gateway.watch;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether every loop still turns: one that only fails, or hangs, is as good as none. */
public final class Health {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<WatchedLoop> loops;
    private final Supplier<List<String>> alarms;

    /** @param alarms what a human must see to though every loop turns: named, but no reason to start anew */
    public Health(List<WatchedLoop> loops, Supplier<List<String>> alarms) {
        this.alarms = alarms;
        this.loops = List.copyOf(loops);
    }

    public Verdict verdict() {
        var ill = loops.stream().filter(loop -> loop.sinceSuccess().get().compareTo(LONGEST) > 0)
                .map(loop -> loop.name() + " has not turned for " + loop.sinceSuccess().get().toSeconds() + " s")
                .collect(Collectors.joining("; "));
        var named = alarms.get().stream().map(alarm -> "; " + alarm).collect(Collectors.joining());
        return ill.isEmpty() ? Verdict.well("all " + loops.size() + " loops turn" + named) : Verdict.ill(ill + named);
    }
}
