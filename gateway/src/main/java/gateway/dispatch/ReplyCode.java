package gateway.dispatch;

import java.util.random.RandomGenerator;

/**
 * What a responder texts back to prove that this phone was asked: six random digits, the first no zero, unique among the
 * responder's live ones.
 */
public record ReplyCode(String digits) {

    /** Stands where a code cannot be opened any more; none is ever drawn that begins with a zero. */
    static final ReplyCode UNREADABLE = new ReplyCode("000000");

    public ReplyCode {
        if (!digits.matches("[0-9]{6}")) {
            throw new IllegalArgumentException("a reply code has six digits");
        }
    }

    public static ReplyCode draw(RandomGenerator random) {
        return new ReplyCode(Integer.toString(random.nextInt(100_000, 1_000_000)));
    }

    /** Masked: a code that is read in a log could be used. */
    @Override
    public String toString() {
        return "ReplyCode[masked]";
    }
}
