package gateway.virtualphone;

import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.database.RowIds;
import gateway.messaging.Outgoing;
import gateway.phone.PhoneNumber;
import gateway.virtualphone.CallState.Answered;
import gateway.virtualphone.CallState.Ended;
import gateway.virtualphone.CallState.Joined;
import gateway.virtualphone.CallState.Reaching;
import gateway.virtualphone.CallState.Ringing;
import gateway.virtualphone.VirtualCall.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the virtual phones' calls are put through. Calls live in memory and end with the gateway, as in a real exchange.
 * A phone has one call at a time; its last one stays to be read until the next. Of two joined phones each has a call of
 * its own, which shows the hotline's number alone.
 *
 * <pre>
 *  Reaching ─► Ringing ─► Answered ◄─► Joined
 *      └──────────┴───────────┴──────────┴───► Ended
 * </pre>
 */
public final class Exchange {

    private static final Logger log = LoggerFactory.getLogger(Exchange.class);

    private final Database database;
    private final VirtualCalls rows;
    private final Player player;
    private final PuttingThrough puttingThrough;
    private final Runnable changed;
    private final RowIds ids;
    private final InstantSource clock;
    private final CallsInHand calls = new CallsInHand();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * @param changed  is told whenever a phone shows something else
     * @param slowness how late a phone rings whose switch stands on slow
     */
    public Exchange(Database database, VirtualCalls rows, PhoneSwitches switches, Scripts scripts, PromptShelf prompts,
            Runnable changed, RowIds ids, InstantSource clock, Duration slowness) {
        this.database = database;
        this.rows = rows;
        this.player = new Player(new Hearing(prompts)::length);
        this.puttingThrough = new PuttingThrough(calls, scripts, player, switches, ids, clock, slowness);
        this.changed = changed;
        this.ids = ids;
        this.clock = clock;
    }

    /** The newest call of a phone since the gateway started, alive or over. */
    Optional<VirtualCall> callOf(PhoneNumber phone) {
        return calls.of(phone);
    }

    /** A phone rings a hotline. Whether it could: one that is in a call cannot begin another. */
    boolean ring(PhoneNumber phone, PhoneNumber hotline, boolean withheld) {
        return act(() -> {
            if (calls.isBusy(phone)) {
                return false;
            }
            var now = clock.instant();
            puttingThrough.begin(new VirtualCall(ids.next(), phone, hotline, new Origin.FromPhone(withheld),
                    new Reaching(null, Instant.MAX, now.plus(PuttingThrough.LONGEST_CALL)), now));
            return true;
        });
    }

    /** The gateway rings a phone. One that is in a call already is busy; the same attempt a second time changes nothing. */
    void place(Outgoing.Call placed) {
        act(() -> {
            if (calls.find(placed.attempt().value()).isPresent()) {
                return false;
            }
            var state = puttingThrough.rung("out/" + placed.attempt(), placed.to(), placed.ringing());
            if (calls.isBusy(placed.to())) {
                calls.putAside(call(placed, false, new Ended(CallEnding.BUSY, false, List.of())));
            } else {
                calls.put(call(placed, false, state));
            }
            return true;
        });
    }

    /** A phone whose number takes no call: it is written down, so that the phone shows it. */
    void refuse(Outgoing.Call placed) {
        act(() -> {
            calls.putAside(call(placed, true, new Ended(CallEnding.FAILED, false, List.of())));
            return true;
        });
    }

    boolean answer(PhoneNumber phone) {
        return act(phone, call -> {
            if (!(call.state() instanceof Ringing(var path, _))) {
                return false;
            }
            puttingThrough.answer(call, path);
            return true;
        });
    }

    boolean decline(PhoneNumber phone) {
        return act(phone, call -> {
            if (!(call.state() instanceof Ringing)) {
                return false;
            }
            puttingThrough.end(call, CallEnding.DECLINED);
            return true;
        });
    }

    /** Whether the phone is in a call; a key that nobody waits for is not heard. */
    boolean press(PhoneNumber phone, char key) {
        return act(phone, call -> {
            if (!(call.state() instanceof Answered(var playing))) {
                return call.state() instanceof Joined;
            }
            var pressed = player.press(playing, key, clock.instant());
            if (!pressed.equals(playing)) {
                puttingThrough.goOn(call, pressed);
            }
            return true;
        });
    }

    /** What one of two joined phones says is heard on the other. */
    boolean say(PhoneNumber phone, String words) {
        return act(phone, call -> {
            if (!(call.state() instanceof Joined(var other, var playing))) {
                return false;
            }
            calls.put(call.in(new Joined(other, playing.with(new Said.Spoken(true, words)))));
            calls.find(other).ifPresent(peer -> {
                if (peer.state() instanceof Joined(var back, var heard)) {
                    calls.put(peer.in(new Joined(back, heard.with(new Said.Spoken(false, words)))));
                }
            });
            return true;
        });
    }

    boolean hangUp(PhoneNumber phone) {
        return act(phone, call -> {
            if (!call.state().wasAnswered()) {
                return false;
            }
            puttingThrough.end(call, CallEnding.HUNG_UP);
            return true;
        });
    }

    /** Time passes: phones begin to ring and stop, prompts end, silence becomes an answer. */
    public void tick() {
        act(() -> {
            var now = clock.instant();
            calls.alive().forEach(call -> calls.find(call.id()).filter(VirtualCall::isAlive)
                    .ifPresent(alive -> puttingThrough.pass(alive, now)));
            return true;
        });
    }

    private VirtualCall call(Outgoing.Call placed, boolean refused, CallState state) {
        return new VirtualCall(placed.attempt().value(), placed.to(), placed.from(), new Origin.Placed(refused), state,
                clock.instant());
    }

    private boolean act(PhoneNumber phone, Predicate<VirtualCall> act) {
        return act(() -> calls.of(phone).filter(VirtualCall::isAlive).filter(act).isPresent());
    }

    private boolean act(BooleanSupplier act) {
        oneAtATime.lock();
        try {
            var before = calls.copy();
            try {
                return act.getAsBoolean();
            } finally {
                writeDown();
                if (!before.equals(calls.copy())) {
                    changed.run();
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** What cannot be written now is written in a later turn. */
    private void writeDown() {
        try {
            calls.writeDown(living -> database.run(tx -> living.forEach(call -> rows.write(tx, call))));
        } catch (DatabaseAway away) {
            log.warn("Virtual calls could not be written down; they will be");
        }
    }
}
