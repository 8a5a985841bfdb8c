package gateway.voice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a call hears next. Every door calls it: first when it rings, then with the keys pressed, at the path a script named. */
public final class CallDesk {

    private static final Logger log = LoggerFactory.getLogger(CallDesk.class);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final CallFlow firstRing;
    private final Map<String, CallFlow> flows;

    /**
     * Joins the conversations into one desk.
     *
     * @param firstRing takes in a call to one of our numbers
     * @param flows     each conversation by the first part of its paths
     */
    public CallDesk(CallFlow firstRing, Map<String, CallFlow> flows) {
        this.firstRing = firstRing;
        this.flows = Map.copyOf(flows);
    }

    /** Somebody rings one of our numbers. When this returns, an alert is committed, whatever is pressed later. */
    public Script ring(Heard call) {
        return firstRing.proceed(List.of(), call);
    }

    /** A call goes on at the path that a script of ours named. A path that is none of ours ends the call. */
    public Script proceed(String path, Heard call) {
        var parts = Arrays.asList(path.split("/", -1));
        var flow = flows.get(parts.getFirst());
        if (flow == null) {
            log.warn("A call asked for a path that no script names");
            return OVER;
        }
        return flow.proceed(parts.subList(1, parts.size()), call);
    }
}
