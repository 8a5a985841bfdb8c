package gateway.stories;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gateway.TestHouse;
import gateway.duty.OfferState;
import gateway.safety.Forced;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two houses to which the same happens, but that one phone is forced in the second: by a code it hears the same about its shifts, however often. */
class PretendedShiftStory {

    @RegisterExtension
    final TestHouse ordinary = new TestHouse(Night::withAmir);
    @RegisterExtension
    final TestHouse doubted = new TestHouse(Night::withAmir);

    @Test
    void the_code_of_an_offer_sounds_the_same_however_often_it_is_texted() {
        Stream.of(ordinary, doubted).forEach(house -> {
            begins(house);
            house.phoneOf("Lina").texts("OFF");
        });
        forces("Amir");

        hearsTheSame("Amir", "(?s).*COVER (\\d{6}).*", "BACK CODE", "COVER CODE", "COVER CODE", "BACK CODE", "BACK CODE", "COVER CODE");

        assertEquals(List.of(), doubted.roster("Peers").covers());
        assertEquals(OfferState.OPEN, doubted.database(tx -> doubted.house().duty().offers(tx)).getFirst().state());
    }

    @Test
    void the_code_of_a_promise_sounds_the_same_however_often_it_is_texted() {
        Stream.of(ordinary, doubted).forEach(PretendedShiftStory::begins);
        forces("Lina");

        hearsTheSame("Lina", "(?s).*ON (\\d{6}).*", "ON CODE", "ON CODE", "ON CODE", "ON");
    }

    private static void begins(TestHouse house) {
        house.turn();
        house.reporter().texts("1");
        house.turn();
    }

    private void forces(String alias) {
        doubted.database(tx -> Forced.by(tx, doubted.house().safetyTimers(), doubted.member(alias), doubted.theAlert(), doubted.clock.instant()));
    }

    private void hearsTheSame(String alias, String asked, String... texts) {
        var usual = played(ordinary, alias, asked, texts);
        assertEquals(usual, played(doubted, alias, asked, texts));
        assertNotEquals(List.of(), usual.getFirst());
    }

    private static List<List<String>> played(TestHouse house, String alias, String asked, String... texts) {
        var phone = house.phoneOf(alias);
        var code = phone.received().stream().filter(words -> words.matches(asked)).toList().getLast().replaceFirst(asked, "$1");
        var told = new ArrayList<List<String>>();
        for (var text : texts) {
            var before = phone.received().size();
            phone.textsOnly(text.replace("CODE", code));
            house.sends();
            told.add(phone.received().stream().skip(before).map(words -> words.replace(code, "CODE")).toList());
            house.clock.turn(ofSeconds(61));
        }
        return told;
    }
}
