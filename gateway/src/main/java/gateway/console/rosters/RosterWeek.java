package gateway.console.rosters;

import gateway.console.frame.Words;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Stretch;
import gateway.roster.WallTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a roster's week to be read: seven days of its zone, cut where somebody comes or goes. Pure. */
final class RosterWeek {

    static final int DAYS = 7;
    private static final Duration LOOKED_AHEAD = Duration.ofDays(7);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Roster roster;
    private final Map<MemberId, Member> members;
    private final Words words;

    /** @param members everybody there is, retired ones apart */
    RosterWeek(Roster roster, Map<MemberId, Member> members, Words words) {
        this.roster = roster;
        this.members = members;
        this.words = new Words(words.phrases(), words.language(), roster.zone(), words.now());
    }

    RosterPage.Week from(LocalDate first) {
        var now = words.now();
        var gaps = OnCall.gaps(roster, now, now.plus(LOOKED_AHEAD), this::isAskable).size();
        var current = OnCall.stretches(roster, now, now.plus(LOOKED_AHEAD)).getFirst();
        return new RosterPage.Week(roster.name(), path(roster), words.say("discipline." + roster.discipline().word()),
                roster.zone().getId(), nowSentence(current), !kind(current).equals("gap"),
                gaps == 0 ? words.say("rosters.no-gaps") : words.say("rosters.gaps", "count", Integer.toString(gaps)),
                first.datesUntil(first.plusDays(DAYS)).map(day -> day(day, first.plusDays(DAYS + 1))).toList());
    }

    /** The roster's own address; a name that does not go into an address is left for the id. */
    static String path(Roster roster) {
        var plain = roster.name().matches("[\\p{L}\\p{M}\\p{N} _-]+") && !roster.name().equals("what-if");
        return "/rosters/" + (plain ? URLEncoder.encode(roster.name(), StandardCharsets.UTF_8)
                .replace("+", "%20") : roster.id().toString());
    }

    private RosterPage.Day day(LocalDate day, LocalDate horizon) {
        var start = WallTime.momentOf(day.atStartOfDay(), roster.zone());
        var end = WallTime.momentOf(day.plusDays(1).atStartOfDay(), roster.zone());
        var today = !words.now().isBefore(start) && words.now().isBefore(end);
        var parts = new ArrayList<RosterPage.Part>();
        for (var stretch : OnCall.stretches(roster, start, WallTime.momentOf(horizon.atStartOfDay(), roster.zone()))) {
            if (stretch.from().isBefore(end)) {
                parts.add(part(stretch, start, end, horizon));
            }
        }
        return new RosterPage.Day(day.toString(),
                words.say("rosters.day." + day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT)), today,
                minutes(start, end), today ? minutes(start, words.now()) : -1, parts);
    }

    private RosterPage.Part part(Stretch stretch, Instant start, Instant end, LocalDate horizon) {
        var goesOn = stretch.to().isAfter(end);
        var cut = goesOn ? end : stretch.to();
        var until = goesOn && stretch.to().isBefore(WallTime.momentOf(horizon.atStartOfDay(), roster.zone()))
                ? words.say("rosters.until", "time", words.dayAndTime(stretch.to())) : "";
        var time = timeOf(stretch.from()) + "–" + (cut.equals(end) ? "24:00" : timeOf(cut));
        return new RosterPage.Part(kind(stretch), minutes(start, stretch.from()), minutes(stretch.from(), cut), time,
                who(stretch), until);
    }

    private String kind(Stretch stretch) {
        if (stretch.onCall().stream().anyMatch(this::isAskable)) {
            return "staffed";
        }
        return stretch.closed() ? "closed" : "gap";
    }

    private String who(Stretch stretch) {
        if (stretch.onCall().isEmpty()) {
            return words.say(stretch.closed() ? "rosters.closed" : "rosters.nobody");
        }
        return stretch.onCall().stream()
                .map(id -> isAskable(id) ? alias(id) : words.say("rosters.not-askable", "who", alias(id)))
                .collect(Collectors.joining(", "));
    }

    private String nowSentence(Stretch current) {
        var endless = current.to().equals(words.now().plus(LOOKED_AHEAD));
        return endless ? words.say("rosters.now", "who", who(current))
                : words.say("rosters.now-until", "who", who(current), "time", words.time(current.to()));
    }

    private boolean isAskable(MemberId id) {
        return Optional.ofNullable(members.get(id)).flatMap(Member::askablePhone).isPresent();
    }

    private String alias(MemberId id) {
        return Optional.ofNullable(members.get(id)).map(Member::alias).orElse("?");
    }

    private String timeOf(Instant moment) {
        return TIME.format(moment.atZone(roster.zone()));
    }

    private static int minutes(Instant from, Instant to) {
        return (int) Duration.between(from, to).toMinutes();
    }
}
