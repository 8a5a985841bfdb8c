package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gateway.badhouse.Open;
import gateway.badhouse.OpenBehindAText;
import gateway.phone.PhoneNumber;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not leak cannot be printed: a record prints neither its secrets nor numbers nor anybody's words. */
class MaskingTest {

    private static final Pattern MUST_NOT_LEAK =
            Pattern.compile("token|password|key|secret|number|words|sender|e164|superuser|owner|runner|written|reason");

    /** Records whose name for something harmless reads like a secret's. */
    private static final Map<String, String> HARMLESS = Map.of(
            "gateway.console.alerts.AlertCard.number", "an alert's number",
            "gateway.console.alerts.AlertDetails.number", "an alert's number",
            "gateway.console.alerts.CardPage.number", "an alert's number",
            "gateway.console.people.MemberDetails$Asked.number", "an alert's number",
            "gateway.console.alerts.RevealPage.number", "an alert's number",
            "gateway.console.frame.PageNotice.key", "which phrase",
            "gateway.ManagementDoor$Answer.words", "our own, of health and counts",
            "gateway.watch.Verdict.reason", "our own, of health");

    @Test
    void no_record_prints_its_secrets() throws URISyntaxException {
        assertEquals(List.of(), records().filter(MaskingTest::leaks).map(Class::getName).sorted().toList());
    }

    @Test
    void a_phone_number_shows_its_last_digits_only() {
        assertEquals("…0199", new PhoneNumber(Samples.NUMBER).toString());
    }

    @Test
    void every_harmless_name_is_still_there() throws URISyntaxException {
        var all = records().flatMap(type -> Arrays.stream(type.getRecordComponents())).map(MaskingTest::name).toList();

        HARMLESS.keySet().forEach(name -> assertTrue(all.contains(name), name));
    }

    @Test
    void a_record_that_prints_its_secret_is_found() {
        assertTrue(leaks(Open.class));
        assertTrue(leaks(OpenBehindAText.class));
    }

    /** By a sample of it, in which every secret is a canary. */
    private static boolean leaks(Class<?> type) {
        if (Arrays.stream(type.getRecordComponents()).noneMatch(MaskingTest::mustNotLeak)) {
            return false;
        }
        var printed = new Samples(MaskingTest::mustNotLeak).of(type).toString();
        return printed.contains(Samples.CANARY) || printed.contains(Samples.NUMBER);
    }

    private static boolean mustNotLeak(RecordComponent component) {
        var holdsText = Set.of(String.class, char[].class, byte[].class).contains(component.getType())
                || component.getGenericType().getTypeName().contains("<java.lang.String");
        return holdsText && MUST_NOT_LEAK.matcher(component.getName().toLowerCase(Locale.ROOT)).find()
                && !HARMLESS.containsKey(name(component));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getName() + "." + component.getName();
    }

    private static Stream<Class<?>> records() throws URISyntaxException {
        var folder = Path.of(Gateway.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return new ClassFileImporter().importPath(folder.resolve("gateway")).stream()
                .filter(JavaClass::isRecord).map(JavaClass::reflect);
    }
}
