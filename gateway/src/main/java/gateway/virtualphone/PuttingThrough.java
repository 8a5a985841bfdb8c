package gateway.virtualphone;

import gateway.database.RowIds;
import gateway.phone.PhoneNumber;
import gateway.virtualphone.CallState.Answered;
import gateway.virtualphone.CallState.Ended;
import gateway.virtualphone.CallState.Joined;
import gateway.virtualphone.CallState.Reaching;
import gateway.virtualphone.CallState.Ringing;
import gateway.virtualphone.Doing.Asking;
import gateway.virtualphone.Doing.Dialling;
import gateway.virtualphone.Doing.Over;
import gateway.virtualphone.Doing.Why;
import gateway.virtualphone.VirtualCall.Origin;
import gateway.voice.Script;
import gateway.voice.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what scripts want done with calls: asks on, rings another phone, joins two, ends them. One at a time, under the
 * exchange's lock.
 */
final class PuttingThrough {

    private static final Logger log = LoggerFactory.getLogger(PuttingThrough.class);
    /** A menu that nobody leaves would go on for ever. */
    static final Duration LONGEST_CALL = Duration.ofHours(1);

    private final CallsInHand calls;
    private final Scripts scripts;
    private final Player player;
    private final PhoneSwitches switches;
    private final RowIds ids;
    private final InstantSource clock;
    private final Duration slowness;

    PuttingThrough(CallsInHand calls, Scripts scripts, Player player, PhoneSwitches switches, RowIds ids,
            InstantSource clock, Duration slowness) {
        this.calls = calls;
        this.scripts = scripts;
        this.player = player;
        this.switches = switches;
        this.ids = ids;
        this.clock = clock;
        this.slowness = slowness;
    }

    /** A phone has rung a hotline. */
    void begin(VirtualCall call) {
        goOn(call, scripts.first(call).map(script -> player.begin(script, clock.instant())));
    }

    /** Whoever was rung has answered. */
    void answer(VirtualCall call, @Nullable String path) {
        var silence = player.begun(new Script(List.of()), clock.instant());
        goOn(call, Optional.of(path == null ? silence : silence.doing(new Asking(path, ""))));
    }

    /** What its script does has moved on. */
    void goOn(VirtualCall call, Playing playing) {
        goOn(call, Optional.of(playing));
    }

    private void goOn(VirtualCall call, Optional<Playing> playing) {
        if (playing.isEmpty()) {
            end(call, CallEnding.FAILED);
            return;
        }
        var next = call.in(new Answered(playing.get()));
        calls.put(next);
        switch (playing.get().doing()) {
            case Doing.Telling _, Doing.Gathering _ -> { }
            case Asking asking -> goOn(next, scripts.next(next, asking)
                    .map(script -> player.goOn(playing.get(), script, clock.instant())));
            case Dialling(var dial) -> dial(next, playing.get(), dial);
            case Over(var why) -> over(next, why);
        }
    }

    /** Time passes for one call. */
    void pass(VirtualCall call, Instant now) {
        if (now.isAfter(call.begunAt().plus(LONGEST_CALL))) {
            end(call, CallEnding.OVER);
            return;
        }
        switch (call.state()) {
            case Reaching(_, _, var until) when !now.isBefore(until) -> end(call, CallEnding.MISSED);
            case Reaching(var path, var ringsAt, var until) when !now.isBefore(ringsAt) ->
                    calls.put(call.in(new Ringing(path, until)));
            case Ringing(_, var until) when !now.isBefore(until) -> end(call, CallEnding.MISSED);
            case Answered(var playing) -> {
                var later = player.at(playing, now);
                if (!later.equals(playing)) {
                    goOn(call, later);
                }
            }
            case Reaching _, Ringing _, Joined _, Ended _ -> { }
        }
    }

    /** Where a phone that is rung stands, by its switch. */
    CallState rung(@Nullable String path, PhoneNumber phone, Duration patience) {
        var now = clock.instant();
        return switch (switches.of(phone)) {
            case ON, REFUSED -> new Ringing(path, now.plus(patience));
            case SLOW -> new Reaching(path, now.plus(slowness), now.plus(patience));
            case OFF -> new Reaching(path, Instant.MAX, now.plus(patience));
        };
    }

    /** What hung together with a call goes on without it, or ends with it. */
    void end(VirtualCall call, CallEnding ending) {
        var wasAnswered = call.state().wasAnswered() && ending != CallEnding.BUSY;
        calls.put(call.in(new Ended(ending, wasAnswered, call.state().said())));
        calls.children(call).forEach(child -> end(child, child.state().wasAnswered() ? CallEnding.OVER : CallEnding.MISSED));
        calls.parent(call).ifPresent(dialling -> {
            switch (dialling.state()) {
                case Answered(var playing) -> goOn(dialling, player.dialOver(playing));
                case Joined(_, var playing) -> goOn(dialling, player.dialOver(playing));
                case Reaching _, Ringing _, Ended _ -> { }
            }
        });
    }

    private void dial(VirtualCall call, Playing playing, Verb.Dial dial) {
        var isDialledItself = call.origin() instanceof Origin.DialledBy;
        if (isDialledItself || calls.isBusy(dial.to()) || switches.of(dial.to()) == PhoneSwitch.REFUSED) {
            goOn(call, player.dialOver(playing));
            return;
        }
        calls.put(new VirtualCall(ids.next(), dial.to(), dial.shownAs(), new Origin.DialledBy(call.id()),
                rung(dial.whisperPath(), dial.to(), dial.patience()), clock.instant()));
    }

    private void over(VirtualCall call, Why why) {
        var dialling = calls.parent(call);
        if (why == Why.NOTHING_LEFT && dialling.isPresent()) {
            join(dialling.get(), call);
            return;
        }
        if (why == Why.FAULT) {
            log.error("A script sends a call round and round, or rejects one that was answered");
        }
        end(call, switch (why) {
            case REJECTED -> CallEnding.BUSY;
            case HUNG_UP, NOTHING_LEFT -> CallEnding.OVER;
            case FAULT -> CallEnding.FAILED;
        });
    }

    private void join(VirtualCall dialling, VirtualCall dialled) {
        if (dialling.state() instanceof Answered(var one) && dialled.state() instanceof Answered(var other)) {
            calls.put(dialling.in(new Joined(dialled.id(), one)));
            calls.put(dialled.in(new Joined(dialling.id(), other)));
        }
    }
}
