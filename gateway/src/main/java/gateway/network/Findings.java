package gateway.network;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.contact.Hotline;
import gateway.contact.Hotlines;
import gateway.database.FaultyRow;
import gateway.database.LeftOutRows;
import gateway.database.Transaction;
import gateway.escalation.Plans;
import gateway.member.BarReason;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Role;
import gateway.network.Finding.Why;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks through the network that stands for what could leave an alert with nobody to ask in the next seven days. */
public final class Findings {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final Duration SOON = Duration.ofDays(14);
    /** These tables are read anew each time; what could not be read in any other is known for a day. */
    private static final Set<String> OF_THE_NETWORK = Set.of("member", "member_choices", "roster", "shift", "rotation", "closed_hours",
            "cover", "surge_shift", "escalation_step", "hotline", "outside_contact");
    private static final int MOST_LEFT_OUT = 100;

    private final Members members;
    private final Plans plans;
    private final Hotlines hotlines;
    private final LeftOutRows leftOutRows;

    public Findings(Members members, Plans plans, Hotlines hotlines, LeftOutRows leftOutRows) {
        this.plans = plans;
        this.members = members;
        this.hotlines = hotlines;
        this.leftOutRows = leftOutRows;
    }

    public List<Finding> find(Transaction tx, Instant now) {
        var people = members.all(tx).stream().collect(toMap(Member::id, identity()));
        var found = new ArrayList<Finding>(ofPeople(people, hotlines.all(tx)));
        for (var roster : plans.rosters().all(tx)) {
            found.addAll(ofRoster(roster, people, now));
        }
        found.addAll(endingSoon(tx, people, now));
        for (var policy : hotlines.all(tx).stream().map(Hotline::policyName).distinct().toList()) {
            if (plans.policies().current(tx, policy).isEmpty()) {
                found.add(new Finding.PolicyMissing(policy));
            }
        }
        faultyRows(tx).stream().map(Finding.NotReadable::new).forEach(found::add);
        var zone = zone(tx);
        leftOutLately(tx).stream().map(one -> new Finding.WasLeftOut(one.row(), one.at().atZone(zone))).forEach(found::add);
        return List.copyOf(found);
    }

    /** What of the network cannot be read now. Those who read it go on without. */
    public List<FaultyRow> faultyRows(Transaction tx) {
        members.choices().of(tx, members.all(tx).stream().map(Member::id).toList());
        plans.rosters().all(tx);
        plans.policies().allCurrent(tx);
        hotlines.all(tx);
        plans.outside().all(tx);
        return tx.leftOut().stream().filter(row -> OF_THE_NETWORK.contains(row.table())).toList();
    }

    /** What else could not be read within a day, whoever tried: a dispatch, a report, an entry. */
    public List<LeftOutRows.LeftOut> leftOutLately(Transaction tx) {
        return leftOutRows.lately(tx, MOST_LEFT_OUT).stream().filter(one -> !OF_THE_NETWORK.contains(one.row().table())).toList();
    }

    /** Whose numbers are reserved for fiction, where they may not be. */
    public List<Finding> fictionNumbers(Transaction tx, FictionNumbers fiction) {
        if (fiction == FictionNumbers.ALLOWED) {
            return List.of();
        }
        var ofMembers = members.all(tx).stream()
                .filter(member -> Optional.ofNullable(member.phone()).filter(phone -> phone.isFiction()).isPresent())
                .map(Member::alias);
        var ofHotlines = hotlines.all(tx).stream().filter(hotline -> hotline.number().isFiction()).map(Hotline::name);
        return Stream.concat(ofMembers, ofHotlines).<Finding>map(Finding.FictionNumber::new).toList();
    }

    private List<Finding> endingSoon(Transaction tx, Map<MemberId, Member> people, Instant now) {
        var zone = zone(tx);
        return members.verifications().untilOfAll(tx).entrySet().stream()
                .filter(end -> people.containsKey(end.getKey()) && end.getValue().isBefore(now.plus(SOON)))
                .<Finding>map(end -> new Finding.VerificationEnds(Objects.requireNonNull(people.get(end.getKey())).alias(),
                        end.getValue().atZone(zone)))
                .sorted(Comparator.comparing(Finding::plainly)).toList();
    }

    private ZoneId zone(Transaction tx) {
        return hotlines.all(tx).stream().findFirst().map(Hotline::zone).orElse(ZoneOffset.UTC);
    }

    private static List<Finding> ofPeople(Map<MemberId, Member> people, List<Hotline> hotlines) {
        var found = new ArrayList<Finding>();
        if (hotlines.isEmpty()) {
            found.add(new Finding.NoHotline());
        }
        if (people.values().stream().noneMatch(member -> member.is(Role.COORDINATOR))) {
            found.add(new Finding.NoCoordinator());
        }
        return found;
    }

    static List<Finding> ofRoster(Roster roster, Map<MemberId, Member> people, Instant now) {
        var found = new ArrayList<Finding>();
        roster.members().stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .forEach(member -> whyNotAsked(member)
                        .ifPresent(why -> found.add(new Finding.CannotBeAsked(roster.name(), member.alias(), why))));
        Predicate<MemberId> askable = id -> Optional.ofNullable(people.get(id)).flatMap(Member::askablePhone).isPresent();
        if (roster.members().stream().noneMatch(askable)) {
            found.add(new Finding.NobodyAtAll(roster.name()));
            return found;
        }
        OnCall.gaps(roster, now, now.plus(AHEAD), askable).forEach(gap -> found.add(new Finding.NobodyOnCall(roster.name(),
                gap.from().atZone(roster.zone()), gap.to().atZone(roster.zone()))));
        return found;
    }

    private static Optional<Why> whyNotAsked(Member member) {
        if (member.barred().contains(BarReason.LOST)) {
            return Optional.of(Why.LOST);
        }
        if (member.phone() == null) {
            return Optional.of(Why.NO_PHONE);
        }
        return member.verified() ? Optional.empty() : Optional.of(Why.NOT_VERIFIED);
    }
}
