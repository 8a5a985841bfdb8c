package gateway.reading;

import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.codebook.CodebookFile;
import gateway.codebook.PackFault;
import gateway.codebook.Reading;
import gateway.place.Gazetteer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pack's samples: which of them are read otherwise than is wanted, and which would be read in another way if a word were added
 * to the pack. It writes nothing and keeps nothing.
 */
public final class WordTrial {

    private final Path pack;
    private final List<Sample> samples;
    private final Codebook codebook;
    private final Gazetteer gazetteer;
    private final Understanding understanding;

    /** @param pack its folder */
    public WordTrial(Path pack, List<Sample> samples, Codebook codebook, Gazetteer gazetteer) {
        this.pack = pack;
        this.samples = samples;
        this.codebook = codebook;
        this.gazetteer = gazetteer;
        this.understanding = new Understanding(codebook, gazetteer);
    }

    /** A sample that is read as something else than is wanted of it. */
    public record Wrong(Sample sample, String read) {}

    /** A sample that a new word changes, with the marks it is read as. */
    public record Change(Sample sample, String before, String after) {}

    private record Read(String marks, int people, boolean silent) {}

    public int samples() {
        return samples.size();
    }

    /** How the pack reads a text as it is. */
    public Understood read(String text) {
        return understanding.of(text);
    }

    /** Which of several grave codes one of them was is asked of whoever is there: all of them wake people at once. */
    public List<Wrong> wrong() {
        var wrong = new ArrayList<Wrong>();
        for (var sample : samples) {
            var understood = understanding.of(sample.text());
            var read = mark(understood);
            if (!read.equals(sample.wanted()) && !(isHeld(understood.code()) && isHeld(sample.wanted()))) {
                wrong.add(new Wrong(sample, read));
            }
        }
        return List.copyOf(wrong);
    }

    /**
     * How texts would be read with one more word.
     *
     * @param word as a line of a lexicon would have it
     * @param mark of the code it would name
     * @throws PackFault where a pack with this word would be refused
     */
    public Understanding with(String word, String mark) {
        return new Understanding(CodebookFile.load(pack, word, mark), gazetteer);
    }

    /** Those samples that are read in another way then. */
    public List<Change> changes(Understanding then) {
        var changes = new ArrayList<Change>();
        for (var sample : samples) {
            var before = read(understanding.of(sample.text()));
            var after = read(then.of(sample.text()));
            if (!before.equals(after)) {
                changes.add(new Change(sample, before.marks(), after.marks()));
            }
        }
        return List.copyOf(changes);
    }

    /** Whether this is the mark of a code, or ? for none. */
    public boolean isMark(String written) {
        return written.equals("?") || byMark(written).isPresent();
    }

    private static String mark(Understood understood) {
        return understood.reading() instanceof Reading.Unclear ? "?" : understood.code().mark();
    }

    private static Read read(Understood understood) {
        var marks = understood.reading() instanceof Reading.Unclear ? "?"
                : understood.reading().codes().stream().map(Code::mark).collect(Collectors.joining(" "));
        return new Read(marks, understood.people(), understood.silent());
    }

    private boolean isHeld(String mark) {
        return byMark(mark).filter(WordTrial::isHeld).isPresent();
    }

    private Optional<Code> byMark(String mark) {
        return codebook.codes().stream().filter(code -> code.mark().equals(mark)).findFirst();
    }

    private static boolean isHeld(Code code) {
        return code.grave() && code.presumesSeized() && !code.silences();
    }
}
