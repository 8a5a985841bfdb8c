package gateway.network;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.EscalationStep;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.network.Network.ListedPolicy;
import gateway.network.Network.ListedStep;
import gateway.roster.Discipline;
import gateway.roster.RosterId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The policies' part of a load: a policy that differs gets its next version, and climbs under way keep theirs. */
final class PolicyLoading {

    private final EscalationPolicies policies;
    private final RowIds ids;

    PolicyLoading(EscalationPolicies policies, RowIds ids) {
        this.policies = policies;
        this.ids = ids;
    }

    void load(Transaction tx, Network network, Map<String, RosterId> rosterIds, Map<String, MemberId> memberIds,
            Changelist changes) {
        for (var listed : network.policies()) {
            var ladders = ladders(listed, rosterIds, memberIds);
            var lastResort = Objects.requireNonNull(rosterIds.get(listed.lastResort()));
            var current = policies.current(tx, listed.name());
            var agrees = current.filter(policy -> policy.ladders().equals(ladders))
                    .filter(policy -> policy.lastResort().equals(lastResort) && policy.rounds() == listed.rounds())
                    .isPresent();
            if (!agrees) {
                var version = current.map(EscalationPolicy::version).orElse(0) + 1;
                policies.save(tx, new EscalationPolicy(new PolicyId(ids.next()), listed.name(), version, ladders,
                        listed.rounds(), lastResort));
                changes.add(version == 1 ? PlainWords.added("policy", listed.name())
                        : PlainWords.newVersion(listed.name(), version));
            }
        }
    }

    private static Map<Discipline, List<EscalationStep>> ladders(ListedPolicy listed, Map<String, RosterId> rosterIds,
            Map<String, MemberId> memberIds) {
        var ladders = new EnumMap<Discipline, List<EscalationStep>>(Discipline.class);
        listed.ladders().forEach((discipline, steps) ->
                ladders.put(discipline, steps.stream().map(step -> step(step, rosterIds, memberIds)).toList()));
        return ladders;
    }

    private static EscalationStep step(ListedStep listed, Map<String, RosterId> rosterIds, Map<String, MemberId> memberIds) {
        return new EscalationStep(
                listed.rosters().stream().map(name -> Objects.requireNonNull(rosterIds.get(name))).toList(),
                listed.members().stream().map(alias -> Objects.requireNonNull(memberIds.get(alias))).toList(),
                listed.way(), listed.patience(), listed.rounds(), listed.callAfter());
    }
}
