package gateway.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import gateway.phone.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = TestPack.PHNOM_PENH.gazetteer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 daun penh                      | DP
            2 DAUN PENH!!                    | DP
            2 daunpenh                       | DP
            2 dp                             | DP
            ២ ដូនពេញ                         | DP
            ២ដូនពេញ                          | DP
            ពួកគេនៅដូនពេញឥឡូវនេះ               | DP
            ដូន\u200Bពេញ                      | DP
            ដូន ពេញ                          | DP
            នៅdp                             | DP
            2 7 makara                       | 7M
            2 ៧មករា                          | 7M
            2 7មករា                          | 7M
            1 wat phnom, 3 girls             | DP
            1 prey speu                      | PC
            1 preyspeu                       | PC
            ព្រៃស្ពឺ                           | PC
            ព្រៃស                            | DK
            នៅព្រៃសមាន៣នាក់                    | DK
            s'ang                            | SG
            saang                            | SG
            from tuol kork to daun penh      | TK
            from daun penh to tuol kork      | DP
            ពីទួលគោកទៅដូនពេញ                  | TK
            bkk                              | BK
            boeng keng kang                  | BK
            """)
    void an_area_is_found_by_the_words_people_use(String words, String shortCode) {
        assertEquals(Optional.ofNullable(shortCode), GAZETTEER.areaIn(words).map(Area::shortCode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "dpx", "xdp", "2dp", "daun", "penh", "bkkk", "atk", "កោ", "\uD83D", "ដូនពេញ\u17D2ញ"})
    void a_part_of_a_word_is_no_name(String words) {
        assertTrue(GAZETTEER.areaIn(words).isEmpty());
    }

    @Test
    void a_name_within_a_longer_one_is_not_meant() {
        var inner = new Area("AA", Map.of(Language.EN, "Sok"), List.of());
        var outer = new Area("BB", Map.of(Language.EN, "Sok Market"), List.of());
        var gazetteer = new Gazetteer(List.of(inner, outer), List.of());

        assertEquals(Optional.of(outer), gazetteer.areaIn("at sok market"));
        assertEquals(Optional.of(inner), gazetteer.areaIn("at sok, near the market"));
    }

    @Test
    void every_area_answers_to_each_of_its_names() {
        for (var area : GAZETTEER.areas()) {
            area.names().values().forEach(name -> assertEquals(Optional.of(area), GAZETTEER.areaIn("2 " + name)));
            area.aliases().forEach(alias -> assertEquals(Optional.of(area), GAZETTEER.areaIn("2 " + alias)));
        }
        assertEquals(16, GAZETTEER.areas().size());
    }

    @Test
    void the_pack_holds_no_coordinates() throws Exception {
        var places = Files.readString(Path.of("config/packs/phnom-penh/places.yaml"));

        assertTrue(places.lines().noneMatch(line -> line.matches(".*\\d+\\.\\d{2,}.*")));
    }

    @Property
    void no_words_are_too_much(@ForAll String words) {
        assertTrue(GAZETTEER.areaIn(words).isEmpty() || !words.isEmpty());
    }

    @Test
    void a_long_text_full_of_names_is_read() {
        assertEquals("DP", GAZETTEER.areaIn("x daun penh ".repeat(140)).orElseThrow().shortCode());
        assertTrue(GAZETTEER.areaIn("d".repeat(100_000)).isEmpty());
    }
}
