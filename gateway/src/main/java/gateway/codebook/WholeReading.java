package gateway.codebook;

import org.jspecify.annotations.Nullable;

/**
 * What the codebook makes of a text with all that stands in it. Prints no words.
 *
 * @param people     how many people are held, 0 where it was not told
 * @param peopleFrom the words that was told by
 * @param tag        a tag that ties the text to somebody, folded and without its sign
 * @param safeWord   the one folded word beside a whole-text safe, which is yet to be checked; else empty
 * @param silent     whether it forbids every answer
 * @param grounds    why it was read so
 */
public record WholeReading(Reading reading, int people, String peopleFrom, @Nullable String tag, String safeWord,
        boolean silent, Grounds grounds) {

    @Override
    public String toString() {
        return "WholeReading[" + reading + "]";
    }
}
