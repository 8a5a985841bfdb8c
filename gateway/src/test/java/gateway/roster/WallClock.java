package gateway.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What a clock on the wall shows, from a table that the tz project's own zdump made. It knows nothing of java.time, so that
 * it can be asked whether those who use it are right. Moments are seconds, a wall's time is seconds of its own.
 */
record WallClock(String zone, int first, long[] changes, int[] offsets) {

    static List<WallClock> all() {
        try (var table = WallClock.class.getResourceAsStream("/wall-clocks.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .map(WallClock::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The time it shows. */
    long shows(long moment) {
        return moment + offset(changesUntil(moment));
    }

    /** The furthest whole minute it has ever shown. */
    long furthest(long moment) {
        var until = changesUntil(moment);
        var furthest = moment + offset(until);
        for (var change = Math.max(0, until - 4); change < until; change++) {
            furthest = Math.max(furthest, changes[change] + offset(change) - 60);
        }
        return Math.floorDiv(furthest, 60) * 60;
    }

    private int changesUntil(long moment) {
        var found = Arrays.binarySearch(changes, moment);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private int offset(int changesBefore) {
        return changesBefore == 0 ? first : offsets[changesBefore - 1];
    }

    private static WallClock read(String line) {
        var parts = line.split(" ");
        var changes = Arrays.stream(parts).skip(2).mapToLong(part -> Long.parseLong(part.split(":")[0])).toArray();
        var offsets = Arrays.stream(parts).skip(2).mapToInt(part -> Integer.parseInt(part.split(":")[1])).toArray();
        return new WallClock(parts[0], Integer.parseInt(parts[1]), changes, offsets);
    }
}
