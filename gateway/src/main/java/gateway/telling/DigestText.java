package gateway.telling;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.dispatch.ReplyCode;
import gateway.messaging.Phrases;
import gateway.phone.Language;
import gateway.phone.SmsText;
import gateway.replyword.Reply;
import gateway.roster.Discipline;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that ask a responder: for one alert in one segment, for several as a list that any phone can show, in four
 * segments at most. Pure. What does not fit is counted, and listed in the next.
 *
 * @param listed what is listed, in the order in which it is to be told
 * @param more   how many others are only counted
 */
public record DigestText(String words, List<Untold> listed, int more) {

    private static final int MOST_SEGMENTS = 4;
    /** No part of a long text holds more: what is longer need not be measured. */
    private static final int MOST_LETTERS = MOST_SEGMENTS * 153;
    private static final int PEOPLE_WORTH_COUNTING = 2;
    /** Known numbers first among equals; what is graver stands before what is less so, whoever told it. */
    private static final Comparator<Untold> GRAVEST_FIRST = Comparator.comparingInt(Untold::gravity)
            .thenComparing(Untold::known, Comparator.reverseOrder()).thenComparing(Untold::reportedAt);

    /**
     * How a text says things.
     *
     * @param namesArea whether it may carry the pack's short code of the area
     */
    public record Wording(Phrases phrases, Codebook codebook, boolean namesArea) {

        private String say(String key, Map<String, String> values) {
            return phrases.say(Language.EN, key, values);
        }

        private String area(@Nullable String area) {
            return namesArea && area != null ? " " + area : "";
        }

        public Code code(String id) {
            return codebook.byId(id).orElse(codebook.unclear());
        }

        /** What a text, or a call, says of one alert. */
        public Map<String, String> values(Alert alert, int people, ReplyCode code, Optional<Story> story, ZoneId zone) {
            return values(alert.number(), alert.code(), alert.area(), people, Telling.time(alert.toldAt(), zone), code,
                    story.orElse(null), zone);
        }

        private Map<String, String> values(AlertNumber number, String alertCode, @Nullable String area, int people, String time,
                ReplyCode code, @Nullable Story story, ZoneId zone) {
            return Map.of("number", number.toString(), "mark", code(alertCode).mark(), "area", area(area),
                    "people", people < PEOPLE_WORTH_COUNTING ? "" : " x" + people, "time", time, "code", code.digits(),
                    "story", story == null ? "" : say("dispatch.story", Map.of("who", story.initial(),
                            "time", Telling.time(story.since(), zone), "until", Telling.time(story.heardAt(), zone))));
        }
    }

    /**
     * @param waiting those that must be told first stand first; at least one
     * @param all     how many alerts wait, theirs among them
     * @param sweep   the area of a likely sweep among them
     */
    static DigestText of(List<Untold> waiting, int all, Optional<String> sweep, Wording wording) {
        var alerts = byAlert(waiting);
        if (all <= 1) {
            var only = alerts.getFirst();
            return new DigestText(wording.say(only.size() == 1 ? "dispatch.text" : "dispatch.both", values(only, wording)), only, 0);
        }
        for (var fit = alerts.size(); fit > 1; fit--) {
            var digest = list(alerts.subList(0, fit), all, sweep, wording);
            if (fits(digest.words, wording.phrases)) {
                return digest;
            }
        }
        return list(alerts.subList(0, 1), all, sweep, wording);
    }

    /** Whether a phone gets it in few enough parts, also when it is repeated. */
    static boolean fits(String words, Phrases phrases) {
        return words.length() <= MOST_LETTERS
                && new SmsText(phrases.say(Language.EN, "dispatch.repeat", Map.of("words", words))).segments() <= MOST_SEGMENTS;
    }

    /** Whoever is asked on two ladders of one alert reads it in one line, and each ladder keeps its code. */
    private static List<List<Untold>> byAlert(List<Untold> waiting) {
        var alerts = new LinkedHashMap<AlertId, List<Untold>>();
        waiting.forEach(one -> alerts.computeIfAbsent(one.alert(), _ -> new ArrayList<>()).add(one));
        alerts.values().forEach(ladders -> ladders.sort(Comparator.comparing(Untold::discipline)));
        return List.copyOf(alerts.values());
    }

    boolean isAlone() {
        return listed.size() == 1 && more == 0;
    }

    private static DigestText list(List<List<Untold>> told, int all, Optional<String> sweep, Wording wording) {
        var more = all - told.size();
        var count = Integer.toString(all);
        var head = sweep.map(area -> wording.say("digest.sweep", Map.of("count", count, "area", wording.area(area))))
                .orElseGet(() -> wording.say("digest.head", Map.of("count", count)));
        var lines = told.stream().sorted(Comparator.comparing(List::getFirst, GRAVEST_FIRST))
                .map(one -> wording.say("digest.line", values(one, wording))).collect(Collectors.joining("\n"));
        var rest = more == 0 ? "" : "\n" + wording.say("digest.more", Map.of("more", Integer.toString(more)));
        return new DigestText(head + "\n" + lines + rest, told.stream().flatMap(List::stream).toList(), more);
    }

    /** The first ladder's code stands alone, as in any text; another's has before it the word that asks for it in a reply. */
    private static Map<String, String> values(List<Untold> ladders, Wording wording) {
        var first = ladders.getFirst();
        var values = new HashMap<>(wording.values(first.number(), first.alertCode(), first.area(), first.people(),
                Telling.time(first.reportedAt(), first.zone()), first.code(), first.story(), first.zone()));
        var codes = first.code().digits() + ladders.stream().skip(1)
                .map(other -> ", " + mark(other.discipline()) + other.code().digits()).collect(Collectors.joining());
        values.put("code", codes);
        return values;
    }

    /** Never the name of what they do: whoever reads over her shoulder would know what it is about. */
    private static String mark(Discipline discipline) {
        return switch (discipline) {
            case LEGAL_AID -> Reply.Command.LAW + " ";
            case MEDICAL_LINK -> Reply.Command.MED + " ";
            case INTERPRETER -> Reply.Command.LANG + " ";
            case PEER_ADVOCATE, VOUCHING_OFFICER, COORDINATOR -> "";
        };
    }

    /** Words to a phone hold its reply codes: they are not printed. */
    @Override
    public String toString() {
        return "DigestText[listed=" + listed.size() + ", more=" + more + "]";
    }
}
