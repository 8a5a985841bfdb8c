package gateway.virtualphone;

import gateway.voice.Verb;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a call has come in its script.
 *
 * @param ahead     the verbs that are still to come
 * @param said      all that was heard and pressed so far
 * @param hops  how often scripts have sent the call on since it last rested, on a word or on a key
 */
record Playing(List<Verb> ahead, Doing doing, List<Said> said, int hops) {

    Playing {
        ahead = List.copyOf(ahead);
        said = List.copyOf(said);
    }

    Playing doing(Doing next) {
        return new Playing(ahead, next, said, hops);
    }

    Playing rested() {
        return new Playing(ahead, doing, said, 0);
    }

    Playing with(Said more) {
        var all = new ArrayList<>(said);
        all.add(more);
        return new Playing(ahead, doing, all, hops);
    }

    @Override
    public String toString() {
        return "Playing[" + doing + "]";
    }
}
