package gateway.contact;

import gateway.sealing.SlowHash;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;

/**
 * Checks the word beside a "safe". The right word, no word, a wrong one and the word for duress take the same way: both
 * hashes are tried each time, so that nothing outside tells which it was. Slow: for no door's thread, and no transaction.
 */
public final class SafeWords {

    /** What the word was; {@code NONE_KEPT} where the person left no safe word, and then any word is only a word. */
    public enum Result { RIGHT, ABSENT, DURESS, NONE_KEPT }

    /** Both hashes; where she chose no word for duress, the second is of a word nobody knows. */
    public record Kept(String safeHash, String duressHash) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    private final RandomGenerator random;
    private final BiPredicate<String, String> matches;

    public SafeWords(RandomGenerator random) {
        this(random, SlowHash::matches);
    }

    SafeWords(RandomGenerator random, BiPredicate<String, String> matches) {
        this.random = random;
        this.matches = matches;
    }

    /**
     * Hashes an enrolled person's words, already folded.
     *
     * @param duress empty where she chose none
     */
    public Kept hash(String safe, String duress) {
        return new Kept(SlowHash.of(safe, random), SlowHash.of(duress.isEmpty() ? nobodysWord() : duress, random));
    }

    /** @param folded the word as {@code TextFolding} leaves it; empty for a bare "safe" */
    public Result check(Optional<Kept> kept, String folded) {
        return kept.map(words -> check(words, folded)).orElse(Result.NONE_KEPT);
    }

    private Result check(Kept words, String folded) {
        var isSafe = matches.test(folded, words.safeHash());
        var isDuress = matches.test(folded, words.duressHash());
        return isDuress ? Result.DURESS : isSafe ? Result.RIGHT : Result.ABSENT;
    }

    /** No text can be it: what people text is folded, and this is not. */
    private String nobodysWord() {
        return Long.toHexString(random.nextLong()) + " NOBODY " + Long.toHexString(random.nextLong());
    }
}
