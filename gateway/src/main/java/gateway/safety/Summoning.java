package gateway.safety;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.holding.SecondCalls;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.messaging.MessageId;
import gateway.messaging.Purpose;
import gateway.messaging.Sending;
import gateway.messaging.Talk;
import gateway.phone.Language;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rings every coordinator for something one of them has to know at once, and texts them as well. The call is neutral until a
 * key, then says it, and 1 says that it was heard; then nobody else is rung for it. Whoever was not reached is rung once more
 * within two minutes ({@link SecondCalls}).
 */
public final class Summoning {

    /** With what the first call took, the second comes within two minutes of it. */
    public static final Duration BEFORE_SECOND_CALL = Duration.ofSeconds(45);
    private static final Duration WORTH = Duration.ofMinutes(2);

    private final Dispatching dispatching;
    private final Sending sending;

    public Summoning(Dispatching dispatching, Sending sending) {
        this.dispatching = dispatching;
        this.sending = sending;
    }

    /**
     * Rings them all, and texts them.
     *
     * @param summons what these calls have in common; who heard one is found by it
     * @param about   nobody is rung about herself
     * @param key     of the phrases {@code notice.<key>}, read, and {@code call.<key>}, said
     */
    public void summon(Transaction tx, @Nullable LockedAlert alert, UUID summons, MemberId about, String key,
            Map<String, String> values) {
        for (var coordinator : dispatching.members().coordinators(tx)) {
            if (!coordinator.id().equals(about)) {
                dispatching.telling().tell(tx, alert, null, coordinator, Purpose.NOTICE, "notice." + key, values);
                ring(tx, alert, summons, coordinator, sending.phrases().say(Language.EN, "call." + key, values), tx.now());
            }
        }
    }

    /** One coordinator has heard it: those who were not reached yet are rung no more. */
    public void heard(Transaction tx, UUID summons) {
        sending.calls().notices().settleSummons(tx, summons, tx.now());
    }

    public Optional<MessageId> ring(Transaction tx, @Nullable LockedAlert alert, UUID summons, Member coordinator, String words,
            Instant notBefore) {
        var call = dispatching.telling().ringWithNotice(tx, alert, null, coordinator, words, notBefore, WORTH);
        call.ifPresent(message -> sending.calls().notices().markAsNotice(tx, message, Talk.SUMMONS, summons));
        return call;
    }
}
