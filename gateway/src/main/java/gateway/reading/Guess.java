package gateway.reading;

import gateway.codebook.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What an unread report may mean, each with the words it came from: for the human who reads it, and nothing is done by it.
 *
 * @param code   the id of a code, null where nothing comes near
 * @param area   the short code of an area, null where none was named
 * @param people a head count, 0 where none was told
 */
public record Guess(@Nullable String code, String codeFrom, @Nullable String area, String areaFrom, int people, String peopleFrom) {

    /** Of words that come near to nothing. */
    public static final Guess NOTHING = new Guess(null, "", null, "", 0, "");

    private static final String BETWEEN = "\u001f";

    public static Guess of(Understood understood) {
        var code = switch (understood.reading()) {
            case Reading.Unclear(_, var guess, _) -> guess == null ? null : guess.id();
            case Reading.Coded(var named, _) -> named.id();
            case Reading.TwoCodes(var named, _, _) -> named.id();
        };
        var from = understood.reading() instanceof Reading.Unclear unclear ? unclear.guessedFrom() : "";
        return new Guess(code, plain(from), understood.area(), plain(understood.areaFrom()), understood.people(),
                plain(understood.peopleFrom()));
    }

    /** As it is sealed. */
    public String written() {
        return String.join(BETWEEN, code == null ? "" : code, codeFrom, area == null ? "" : area, areaFrom,
                Integer.toString(people), peopleFrom);
    }

    public static Guess read(String written) {
        var parts = written.split(BETWEEN, -1);
        return new Guess(parts[0].isEmpty() ? null : parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], parts[3],
                Integer.parseInt(parts[4]), parts[5]);
    }

    private static String plain(String words) {
        return words.replace(BETWEEN, " ");
    }

    @Override
    public String toString() {
        return "Guess[" + code + "]";
    }
}
