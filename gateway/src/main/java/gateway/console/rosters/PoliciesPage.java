package gateway.console.rosters;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.asking.Matching.Need;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Words;
import gateway.contact.Hotline;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.PolicyId;
import gateway.member.Member;
import gateway.roster.Discipline;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** GET /policies and /policies/:name: each policy as a ladder, with whoever would be asked if something grave came now. */
public final class PoliciesPage {

    private static final Need GRAVE = new Need(null, Set.of(), null, true);

    private final Database database;
    private final ConsoleStores stores;
    private final Pages pages;
    private final RequestErrors errors;

    public PoliciesPage(Database database, ConsoleStores stores, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /policies */
    public void all(RoutingContext request) {
        var words = pages.words(request);
        var policies = database.inTransaction(tx -> stores.policies().allCurrent(tx).stream()
                .map(policy -> policy(tx, policy, words)).toList());
        pages.send(request, 200, "rosters/policies", "policies.title", frame -> new PolicyPage(frame, false, policies));
    }

    /** GET /policies/:name, by its name or the id of its newest version. */
    public void one(RoutingContext request) {
        var words = pages.words(request);
        var name = request.pathParam("name");
        var found = database.inTransaction(tx -> stores.policies().allCurrent(tx).stream()
                .filter(policy -> policy.name().equals(name) || policy.id().toString().equals(name)).findFirst()
                .map(policy -> policy(tx, policy, words)));
        found.ifPresentOrElse(
                policy -> pages.send(request, 200, "rosters/policies", "policies.title", frame -> new PolicyPage(frame, true, List.of(policy))),
                () -> errors.absent(request));
    }

    private PolicyPage.Policy policy(Transaction tx, EscalationPolicy policy, Words words) {
        var rosters = stores.rosters().all(tx).stream().collect(toMap(Roster::id, identity()));
        var members = stores.members().all(tx).stream().collect(toMap(Member::id, identity()));
        var whatIf = new WhatIf(policy, rosters, members,
                (candidates, moment) -> stores.matchings().of(tx, GRAVE, candidates, moment));
        var hotlines = stores.hotlines().all(tx).stream().filter(line -> line.policyName().equals(policy.name())).toList();
        var there = words.in(hotlines.stream().map(Hotline::zone).findFirst().orElse(zone(rosters, words)));
        var ladders = Arrays.stream(Discipline.values()).filter(policy::asks)
                .map(discipline -> new PolicyPage.Ladder(words.say("discipline." + discipline.word()),
                        whatIf.climb(discipline, words.now()).stream().filter(rung -> rung.step().round() <= 1)
                                .map(rung -> rung(rung, rosters, there, new Aliases(tx, stores.members(), words))).toList()))
                .toList();
        return new PolicyPage.Policy(policy.name(), path(policy), facts(tx, policy, hotlines, words), ladders);
    }

    private List<String> facts(Transaction tx, EscalationPolicy policy, List<Hotline> hotlines, Words words) {
        var facts = new ArrayList<String>();
        facts.add(hotlines.isEmpty() ? words.say("policies.no-hotline") : words.say("policies.hotlines",
                "hotlines", hotlines.stream().map(Hotline::name).collect(Collectors.joining(", "))));
        facts.add(words.say("policies.version", "version", Integer.toString(policy.version())));
        Map<PolicyId, Long> living = stores.ladders().livingByPolicy(tx);
        living.forEach((id, ladders) -> stores.policies().find(tx, id)
                .filter(climbed -> climbed.name().equals(policy.name()))
                .map(climbed -> words.say("policies.climbing", "ladders", Long.toString(ladders),
                        "version", Integer.toString(climbed.version())))
                .ifPresent(facts::add));
        return List.copyOf(facts);
    }

    private static PolicyPage.Rung rung(WhatIf.Rung rung, Map<RosterId, Roster> rosters, Words words, Aliases aliases) {
        var names = Stream.concat(rung.rosters().stream().flatMap(id -> Optional.ofNullable(rosters.get(id)).stream())
                .map(Roster::name), rung.named().stream().map(aliases::of)).collect(Collectors.joining(", "));
        var last = rung.step().lastResort();
        return new PolicyPage.Rung(names, words.say("what-if.by-" + rung.step().way()), words.time(rung.at()),
                aliases.of(rung.step().asked()), RungNotes.of(rung.step(), words, aliases),
                words.say(last ? "policies.again" : "policies.then", "time", words.length(rung.patience())), last);
    }

    /** The policy's own address; a name that does not go into an address is left for the id. */
    private static String path(EscalationPolicy policy) {
        return "/policies/" + (policy.name().matches("[\\p{L}\\p{M}\\p{N} _-]+")
                ? URLEncoder.encode(policy.name(), StandardCharsets.UTF_8).replace("+", "%20") : policy.id().toString());
    }

    private static ZoneId zone(Map<RosterId, Roster> rosters, Words words) {
        return rosters.values().stream().map(Roster::zone).findFirst().orElse(words.zone());
    }
}
