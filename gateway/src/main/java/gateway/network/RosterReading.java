package gateway.network;

import gateway.network.Network.ListedChange;
import gateway.network.Network.ListedCover;
import gateway.network.Network.ListedRoster;
import gateway.network.Network.ListedRotation;
import gateway.network.Network.ListedShift;
import gateway.network.Network.ListedSurgeShift;
import gateway.roster.Discipline;
import gateway.roster.Hours;
import gateway.roster.ShiftRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads one roster of a network file, with its shifts, rotations, surge plans, covers and closed hours. */
final class RosterReading {

    private static final Set<String> SHIFT = Set.of("member", "days", "from", "to");
    private static final Set<String> ROTATION = Set.of("members", "every", "starts", "hand-over", "days", "from", "to");
    private static final Set<String> SURGE = Set.of("name", "on", "before", "days", "shifts");
    private static final Set<String> SURGE_SHIFT = Set.of("member", "from", "to");
    private static final Set<String> COVER = Set.of("add", "remove", "stand-in", "for", "from", "to");
    private static final Set<String> CLOSED = Set.of("days", "from", "to");

    private static final LocalDate NO_DATE = LocalDate.of(2000, 1, 1);

    private final Map<String, String> aliases;

    /** @param aliases the members', as they were written, by their small letters */
    RosterReading(Map<String, String> aliases) {
        this.aliases = aliases;
    }

    ListedRoster read(FileSection roster, String name) {
        var discipline = roster.value("discipline", Discipline::read, PlainWords.DISCIPLINE, Discipline.PEER_ADVOCATE);
        var shifts = roster.sectionsIfAny("shifts", SHIFT).stream().map(this::shift).toList();
        var rotations = roster.sectionsIfAny("rotations", ROTATION).stream().map(this::rotation).toList();
        if (!roster.has("shifts") && !roster.has("rotations")) {
            roster.fault("name", PlainWords.SHIFTS_OR_ROTATIONS);
        }
        var plans = new TreeMap<String, String>();
        var surges = roster.sectionsIfAny("surges", SURGE).stream().flatMap(surge -> surge(surge, plans)).toList();
        var covers = roster.sectionsIfAny("covers", COVER).stream().map(this::cover).toList();
        var closed = roster.sectionsIfAny("closed", CLOSED).stream().map(RosterReading::hours).toList();
        return new ListedRoster(name, discipline, shifts, rotations, surges, covers, closed, rules(roster));
    }

    private static ShiftRules rules(FileSection roster) {
        var confirms = !roster.has("confirm") || roster.value("confirm", NetworkWords::yesOrNo, PlainWords.YES_OR_NO, true);
        var swaps = roster.has("swaps")
                ? roster.value("swaps", word -> NetworkWords.constant(ShiftRules.Swaps.class, word), PlainWords.SWAPS, ShiftRules.Swaps.FREE)
                : ShiftRules.DEFAULT.swaps();
        return new ShiftRules(confirms, swaps);
    }

    private ListedShift shift(FileSection shift) {
        var hours = hours(shift);
        return new ListedShift(member(shift, "member"), hours.days(), hours.from(), hours.to());
    }

    /** Who hands over when by the wall; without days or times of its own it goes on the whole week round. */
    private ListedRotation rotation(FileSection rotation) {
        var members = rotation.inOrder("members", alias -> NetworkWords.known(aliases, alias), NetworkFile.unknown("member", aliases), "");
        var every = rotation.value("every", NetworkWords::every, PlainWords.EVERY, Duration.ofDays(1));
        var starts = rotation.value("starts", NetworkWords::date, PlainWords.DATE, NO_DATE);
        var handOver = rotation.value("hand-over", NetworkWords::time, PlainWords.TIME, LocalTime.MIDNIGHT);
        var days = rotation.has("days")
                ? Set.copyOf(rotation.values("days", NetworkWords::day, PlainWords.DAY, DayOfWeek.MONDAY))
                : Hours.ALWAYS.days();
        if (rotation.has("from") != rotation.has("to")) {
            rotation.fault(rotation.has("from") ? "from" : "to", PlainWords.BOTH_TIMES);
        }
        var from = timeIfAny(rotation, "from");
        var to = timeIfAny(rotation, "to");
        return new ListedRotation(members, every, starts.atTime(handOver), new Hours(days, from, to));
    }

    private Stream<ListedSurgeShift> surge(FileSection surge, Map<String, String> plans) {
        var plan = NetworkFile.name(surge, plans);
        var dates = dates(surge);
        return surge.sections("shifts", SURGE_SHIFT).stream().map(shift -> new ListedSurgeShift(plan,
                member(shift, "member"), dates, time(shift, "from"), time(shift, "to")));
    }

    /** The dates that are listed, or the days before them. */
    private static Set<LocalDate> dates(FileSection surge) {
        if (surge.has("on") == surge.has("before") || surge.has("on") && surge.has("days")) {
            surge.fault("name", PlainWords.ON_OR_BEFORE);
            return Set.of(NO_DATE);
        }
        if (surge.has("on")) {
            return Set.copyOf(surge.values("on", NetworkWords::date, PlainWords.DATE, NO_DATE));
        }
        var before = surge.values("before", NetworkWords::date, PlainWords.DATE, NO_DATE);
        var days = surge.value("days", NetworkWords::daysBefore, PlainWords.DAYS_BEFORE, 1);
        return before.stream()
                .flatMap(date -> IntStream.rangeClosed(1, days).mapToObj(date::minusDays))
                .collect(Collectors.toUnmodifiableSet());
    }

    private ListedCover cover(FileSection cover) {
        var changes = Arrays.stream(ListedChange.values()).filter(change -> cover.has(key(change))).toList();
        var from = cover.value("from", NetworkWords::moment, PlainWords.DAY_AND_TIME, NO_DATE.atStartOfDay());
        var to = cover.value("to", NetworkWords::moment, PlainWords.DAY_AND_TIME, NO_DATE.plusDays(1).atStartOfDay());
        if (!to.isAfter(from) && !isStandIn(from) && !isStandIn(to)) {
            cover.fault("to", PlainWords.ENDS_FIRST);
        }
        if (changes.size() != 1) {
            cover.fault(changes.isEmpty() ? "from" : key(changes.getFirst()), PlainWords.ONE_CHANGE);
            return new ListedCover(ListedChange.ADD, "", "", from, to);
        }
        var change = changes.getFirst();
        var member = member(cover, key(change));
        if (change != ListedChange.STAND_IN && cover.has("for")) {
            cover.fault("for", PlainWords.FOR_WITH_STAND_IN);
        }
        var away = change == ListedChange.STAND_IN ? member(cover, "for") : "";
        if (!away.isEmpty() && away.equals(member)) {
            cover.fault("for", PlainWords.STANDS_IN_FOR_HERSELF);
        }
        return new ListedCover(change, member, away, from, to);
    }

    private static boolean isStandIn(LocalDateTime moment) {
        return moment.getYear() == NO_DATE.getYear();
    }

    private static String key(ListedChange change) {
        return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Hours hours(FileSection section) {
        var days = section.values("days", NetworkWords::day, PlainWords.DAY, DayOfWeek.MONDAY);
        return new Hours(Set.copyOf(days), time(section, "from"), time(section, "to"));
    }

    private static LocalTime time(FileSection section, String key) {
        return section.value(key, NetworkWords::time, PlainWords.TIME, LocalTime.MIDNIGHT);
    }

    private static LocalTime timeIfAny(FileSection section, String key) {
        return section.has(key) ? time(section, key) : LocalTime.MIDNIGHT;
    }

    private String member(FileSection section, String key) {
        return section.value(key, alias -> NetworkWords.known(aliases, alias), NetworkFile.unknown("member", aliases), "");
    }
}
