package gateway.telling;

import gateway.messaging.Phrases;
import gateway.phone.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The words that tell notices: one in its own sentence; several of a kind in one sentence that names as many alerts or
 * members as fit and counts the rest; other kinds in lines of their own, in four segments at most. Pure.
 *
 * @param told those it tells of; the others are told next time
 */
record NoticeText(String words, List<Notice> told) {

    private static final String TIME = "time";
    /** What may be listed in one sentence: whoever reads it needs nothing else to find the alert or the member. */
    private static final Set<String> LISTED = Set.of("number", "alias");
    private static final int MOST_NAMED = 40;

    /**
     * @param all     how many wait, these among them
     * @param longAgo what can wait and was made before is not told one by one: it stands on the page
     */
    static NoticeText of(List<Notice> waiting, int all, Instant longAgo, Language language, Phrases phrases) {
        var counted = waiting.stream().filter(notice -> notice.urgency() == Notice.Urgency.HELD && notice.madeAt().isBefore(longAgo)).toList();
        var lines = new ArrayList<>(lines(waiting.stream().filter(notice -> !counted.contains(notice)).toList()).stream()
                .map(line -> Line.of(line, language, phrases)).toList());
        if (!counted.isEmpty()) {
            lines.add(new Line(counted, List.of(phrases.say(language, "notice.held", Map.of("count", Integer.toString(counted.size()))))));
        }
        for (var fit = lines.size(); fit > 0; fit--) {
            for (var named = MOST_NAMED; named > 0; named--) {
                var text = compose(lines.subList(0, fit), named, all, language, phrases);
                if (DigestText.fits(text.words, phrases) || fit == 1 && named == 1) {
                    return text;
                }
            }
        }
        throw new IllegalArgumentException("nothing waits to be told");
    }

    /**
     * Notices of one line.
     *
     * @param said what is said of them where one is named, where two are, and so on
     */
    private record Line(List<Notice> notices, List<String> said) {

        static Line of(List<Notice> notices, Language language, Phrases phrases) {
            return new Line(notices, IntStream.rangeClosed(1, Math.min(MOST_NAMED, notices.size()))
                    .mapToObj(named -> phrases.say(language, notices.getFirst().phrase(), values(notices, named))).toList());
        }

        String naming(int most) {
            return said.get(Math.min(most, said.size()) - 1);
        }

        @Override
        public String toString() {
            return "Line[notices=" + notices.size() + "]";
        }
    }

    /** Notices that stand in one line, oldest first. */
    private static List<List<Notice>> lines(List<Notice> waiting) {
        var lines = new LinkedHashMap<Object, List<Notice>>();
        for (var notice : waiting) {
            lines.computeIfAbsent(isListed(notice) ? notice.phrase() : notice.id(), _ -> new ArrayList<>()).add(notice);
        }
        return List.copyOf(lines.values());
    }

    private static boolean isListed(Notice notice) {
        var places = new HashSet<>(notice.values().keySet());
        places.remove(TIME);
        return places.size() == 1 && LISTED.containsAll(places);
    }

    private static NoticeText compose(List<Line> lines, int named, int all, Language language, Phrases phrases) {
        var told = lines.stream().flatMap(line -> line.notices.stream()).toList();
        var words = lines.stream().map(line -> line.naming(named)).collect(Collectors.joining("\n"));
        var head = lines.size() == 1 ? ""
                : phrases.say(language, "notice.head", Map.of("count", Integer.toString(told.size()))) + "\n";
        var more = all - told.size();
        var rest = more == 0 ? "" : "\n" + phrases.say(Language.EN, "digest.more", Map.of("more", Integer.toString(more)));
        return new NoticeText(head + words + rest, told);
    }

    private static Map<String, String> values(List<Notice> line, int named) {
        if (line.size() == 1) {
            return line.getFirst().values();
        }
        var joined = new LinkedHashMap<String, String>();
        for (var place : line.getFirst().values().keySet()) {
            var each = line.stream().map(notice -> Objects.requireNonNullElse(notice.values().get(place), "")).toList();
            joined.put(place, place.equals(TIME) ? span(each) : named(each.stream().distinct().toList(), named));
        }
        return joined;
    }

    private static String span(List<String> times) {
        return times.getFirst().equals(times.getLast()) ? times.getFirst() : times.getFirst() + "-" + times.getLast();
    }

    private static String named(List<String> all, int most) {
        var listed = String.join(", ", all.subList(0, Math.min(most, all.size())));
        return all.size() <= most ? listed : listed + " +" + (all.size() - most);
    }

    /** Words to a phone are not printed. */
    @Override
    public String toString() {
        return "NoticeText[told=" + told.size() + "]";
    }
}
