package gateway.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a load changes, a plain line each. */
final class Changelist {

    private final List<String> lines = new ArrayList<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    void add(String line) {
        lines.add(line);
    }

    /** Something is there that was not: for the first time, or back after it was retired. */
    void arrives(String what, String name, boolean again) {
        add(again ? PlainWords.isBack(what, name) : PlainWords.added(what, name));
    }

    void retires(String what, String name) {
        add(PlainWords.retired(what, name));
    }

    /** Adds a line if any part differs, and says whether one does. */
    boolean changes(String what, String name, Part... parts) {
        var differing = List.of(parts).stream().filter(Part::differs).map(Part::name).toList();
        if (!differing.isEmpty()) {
            add(PlainWords.changed(what, name, differing));
        }
        return !differing.isEmpty();
    }

    static Part part(String name, @Nullable Object was, @Nullable Object now) {
        return new Part(name, !Objects.equals(was, now));
    }

    /** One part of a thing, and whether the network says otherwise than the database. */
    record Part(String name, boolean differs) {}
}
