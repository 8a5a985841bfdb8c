package gateway.member;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a responder chose to be asked. What is empty says nothing: she may be asked for anything, anywhere. Prints nothing of
 * it, since where she will not go, or what she speaks, may tell who she is.
 *
 * @param callAfter a text is followed by a call after so long; null where she wants none
 * @param languages what she speaks, as the tags of languages
 * @param areas     the short codes of the areas where she can be soon
 * @param notThere  the short codes of areas, and the ids of places of custody, for which she is asked only when nobody else
 *                  is there
 * @param note      what coordinators should know of her
 */
public record Choices(Quiet quiet, @Nullable Duration callAfter, Set<String> languages, Set<String> areas,
        Set<String> notThere, String note) {

    /** Of whoever has chosen nothing. */
    public static final Choices NONE = new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of(), "");

    /** As it is, but for what a network file may say. */
    Choices with(Set<String> fileLanguages, Set<String> fileAreas) {
        return new Choices(quiet, callAfter, fileLanguages, fileAreas, notThere, note);
    }

    @Override
    public String toString() {
        return "Choices";
    }

    static String joined(Set<String> words) {
        return String.join(" ", new TreeSet<>(words));
    }

    static Set<String> apart(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }
}
