package gateway.safety;

import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.holding.SecondCalls;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.MessageId;
import gateway.messaging.Phrases;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Purpose;
import gateway.messaging.Talk;
import gateway.phone.Language;
import gateway.telling.Telling;
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

    private final Members members;
    private final PlacedCalls calls;
    private final Telling telling;
    private final Phrases phrases;

    public Summoning(Members members, PlacedCalls calls, Telling telling, Phrases phrases) {
        this.members = members;
        this.calls = calls;
        this.telling = telling;
        this.phrases = phrases;
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
        for (var coordinator : members.coordinators(tx)) {
            if (!coordinator.id().equals(about)) {
                telling.tell(tx, alert, null, coordinator, Purpose.NOTICE, "notice." + key, values);
                ring(tx, alert, summons, coordinator, phrases.say(Language.EN, "call." + key, values), tx.now());
            }
        }
    }

    /** One coordinator has heard it: those who were not reached yet are rung no more. */
    public void heard(Transaction tx, UUID summons) {
        calls.settleSummons(tx, summons, tx.now());
    }

    public Optional<MessageId> ring(Transaction tx, @Nullable LockedAlert alert, UUID summons, Member coordinator, String words,
            Instant notBefore) {
        var call = telling.ringWithNotice(tx, alert, null, coordinator, words, notBefore, WORTH);
        call.ifPresent(message -> calls.markAsNotice(tx, message, Talk.SUMMONS, summons));
        return call;
    }
}
