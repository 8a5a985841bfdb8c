package gateway.stories;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dispatch as the entries of its alert tell it. */
final class FoldedDispatch {
    final String discipline;
    final UUID member;
    String state = "asked";
    @Nullable Instant later;
    int step;
    boolean companion;

    FoldedDispatch(String discipline, UUID member) {
        this.discipline = discipline;
        this.member = member;
    }

    boolean isLive() {
        return List.of("asked", "unreached", "taken").contains(state);
    }

    @Override
    public String toString() {
        return discipline + " " + member + " " + state + " step " + step + (companion ? " beside" : "") + " later " + later;
    }
}
