package gateway.console.people;

import gateway.console.frame.Form;
import gateway.console.frame.Where;
import gateway.console.frame.Words;
import gateway.console.people.MemberDetails.Option;
import gateway.member.Choices;
import gateway.member.Quiet;
import gateway.place.Gazetteer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which a member says how she wants to be asked: shown as it stands, and read as it was sent. */
final class ChoicesForm {

    private static final String SPEAKS = "speaks-";
    private static final String REACHES = "reaches-";
    private static final String NOT = "not-";
    private static final List<String> MINUTES = List.of("1", "2", "3", "5", "10", "15");
    private static final int LONGEST_NOTE = 500;

    private final List<String> tags;
    private final List<Where> areas;
    private final List<Where> custodyPlaces;

    /** @param words have a name for every language that is offered */
    ChoicesForm(Gazetteer gazetteer, Words words) {
        this.tags = words.under("spoken");
        this.areas = Where.areas(gazetteer);
        this.custodyPlaces = Where.custodyPlaces(gazetteer);
    }

    MemberDetails.Form shown(Choices choices, Words words) {
        var minutes = choices.callAfter() == null ? "" : Long.toString(choices.callAfter().toMinutes());
        return new MemberDetails.Form(
                Arrays.stream(Quiet.values()).map(quiet -> new Option(quiet.word(),
                        words.say("member.quiet-" + quiet.word().replace('_', '-')), quiet == choices.quiet())).toList(),
                Stream.concat(Stream.of(""), MINUTES.stream()).map(some -> new Option(some,
                        some.isEmpty() ? words.say("member.call-never") : words.say("member.call-after", "minutes", some),
                        some.equals(minutes))).toList(),
                tags.stream().map(tag -> new Option(SPEAKS + tag, words.say("spoken." + tag),
                        choices.languages().contains(tag))).toList(),
                places(areas, REACHES, choices.areas(), words), places(areas, NOT, choices.notThere(), words),
                places(custodyPlaces, NOT, choices.notThere(), words), choices.note());
    }

    /** What was sent; a form that is none of ours is refused. */
    Choices read(Form form) {
        var everywhere = Stream.concat(areas.stream(), custodyPlaces.stream()).toList();
        form.only(Stream.of(Stream.of("quiet", "call-after", "note"), fields(tags, SPEAKS, Function.identity()),
                fields(areas, REACHES, Where::value), fields(everywhere, NOT, Where::value))
                .flatMap(Function.identity()).toArray(String[]::new));
        var note = form.words("note");
        return new Choices(Quiet.read(form.text("quiet")).orElseThrow(() -> new Form.Refused(400)),
                callAfter(form.text("call-after")), ticked(form, tags, SPEAKS, Function.identity()),
                ticked(form, areas, REACHES, Where::value), ticked(form, everywhere, NOT, Where::value),
                note.substring(0, note.offsetByCodePoints(0, Math.min(LONGEST_NOTE, note.codePointCount(0, note.length())))));
    }

    private static @Nullable Duration callAfter(String minutes) {
        if (minutes.isEmpty()) {
            return null;
        }
        if (!MINUTES.contains(minutes)) {
            throw new Form.Refused(400);
        }
        return Duration.ofMinutes(Long.parseLong(minutes));
    }

    private static List<Option> places(List<Where> places, String field, Set<String> chosen, Words words) {
        return places.stream().map(where -> new Option(field + where.value(), where.name(words),
                chosen.contains(where.value()))).toList();
    }

    private static <T> Stream<String> fields(List<T> offered, String field, Function<T, String> value) {
        return offered.stream().map(one -> field + value.apply(one));
    }

    private static <T> Set<String> ticked(Form form, List<T> offered, String field, Function<T, String> value) {
        return offered.stream().map(value).filter(one -> !form.text(field + one).isEmpty()).collect(Collectors.toSet());
    }
}
