package gateway.duty;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.telling.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What members are told about shifts: at once where somebody is on call or has just texted, else never at night. */
final class DutyTexts {

    private static final Duration WORTH = Duration.ofMinutes(10);

    private final Telling telling;
    private final Members members;

    DutyTexts(Telling telling, Members members) {
        this.telling = telling;
        this.members = members;
    }

    /** An answer to what she has just texted. */
    void answer(Transaction tx, Member member, String key, Map<String, String> values, Instant now) {
        telling.tellOfDuty(tx, member, key, values, now, now.plus(WORTH));
    }

    /** At once: she is on call, was until now, or waits for it. */
    void now(Transaction tx, Member member, String key, Map<String, String> values, Instant now, Instant until) {
        telling.tellOfDuty(tx, member, key, values, now, until);
    }

    /** In her waking hours, if it is worth anything then. */
    void byDay(Transaction tx, Member member, String key, Map<String, String> values, ZoneId zone, Instant now, Instant until) {
        telling.tellOfDuty(tx, member, key, values, WakingHours.from(now, zone), until);
    }

    /**
     * Each coordinator, of what her number alone may have caused, which anybody can forge: with the like in one text, once in ten
     * minutes, and for no limit.
     */
    void coordinatorsOfNumberAlone(Transaction tx, Member about, String key, Map<String, String> values, Instant from) {
        telling.coordinators().tellOfShiftByNumberAlone(tx, about, key, values, from);
    }

    /** Each coordinator in waking hours, if it is worth anything then, but not those whom it comes from. */
    void coordinators(Transaction tx, Set<MemberId> but, String key, Map<String, String> values, ZoneId zone, Instant now,
            Instant until) {
        coordinators(tx, but, key, _ -> values, WakingHours.from(now, zone), until);
    }

    /** Each coordinator from a moment on, if it is worth anything then. It counts as what can wait. */
    void coordinators(Transaction tx, Set<MemberId> but, String key, Function<Member, Map<String, String>> values, Instant from,
            Instant until) {
        members.coordinators(tx).stream().filter(member -> !but.contains(member.id()))
                .forEach(member -> telling.coordinators().tellOneOfDuty(tx, member, key, values.apply(member), from, until));
    }

    /** So many of the shifts as one text can name, and how many more there are. */
    Map<String, String> listed(Member member, String key, List<String> shifts) {
        return listed(member, key, shifts, Map.of());
    }

    /** The same, beside what else the text says. */
    Map<String, String> listed(Member member, String key, List<String> shifts, Map<String, String> others) {
        for (var fit = shifts.size(); fit > 1; fit--) {
            var words = new ArrayList<>(shifts.subList(0, fit));
            var more = fit < shifts.size() ? " +" + (shifts.size() - fit) : "";
            var values = with(others, String.join(", ", words) + more);
            if (telling.isOneText(member, key, values)) {
                return values;
            }
        }
        return with(others, shifts.getFirst() + (shifts.size() > 1 ? " +" + (shifts.size() - 1) : ""));
    }

    private static Map<String, String> with(Map<String, String> others, String shifts) {
        var values = new HashMap<>(others);
        values.put("shifts", shifts);
        return Map.copyOf(values);
    }

    boolean fits(Member member, String key, String alerts) {
        return telling.isOneText(member, key, Map.of("alerts", alerts));
    }

    boolean isReachable(Transaction tx, Member member) {
        return telling.phones().askable(tx, member).isPresent();
    }
}
