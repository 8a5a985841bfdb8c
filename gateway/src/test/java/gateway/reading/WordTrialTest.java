package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.CodebookFile;
import gateway.pack.TestPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pack's samples are read once more, as they are and with one more word. */
class WordTrialTest {

    private static final Path PACK = Path.of("config/packs/phnom-penh");

    @Test
    void a_sample_that_is_read_otherwise_and_a_line_that_is_none_are_named_by_their_line(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("samples.tsv"), "# a remark\n\nthey arrested us\t1\nthey arrested us\t2\nthey arrested us\t6\nhello\t?\nno tab\nhello\tx\n");
        var trial = trial(SamplesFile.load(folder));

        var wrong = trial.wrong();

        assertEquals(List.of(5, 7, 8), wrong.stream().map(one -> one.sample().line()).toList());
        assertEquals("1", wrong.getFirst().read());
        assertEquals(List.of(true, false, false), wrong.stream().map(one -> trial.isMark(one.sample().wanted())).toList());
    }

    @Test
    void a_pack_without_samples_has_none(@TempDir Path folder) {
        assertEquals(List.of(), SamplesFile.load(folder));
    }

    @Test
    void all_of_the_packs_own_samples_read_as_is_wanted() {
        assertEquals(List.of(), TestPack.PHNOM_PENH.samples().isEmpty() ? List.of("none") : trial(TestPack.PHNOM_PENH.samples()).wrong());
    }

    @Test
    void what_a_word_changes_is_what_the_pack_would_read_had_it_the_word(@TempDir Path folder) throws IOException {
        var trial = trial(TestPack.PHNOM_PENH.samples());
        var added = Files.createDirectory(folder.resolve("added"));
        try (var files = Files.list(PACK)) {
            for (var file : files.toList()) {
                Files.copy(file, added.resolve(file.getFileName()));
            }
        }
        Files.writeString(added.resolve("lexicon.zz.yaml"), "words:\n  hurt:\n    - market\n");
        var really = new Understanding(CodebookFile.load(added), TestPack.PHNOM_PENH.gazetteer());

        var changes = trial.changes(trial.with("market", "4"));

        assertTrue(changes.size() > 0, "some sample has a market in it");
        var changed = new ArrayList<Integer>();
        for (var sample : TestPack.PHNOM_PENH.samples()) {
            if (!really.of(sample.text()).reading().equals(trial.read(sample.text()).reading())) {
                changed.add(sample.line());
            }
        }
        assertEquals(changed, changes.stream().map(change -> change.sample().line()).toList());
    }

    private static WordTrial trial(List<Sample> samples) {
        return new WordTrial(PACK, samples, TestPack.PHNOM_PENH.codebook(), TestPack.PHNOM_PENH.gazetteer());
    }
}
