package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A friend who saw it and agreed to be told hears "received" and "somebody has it", each once, in a shop's words. */
class WitnessStory {

    private static final String NUMBER = "+12025550160";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_witness_who_agreed_is_told_that_it_came_and_that_somebody_has_it_each_once_and_nothing_else() {
        enrol(ReplyMode.COVER, Set.of("may_be_told"));
        witness().texts("7");
        house.waits(ofMinutes(3));
        assertEquals(1, witness().received().size());

        house.phoneOf("Rosa").takes();
        assertEquals(1, witness().received().size(), "not at once, which would look like a machine");
        house.waits(ofMinutes(3));

        assertEquals(2, witness().received().size());
        assertTrue(taken().contains(witness().lastReceived()), witness().lastReceived());
        house.phoneOf("Rosa").texts("BACK " + house.phoneOf("Rosa").lastDispatch().code());
        house.phoneOf("Amir").takes();
        house.waits(ofMinutes(14));
        assertEquals(2, witness().received().size());
        assertEquals(1, house.kindsOfAll().stream().filter("witness_told"::equals).count());
    }

    @Test
    void without_her_consent_or_when_she_reports_for_herself_she_is_not_told() {
        enrol(ReplyMode.COVER, Set.of("contact_back"));
        house.page().enrols(chosen("Maly", ReplyMode.COVER, Set.of("may_be_told")), Optional.empty(), "+12025550161");
        witness().texts("7");
        house.phoneOf("Rosa").takes();
        house.phone("+12025550161").texts("6 medicine");
        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(6));

        assertEquals(1, witness().received().size());
        assertEquals(1, house.phone("+12025550161").received().size());
        assertEquals(0, house.kindsOfAll().stream().filter(kind -> kind.startsWith("witness")).count());
    }

    @Test
    void a_grave_text_after_it_means_that_the_phone_is_seized_and_nothing_more_goes_there() {
        enrol(ReplyMode.COVER, Set.of("may_be_told"));
        witness().texts("7");
        house.waits(ofMinutes(3));
        house.phoneOf("Rosa").takes();
        witness().texts("1");
        house.phoneOf("Rosa").takes();

        house.waits(ofMinutes(6));

        assertEquals(1, witness().received().size());
        assertEquals(1, house.kindsOfAll().stream().filter("witness_not_told"::equals).count());
    }

    @Test
    void who_chose_silence_is_never_told_and_at_night_nobody_is() {
        enrol(ReplyMode.SILENT, Set.of("may_be_told"));
        house.page().enrols(chosen("Maly", ReplyMode.COVER, Set.of("may_be_told")), Optional.empty(), "+12025550161");
        house.clock.turn(ofHours(8));
        witness().texts("7");
        house.phone("+12025550161").texts("7");
        house.waits(ofMinutes(1));
        house.alerts().forEach(alert -> house.phoneOf("Rosa").texts("TAKE " + house.phoneOf("Rosa").everythingAsked().stream()
                .filter(asked -> asked.alert().equals(alert.alert().number().toString())).findFirst().orElseThrow().code()));

        house.waits(ofMinutes(6));

        witness().receivedNothing();
        house.phone("+12025550161").receivedNothing();
    }

    @Test
    void if_it_is_handed_back_before_she_is_told_she_is_told_once_somebody_has_it_again() {
        enrol(ReplyMode.PLAIN, Set.of("may_be_told"));
        witness().texts("7");
        house.waits(ofMinutes(3));
        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("BACK " + house.phoneOf("Rosa").lastDispatch().code());
        house.waits(ofMinutes(4));
        assertEquals(1, witness().received().size());

        house.phoneOf("Amir").takes();
        house.waits(ofMinutes(4));

        assertEquals(2, witness().received().size());
        assertTrue(taken().contains(witness().lastReceived()), "a shop's words, also for her who chose plain ones");
    }

    private void enrol(ReplyMode mode, Set<String> consents) {
        house.page().enrols(chosen("Srey", mode, consents), Optional.empty(), NUMBER);
    }

    private static Enrolments.Chosen chosen(String alias, ReplyMode mode, Set<String> consents) {
        return new Enrolments.Chosen(alias, new Wishes(mode, Language.EN, false, false, false), consents, null);
    }

    private Phone witness() {
        return house.phone(NUMBER);
    }

    private List<String> taken() {
        return house.house().phrases().list(Language.EN, "taken.cover");
    }
}
