package gateway.network;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the single words of a network file are read; empty for a word that is none of its kind. */
final class NetworkWords {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,60}");
    private static final Pattern SPOKEN = Pattern.compile("[a-z]{2,3}");
    private static final Pattern AREA = Pattern.compile("[A-Z0-9]{2}");
    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern DATE = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("(" + DATE + ")[ T](" + TIME + ")");
    private static final Pattern HOURS = Pattern.compile("([0-9]{1,3})h");
    private static final int LONGEST_TURN = 744;
    private static final int MOST_DAYS_BEFORE = 31;
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})([smh])");
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(24);

    private NetworkWords() {}

    static Optional<String> alias(String word) {
        return matching(ALIAS, word);
    }

    static Optional<String> name(String word) {
        return matching(NAME, word).filter(name -> !name.isBlank() && name.equals(name.strip()));
    }

    /** The tag of a language that somebody speaks. */
    static Optional<String> spoken(String word) {
        return matching(SPOKEN, word);
    }

    /** The short code of an area, as the pack has it. */
    static Optional<String> area(String word) {
        return matching(AREA, word);
    }

    static Optional<Boolean> yesOrNo(String word) {
        return switch (word) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<LocalTime> time(String word) {
        return matching(TIME, word).map(LocalTime::parse);
    }

    static Optional<LocalDate> date(String word) {
        try {
            return matching(DATE, word).map(LocalDate::parse);
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day and a time on the wall. */
    static Optional<LocalDateTime> moment(String word) {
        var matcher = MOMENT.matcher(word);
        return matcher.matches()
                ? date(matcher.group(1)).map(day -> day.atTime(LocalTime.parse(matcher.group(2))))
                : Optional.empty();
    }

    /** How long a turn of a rotation lasts. */
    static Optional<Duration> every(String word) {
        var matcher = HOURS.matcher(word);
        return switch (word) {
            case "day" -> Optional.of(Duration.ofDays(1));
            case "week" -> Optional.of(Duration.ofDays(7));
            default -> matcher.matches()
                    ? Optional.of(Duration.ofHours(Integer.parseInt(matcher.group(1))))
                            .filter(turn -> turn.toHours() >= 1 && turn.toHours() <= LONGEST_TURN)
                    : Optional.empty();
        };
    }

    /** How many days before a date. */
    static Optional<Integer> daysBefore(String word) {
        return word.matches("[0-9]{1,2}")
                ? Optional.of(Integer.parseInt(word)).filter(days -> days >= 1 && days <= MOST_DAYS_BEFORE)
                : Optional.empty();
    }

    /** How often something is asked. */
    static Optional<Integer> rounds(String word, int most) {
        return word.matches("[0-9]{1,2}")
                ? Optional.of(Integer.parseInt(word)).filter(rounds -> rounds >= 1 && rounds <= most)
                : Optional.empty();
    }

    static Optional<ZoneId> zone(String word) {
        return ZoneId.getAvailableZoneIds().contains(word) ? Optional.of(ZoneId.of(word)) : Optional.empty();
    }

    static Optional<DayOfWeek> day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** How long a step waits. */
    static Optional<Duration> span(String word) {
        var matcher = SPAN.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var amount = Integer.parseInt(matcher.group(1));
        var span = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
        return span.compareTo(SHORTEST) >= 0 && span.compareTo(LONGEST) <= 0 ? Optional.of(span) : Optional.empty();
    }

    /** The constant whose name this is, in small letters. */
    static <E extends Enum<E>> Optional<E> constant(Class<E> kind, String word) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** The name as it was first written, found whatever its letters' size. */
    static Optional<String> known(Map<String, String> names, String word) {
        return Optional.ofNullable(names.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> matching(Pattern pattern, String word) {
        return pattern.matcher(word).matches() ? Optional.of(word) : Optional.empty();
    }
}
