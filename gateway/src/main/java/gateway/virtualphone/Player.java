package gateway.virtualphone;

import gateway.virtualphone.Doing.Asking;
import gateway.virtualphone.Doing.Dialling;
import gateway.virtualphone.Doing.Gathering;
import gateway.virtualphone.Doing.Over;
import gateway.virtualphone.Doing.Telling;
import gateway.virtualphone.Doing.Why;
import gateway.voice.Script;
import gateway.voice.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Plays scripts as a carrier does, on values alone: what is heard now, what is waited for, and which path is asked next.
 *
 * <pre>
 *  begin ─► Telling ─► Gathering ──key, silence──► Asking ──goOn──► …
 *                   └► Dialling ──dialOver──► Asking
 *                   └► Asking (Redirect)
 *                   └► Over
 * </pre>
 */
final class Player {

    /** Scripts that send a call round and round without a word or a pause are a fault. */
    private static final int MOST_HOPS = 10;
    /** It ends a gathering, as with Twilio and Somleng when a script does not say otherwise. */
    private static final char FINISH = '#';

    private final Function<Verb.Told, Duration> lengthOf;

    /** @param lengthOf how long a prompt is heard */
    Player(Function<Verb.Told, Duration> lengthOf) {
        this.lengthOf = lengthOf;
    }

    /** The first script of a call to us: it alone may turn the call away. */
    Playing begin(Script script, Instant now) {
        if (!script.verbs().isEmpty() && script.verbs().getFirst() instanceof Verb.Reject) {
            return new Playing(List.of(), new Over(Why.REJECTED), List.of(), 0);
        }
        return begun(script, now);
    }

    /** The first script of a call that somebody has answered. */
    Playing begun(Script script, Instant now) {
        return next(new Playing(script.verbs(), new Over(Why.NOTHING_LEFT), List.of(), 0), now);
    }

    /** The script that was asked for is here. */
    Playing goOn(Playing playing, Script script, Instant now) {
        return playing.doing() instanceof Asking
                ? next(new Playing(script.verbs(), playing.doing(), playing.said(), playing.hops()), now)
                : playing;
    }

    /** A key is heard only while keys are gathered. */
    Playing press(Playing playing, char key, Instant now) {
        if (!(playing.doing() instanceof Gathering(var gather, var before, _))) {
            return playing;
        }
        var pressed = key == FINISH ? before : before + key;
        var heard = playing.with(new Said.Pressed(String.valueOf(key)));
        return key == FINISH || pressed.length() >= gather.keys()
                ? heard.rested().doing(new Asking(gather.path(), pressed))
                : heard.doing(new Gathering(gather, pressed, now.plus(gather.patience())));
    }

    /** Time passes: a prompt comes to its end, or silence becomes the answer. */
    Playing at(Playing playing, Instant now) {
        return switch (playing.doing()) {
            case Telling(var until) when !now.isBefore(until) -> next(playing.rested(), until);
            case Gathering(var gather, var pressed, var until) when !now.isBefore(until) ->
                    playing.rested().doing(new Asking(gather.path(), pressed));
            case Telling _, Gathering _, Dialling _, Asking _, Over _ -> playing;
        };
    }

    /** The other phone did not come, or has hung up. */
    Playing dialOver(Playing playing) {
        return playing.doing() instanceof Dialling(var dial) ? hop(playing, dial.path()) : playing;
    }

    private Playing next(Playing playing, Instant now) {
        if (playing.ahead().isEmpty()) {
            return playing.doing(new Over(Why.NOTHING_LEFT));
        }
        var rest = new Playing(playing.ahead().subList(1, playing.ahead().size()), playing.doing(), playing.said(),
                playing.hops());
        return switch (playing.ahead().getFirst()) {
            case Verb.Told told -> rest.with(new Said.Told(told)).doing(new Telling(now.plus(lengthOf.apply(told))));
            case Verb.Gather gather -> gather(rest, gather, now);
            case Verb.Dial dial -> rest.doing(new Dialling(dial));
            case Verb.Redirect(var path) -> hop(rest, path);
            case Verb.Hangup _ -> rest.doing(new Over(Why.HUNG_UP));
            case Verb.Reject _ -> rest.doing(new Over(Why.FAULT));
        };
    }

    private Playing gather(Playing rest, Verb.Gather gather, Instant now) {
        var heard = rest;
        var until = now.plus(gather.patience());
        for (var told : gather.prompts()) {
            heard = heard.with(new Said.Told(told));
            until = until.plus(lengthOf.apply(told));
        }
        return heard.doing(new Gathering(gather, "", until));
    }

    private static Playing hop(Playing playing, String path) {
        return playing.hops() >= MOST_HOPS
                ? playing.doing(new Over(Why.FAULT))
                : new Playing(playing.ahead(), new Asking(path, ""), playing.said(), playing.hops() + 1);
    }
}
