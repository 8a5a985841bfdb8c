package gateway.console.rosters;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.asking.Matching.Need;
import gateway.asking.Reach;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Pages;
import gateway.console.frame.Where;
import gateway.console.frame.Words;
import gateway.contact.Hotline;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.place.Gazetteer;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.WallTime;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** GET /rosters/what-if: who would be asked, in which order, if a code came from an area at a moment. */
public final class WhatIfPages {

    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Database database;
    private final ConsoleStores stores;
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Pages pages;

    public WhatIfPages(Database database, ConsoleStores stores, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.codebook = stores.codebook();
        this.gazetteer = stores.gazetteer();
        this.pages = pages;
    }

    public void handle(RoutingContext request) {
        var words = pages.words(request);
        var hotlines = database.inTransaction(stores.hotlines()::all);
        var hotline = hotlines.stream().filter(one -> one.name().equals(named(request, "hotline"))).findFirst()
                .or(() -> hotlines.stream().findFirst());
        var code = codebook.codes().stream().filter(one -> one.mark().equals(named(request, "code"))).findFirst();
        var where = Where.read(named(request, "area"), gazetteer);
        var language = words.under("spoken").stream().filter(named(request, "language")::equals).findFirst();
        var zone = hotline.map(Hotline::zone).orElse(words.zone());
        var at = moment(named(request, "at")).orElse(LocalDateTime.ofInstant(words.now(), zone));
        var ladders = hotline.flatMap(line -> code.map(known ->
                database.inTransaction(tx -> ladders(tx, line, known, need(known, where, language), at, words.in(zone)))))
                .orElse(List.of());
        var asked = code.map(known -> words.say("what-if.asked", "code", words.name("code", known.id()),
                "area", where.map(one -> one.name(words)).orElse(words.say("what-if.anywhere")),
                "time", at.format(INPUT).replace('T', ' '))).orElse("");
        pages.send(request, 200, "rosters/what-if", "what-if.title", frame -> new WhatIfPage(frame,
                hotlines.stream().map(one -> new WhatIfPage.Choice(one.name(), one.name(), hotline.equals(Optional.of(one)))).toList(),
                codebook.codes().stream().map(one -> choice(one, code, words)).toList(),
                places(Where.areas(gazetteer), where, words), places(Where.custodyPlaces(gazetteer), where, words),
                words.under("spoken").stream().map(tag -> new WhatIfPage.Choice(tag, words.say("spoken." + tag),
                        language.equals(Optional.of(tag)))).toList(),
                at.format(INPUT), asked, ladders));
    }

    private static Need need(Code code, Optional<Where> where, Optional<String> language) {
        return where.map(one -> one.need(language.orElse(null), code))
                .orElseGet(() -> new Need(null, Set.of(), language.orElse(null), Need.isGrave(code)));
    }

    private List<WhatIfPage.Ladder> ladders(Transaction tx, Hotline hotline, Code code, Need need, LocalDateTime at,
            Words words) {
        var policy = stores.policies().current(tx, hotline.policyName());
        if (policy.isEmpty()) {
            return List.of();
        }
        var rosters = stores.rosters().all(tx).stream().collect(toMap(Roster::id, identity()));
        var members = stores.members().all(tx).stream().collect(toMap(Member::id, identity()));
        var aliases = new Aliases(tx, stores.members(), words);
        var byDiscipline = new LinkedHashMap<String, List<WhatIfPage.Step>>();
        for (var rung : new WhatIf(policy.get(), rosters, members,
                (candidates, moment) -> stores.matchings().of(tx, need, candidates, moment))
                .rungs(code, WallTime.momentOf(at, words.zone()))) {
            byDiscipline.computeIfAbsent(words.say("discipline." + rung.ladder().word()), ladder -> new ArrayList<>())
                    .add(step(rung, rosters, words, aliases));
        }
        return byDiscipline.entrySet().stream().map(one -> new WhatIfPage.Ladder(one.getKey(), one.getValue())).toList();
    }

    private static WhatIfPage.Step step(WhatIf.Rung rung, Map<RosterId, Roster> rosters, Words words, Aliases aliases) {
        var names = Stream.concat(rung.rosters().stream().flatMap(id -> Optional.ofNullable(rosters.get(id)).stream())
                .map(Roster::name), rung.named().stream().map(aliases::of)).collect(Collectors.joining(", "));
        var notes = Stream.concat(rung.step().lastResort() ? reach(rung, words) : Stream.of(),
                RungNotes.of(rung.step(), words, aliases).stream()).toList();
        return new WhatIfPage.Step(words.dayAndTime(rung.at()), names, aliases.of(rung.step().asked()), aliases.of(rung.companions()),
                words.say("what-if.by-" + rung.step().way()), notes);
    }

    private static Stream<String> reach(WhatIf.Rung rung, Words words) {
        var further = Arrays.stream(Reach.values()).filter(circle -> circle != Reach.LAST_RESORT && rung.reach().takesIn(circle))
                .map(circle -> "what-if.reach-" + circle.name().toLowerCase(Locale.ROOT));
        var ends = rung.reach() == Reach.widest(rung.ladder().isRequired()) ? Stream.of("what-if.widest") : Stream.<String>of();
        return Stream.of(Stream.of("what-if.last"), further, ends).flatMap(keys -> keys).map(words::say);
    }

    private static WhatIfPage.Choice choice(Code code, Optional<Code> chosen, Words words) {
        return new WhatIfPage.Choice(code.mark(), code.mark() + " · " + words.name("code", code.id()),
                chosen.equals(Optional.of(code)));
    }

    private static List<WhatIfPage.Choice> places(List<Where> places, Optional<Where> chosen, Words words) {
        return places.stream().map(one -> new WhatIfPage.Choice(one.value(), one.name(words),
                chosen.equals(Optional.of(one)))).toList();
    }

    private static String named(RoutingContext request, String parameter) {
        return request.queryParam(parameter).stream().findFirst().orElse("");
    }

    private static Optional<LocalDateTime> moment(String written) {
        try {
            return written.startsWith("20") && written.length() <= 19 ? Optional.of(LocalDateTime.parse(written)) : Optional.empty();
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
