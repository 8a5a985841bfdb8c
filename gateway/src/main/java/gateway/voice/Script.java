package gateway.voice;

import java.util.List;

/** What a call does next, in order; at its end the call is over. */
public record Script(List<Verb> verbs) {

    public Script {
        verbs = List.copyOf(verbs);
    }

    public static Script of(Verb... verbs) {
        return new Script(List.of(verbs));
    }
}
