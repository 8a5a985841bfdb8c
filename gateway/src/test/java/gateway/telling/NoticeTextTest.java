package gateway.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.messaging.Phrases;
import gateway.messaging.PhrasesFile;
import gateway.messaging.Purpose;
import gateway.phone.Language;
import gateway.phone.SmsText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTextTest {

    private static final Phrases PHRASES = PhrasesFile.load(Path.of("config/packs/phnom-penh"));

    @Test
    void one_is_told_in_its_own_sentence() {
        var text = of(List.of(taken("4731-1", "14:10")), 1, Language.EN);

        assertEquals("K 4731-1: taken by another, 14:10. Stand down, thank you.", text.words());
    }

    @Test
    void several_of_a_kind_are_one_sentence_that_names_each_once() {
        var text = of(List.of(taken("4731-1", "14:10"), taken("4732-9", "14:12"), taken("4731-1", "14:13")), 3, Language.EN);

        assertEquals("K 4731-1, 4732-9: taken by another, 14:10-14:13. Stand down, thank you.", text.words());
        assertEquals(3, text.told().size());
    }

    @Test
    void other_kinds_have_lines_of_their_own_under_a_count() {
        var text = of(List.of(taken("4731-1", "14:10"), notice("notice.phone-lost", Map.of("alias", "Rosa", "time", "14:11")),
                notice("notice.phone-lost", Map.of("alias", "Amir", "time", "14:11"))), 3, Language.EN);

        assertEquals(List.of("K 3 notices:", "K 4731-1: taken by another, 14:10. Stand down, thank you.",
                "14:11 Rosa, Amir: phone lost. Others are asked."), text.words().lines().toList());
    }

    @Test
    void what_has_more_than_one_value_is_never_joined_with_another() {
        var text = of(List.of(merged("4731-1", "4732-9"), merged("4733-2", "4734-5")), 2, Language.EN);

        assertTrue(text.words().contains("K 4731-1 is the same as K 4732-9"), text.words());
        assertTrue(text.words().contains("K 4733-2 is the same as K 4734-5"), text.words());
    }

    @Test
    void what_does_not_fit_is_counted_and_what_is_not_told_stays() {
        var many = new ArrayList<Notice>();
        for (var i = 0; i < 200; i++) {
            many.add(taken("473%04d-1".formatted(i), "14:10"));
        }
        for (var i = 0; i < 20; i++) {
            many.add(merged("483%04d-1".formatted(i), "493%04d-1".formatted(i)));
        }

        for (var language : List.of(Language.EN, Language.KM)) {
            var text = of(many, 220, language);
            assertTrue(new SmsText("repeat: " + text.words()).segments() <= 4, text.words());
            assertTrue(text.words().contains(" +"), text.words());
            assertTrue(text.told().size() >= 200 && text.told().size() < 220, "told: " + text.told().size());
            assertTrue(text.words().endsWith("+" + (220 - text.told().size()) + " more: see the page"), text.words());
        }
    }

    @Test
    void what_was_held_long_is_told_as_a_count_beside_what_is_new() {
        var held = List.of(taken("4731-1", "14:10"), taken("4732-9", "14:12"));
        var fresh = new Notice(UUID.randomUUID(), Purpose.NOTICE, Notice.Urgency.AT_ONCE, "notice.phone-lost",
                Map.of("alias", "Rosa", "time", "15:11"), null, null, Instant.EPOCH);

        var text = NoticeText.of(List.of(held.getFirst(), held.getLast(), fresh), 3, Instant.EPOCH.plusSeconds(1), Language.EN, PHRASES);

        assertEquals(List.of("K 3 notices:", "15:11 Rosa: phone lost. Others are asked.", "2 older notices: see the page."),
                text.words().lines().toList());
        assertEquals(3, text.told().size());
    }

    @Test
    void its_words_are_not_printed() {
        assertFalse(of(List.of(taken("4731-1", "14:10")), 1, Language.EN).toString().contains("4731"));
    }

    private static NoticeText of(List<Notice> waiting, int all, Language language) {
        return NoticeText.of(waiting, all, Instant.EPOCH, language, PHRASES);
    }

    private static Notice taken(String number, String time) {
        return notice("stand-down.taken", Map.of("number", number, "time", time));
    }

    private static Notice merged(String number, String other) {
        return notice("stand-down.merged", Map.of("number", number, "other", other, "time", "14:10"));
    }

    private static Notice notice(String phrase, Map<String, String> values) {
        return new Notice(UUID.randomUUID(), Purpose.NOTICE, Notice.Urgency.HELD, phrase, values, null, null, Instant.EPOCH);
    }
}
