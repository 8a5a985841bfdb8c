package gateway.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which ways of writing a number nobody uses for a code. */
class NumberShapesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9.30              | CLOCK 0-4
            at 9:30 am        | CLOCK 3-7
            4,000             | THOUSANDS 0-5
            1.000.000         | THOUSANDS 0-9
            ៤,០០០             | THOUSANDS 0-5
            2.5 kg            | DECIMAL 0-3
            $5                | PRICE 0-2
            5 $               | PRICE 0-3
            ៥៛                | PRICE 0-2
            20%               | PRICE 0-3
            (2/2) and so on   | PART 1-4
            30/11/2026        | PART 0-10
            2-3               | RANGE 0-3
            2–3 girls         | RANGE 0-3
            43+10             | SUM 0-5
            43 + 10           | SUM 0-7
            #4                | LIST_MARK 0-2
            1) milk 2) rice   | PART 0-2, PART 8-10
            """)
    void no_code_is_written_so(String words, String shapes) {
        assertEquals(shapes, shapesIn(words));
    }

    @ParameterizedTest
    @CsvSource({"1", "1 2", "1.2", "1.2.3", "111", "1!!", "6 girls", "1 - girls", "1) wat phnom", "b4", "x5", "1: help", "2. police",
        "១", "#sos", "*2#"})
    void a_code_may_be_written_so(String words) {
        assertEquals("", shapesIn(words));
    }

    private static String shapesIn(String words) {
        return String.join(", ", List.copyOf(NumberShapes.in(words).values()).stream()
                .map(shape -> shape.kind() + " " + shape.from() + "-" + shape.to()).toList());
    }
}
