package gateway.console.rosters;

import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Words;
import gateway.database.Transaction;
import gateway.roster.Cover.Change;
import gateway.roster.CoverId;
import gateway.roster.Covers;
import gateway.roster.Roster;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The covers and surge shifts of a roster, as lines of its page, each with the address that withdraws it. */
final class CoverLines {

    private final ConsoleStores stores;

    CoverLines(ConsoleStores stores) {
        this.stores = stores;
    }

    /** Every cover that is not yet over. */
    List<CoversPage.Line> covers(Transaction tx, Roster roster, Words words) {
        var inZone = new Words(words.phrases(), words.language(), roster.zone(), words.now());
        var aliases = new Aliases(tx, stores.members(), words);
        return stores.rosters().covers().of(tx, List.of(roster.id())).stream()
                .filter(kept -> kept.cover().to().isAfter(words.now()))
                .map(kept -> new CoversPage.Line(told(kept, inZone, aliases),
                        withdrawal(roster, kept.fromPage(), "covers", kept.id())))
                .toList();
    }

    private static String told(Covers.Kept kept, Words words, Aliases aliases) {
        var cover = kept.cover();
        var values = Map.of("from", words.dayAndTime(cover.from()), "to", words.dayAndTime(cover.to()));
        return switch (cover.change()) {
            case Change.Add(var member) -> words.say("covers.add", with(values, "who", aliases.of(member)));
            case Change.Remove(var member) -> words.say("covers.remove", with(values, "who", aliases.of(member)));
            case Change.StandIn(var member, var away) -> words.say("covers.stand-in",
                    with(with(values, "who", aliases.of(member)), "away", aliases.of(away)));
        };
    }

    /** Every surge shift from yesterday on. */
    List<CoversPage.Line> surges(Transaction tx, Roster roster, Words words) {
        var today = LocalDate.ofInstant(words.now(), roster.zone());
        var aliases = new Aliases(tx, stores.members(), words);
        return stores.rosters().covers().surgesOf(tx, List.of(roster.id())).stream()
                .filter(kept -> kept.surge().dates().stream().anyMatch(date -> !date.isBefore(today.minusDays(1))))
                .map(kept -> new CoversPage.Line(words.say("covers.surge", "plan", kept.surge().plan(),
                        "who", aliases.of(kept.surge().member()),
                        "dates", kept.surge().dates().stream().sorted().map(LocalDate::toString).collect(Collectors.joining(", ")),
                        "from", kept.surge().from().toString(), "to", kept.surge().to().toString()),
                        withdrawal(roster, kept.fromPage(), "surges", kept.id())))
                .toList();
    }

    private static String withdrawal(Roster roster, boolean fromPage, String noun, CoverId id) {
        return fromPage ? RosterWeek.path(roster) + "/" + noun + "/" + id + "/withdrawal" : "";
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }
}
