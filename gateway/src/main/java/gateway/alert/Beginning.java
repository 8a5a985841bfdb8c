package gateway.alert;

import gateway.codebook.Code;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Hotlines;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.AskingEntry;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Begins ladders beside the peers': where a code, or what a human confirmed, wants one and the policy has steps for it, and
 * where a member wants one, whatever the policy says; then the last resort is asked.
 */
public final class Beginning {

    private final Ladders ladders;
    private final EscalationPolicies policies;
    private final Hotlines hotlines;
    private final RowIds ids;

    public Beginning(Ladders ladders, EscalationPolicies policies, Hotlines hotlines, RowIds ids) {
        this.ladders = ladders;
        this.policies = policies;
        this.hotlines = hotlines;
        this.ids = ids;
    }

    /** Whom these codes want asked beside the peers. */
    public static Set<Discipline> wanted(Collection<Code> codes) {
        var wanted = EnumSet.noneOf(Discipline.class);
        codes.forEach(code -> code.wants().forEach(word -> Discipline.read(word).ifPresent(wanted::add)));
        return wanted;
    }

    /** The ladders that an alert opens with: the peers', and those of the wanted that the policy asks. They are not written yet. */
    public List<Ladder.Climbing> start(AlertId alert, EscalationPolicy policy, Set<Discipline> wanted, Instant now) {
        return Stream.concat(Stream.of(Discipline.PEER_ADVOCATE), wanted.stream().filter(policy::asks))
                .map(discipline -> Ladder.start(new LadderId(ids.next()), alert, discipline, policy.id(), now)).toList();
    }

    /** Begins those of the wanted that the policy asks and the alert has not. */
    public void beginWanted(Transaction tx, LockedAlert alert, Set<Discipline> wanted, Instant now) {
        var missing = EnumSet.noneOf(Discipline.class);
        missing.addAll(wanted);
        if (!missing.isEmpty()) {
            alert.ladders().forEach(ladder -> missing.remove(ladder.discipline()));
        }
        if (!missing.isEmpty()) {
            var policy = policy(tx, alert.alert().hotline());
            missing.stream().filter(policy::asks).forEach(discipline -> begin(tx, alert, policy, discipline, Actor.GATEWAY, now));
        }
    }

    /** Begins one that the alert has not; its first step is due now. */
    public void begin(Transaction tx, LockedAlert alert, Discipline discipline, Actor by, Instant now) {
        begin(tx, alert, policy(tx, alert.alert().hotline()), discipline, by, now);
    }

    private void begin(Transaction tx, LockedAlert alert, EscalationPolicy policy, Discipline discipline, Actor by, Instant now) {
        ladders.add(tx, Ladder.start(new LadderId(ids.next()), alert.alert().id(), discipline, policy.id(), now));
        alert.tell(tx, by, new AskingEntry.LadderStarted(discipline));
    }

    /** The hotline's policy; for a number that no hotline has, that of the first hotline. */
    public EscalationPolicy policy(Transaction tx, @Nullable HotlineId hotline) {
        return policy(tx, Optional.ofNullable(hotline).flatMap(id -> hotlines.find(tx, id)));
    }

    public EscalationPolicy policy(Transaction tx, Optional<Hotline> hotline) {
        return hotline
                .or(() -> hotlines.all(tx).stream().findFirst())
                .flatMap(known -> policies.current(tx, known.policyName()))
                .orElseThrow(() -> new IllegalStateException("no hotline has a policy: load a network"));
    }
}
