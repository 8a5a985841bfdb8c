package gateway.watch;

import java.time.Duration;
import java.util.function.Supplier;

/** A loop as its watcher sees it: its name, and how long ago a turn of it last went well. */
public record WatchedLoop(String name, Supplier<Duration> sinceSuccess) {}
