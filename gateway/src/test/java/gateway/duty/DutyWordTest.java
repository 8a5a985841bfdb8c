package gateway.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A word about a shift stands alone; everything else is a report. */
class DutyWordTest {

    @ParameterizedTest
    @ValueSource(strings = {"ON", "on", " On . ", "ＯＮ", "on!", "oN\n", "on។", "\u200Bon"})
    void on_alone_is_her_word(String written) {
        assertInstanceOf(DutyWord.On.class, DutyWord.read(written).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ON 482913", "on482913", "482913 on", "(482 913) ON.", "On: 482-913!", "ON ៤៨២៩១៣"})
    void on_may_go_with_a_code_in_any_order(String written) {
        assertEquals(Optional.of(new DutyWord.On("482913")), DutyWord.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "off.", "Off ", "ＯＦＦ"})
    void off_alone_is_her_word(String written) {
        assertInstanceOf(DutyWord.Off.class, DutyWord.read(written).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COVER 482913", "cover482913", "Cover ៤៨២៩១៣", "cover: 482 913."})
    void cover_goes_with_a_code(String written) {
        assertEquals(Optional.of(new DutyWord.CoverIt("482913")), DutyWord.read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8", "on 1", "1 on", "on the street", "they are on", "off 3", "get off", "cover me", "cover us 2 girls",
        "recover 482913", "one", "onn", "of", "", "help", "ON OFF", "cover 482913 now", "stop", "on 48291", "on 4829134"})
    void anything_else_is_a_report(String written) {
        assertEquals(Optional.empty(), DutyWord.read(written));
    }

    @Property
    void a_longer_text_is_never_a_word_about_a_shift(@ForAll("words") String before, @ForAll("words") String after) {
        assertEquals(Optional.empty(), DutyWord.read(before + " on " + after));
        assertEquals(Optional.empty(), DutyWord.read(before + " off " + after));
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> words() {
        return net.jqwik.api.Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').ofMinLength(1).ofMaxLength(12);
    }
}
