package gateway.network;

import gateway.network.Network.ListedMember;
import gateway.network.Network.ListedPolicy;
import gateway.network.Network.ListedRoster;
import gateway.network.Network.ListedStep;
import gateway.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whom a policy would ask although nobody knows whose phone it is, and where it would ask nobody at all: found when it is
 * written, and not at night. Pure. That a phone was lost since is no fault of the file: {@link Findings} tells of it.
 */
final class AskedBlindly {

    private final BiPredicate<String, PhoneNumber> proven;

    /** @param proven whose phone was verified before, by alias and number */
    AskedBlindly(BiPredicate<String, PhoneNumber> proven) {
        this.proven = proven;
    }

    /** What is wrong with one policy of a file that is sound otherwise. */
    List<String> of(Network network, ListedPolicy policy) {
        var faults = new ArrayList<String>();
        policy.ladders().forEach((discipline, steps) -> {
            for (var step = 0; step < steps.size(); step++) {
                faults.addAll(ofStep(network, PlainWords.stepOf(discipline, step + 1), steps.get(step)));
            }
        });
        faults.addAll(ofAll(network, PlainWords.LAST_RESORT, List.of(policy.lastResort()), List.of()));
        return List.copyOf(new LinkedHashSet<>(faults));
    }

    private List<String> ofStep(Network network, String where, ListedStep step) {
        return ofAll(network, where, step.rosters(), step.members());
    }

    private List<String> ofAll(Network network, String where, List<String> rosters, List<String> byName) {
        var asked = new LinkedHashMap<String, String>();
        network.rosters().stream().filter(roster -> rosters.contains(roster.name()))
                .forEach(roster -> members(roster).forEach(alias -> asked.putIfAbsent(alias, "roster " + roster.name())));
        byName.forEach(alias -> asked.putIfAbsent(alias, "by name"));
        var faults = new ArrayList<String>();
        var askable = 0;
        for (var member : network.members().stream().filter(one -> asked.containsKey(one.alias())).toList()) {
            var how = where + ", " + asked.get(member.alias());
            if (isAskable(member)) {
                askable++;
            } else {
                faults.add(member.phone() == null ? PlainWords.asksWithoutPhone(how, member.alias())
                        : PlainWords.asksUnverified(how, member.alias()));
            }
        }
        if (askable == 0) {
            faults.add(PlainWords.asksNobody(where));
        }
        return faults;
    }

    private boolean isAskable(ListedMember member) {
        var phone = member.phone();
        return phone != null && (member.verified() || proven.test(member.alias(), phone));
    }

    /** Whoever is ever on call by what the file says. */
    private static Set<String> members(ListedRoster roster) {
        var members = new LinkedHashSet<String>();
        Stream.of(roster.shifts().stream().map(shift -> shift.member()),
                roster.rotations().stream().flatMap(rotation -> rotation.members().stream()),
                roster.surges().stream().map(surge -> surge.member()),
                roster.covers().stream().filter(cover -> cover.change() != Network.ListedChange.REMOVE).map(cover -> cover.member()))
                .flatMap(all -> all).forEach(members::add);
        return members;
    }
}
