package gateway.console.people;

import gateway.asking.Standing;
import gateway.asking.Standings;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Words;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.safety.SafetyTimer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page of members says of each: whether ladders ask her in her turn, last or not at all, why, and since when. */
final class MemberStandings {

    private final ConsoleStores stores;

    MemberStandings(ConsoleStores stores) {
        this.stores = stores;
    }

    /** By alias; nothing of one who is asked in her turn. */
    Map<String, String> of(Transaction tx, List<Member> members, Words words) {
        var obstacles = new Standings(stores.dispatches(), stores.safetyTimers())
                .of(tx, members.stream().map(Member::id).toList());
        var until = stores.members().verifications().untilOfAll(tx);
        var lines = new HashMap<String, String>();
        for (var member : members) {
            var standing = Standing.of(member, obstacles);
            var key = switch (standing.turn()) {
                case FIRST -> Optional.<String>empty();
                case LAST -> Optional.of("members.asked-last");
                case NEVER -> Optional.of("members.not-asked");
            };
            key.ifPresent(phrase -> {
                var why = words.say("skip." + standing.why());
                lines.put(member.alias(), since(tx, member, standing.why(), until.get(member.id()))
                        .map(at -> words.say(phrase + "-since", "time", words.time(at), "why", why))
                        .orElseGet(() -> words.say(phrase, "why", why)));
            });
        }
        return Map.copyOf(lines);
    }

    private Optional<Instant> since(Transaction tx, Member member, String why, @Nullable Instant verifiedUntil) {
        return switch (why) {
            case "lost" -> stores.members().bars().bar(tx, member.id()).map(bar -> bar.at());
            case "refused" -> Optional.ofNullable(member.refusedSince());
            case "expired" -> Optional.ofNullable(verifiedUntil);
            case "inside", "said-inside", "others-first" -> timer(tx, member.id());
            default -> Optional.empty();
        };
    }

    private Optional<Instant> timer(Transaction tx, MemberId member) {
        return stores.safetyTimers().standingOf(tx, List.of(member)).stream().map(SafetyTimer::begunAt).findFirst();
    }
}
