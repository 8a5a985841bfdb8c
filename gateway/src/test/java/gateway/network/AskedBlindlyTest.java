package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gateway.phone.PhoneNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Whom nobody could ask is found when a file is written, by the policy that would ask her. */
class AskedBlindlyTest {

    private static final BiPredicate<String, PhoneNumber> NOBODY = (alias, phone) -> false;
    private static final String SOUND = NetworkFileTest.SOUND;

    @Test
    void a_member_whose_phone_nobody_knows_to_be_hers_may_stand_in_no_step_and_in_no_last_resort() {
        assertEquals(List.of(
                "line 18: \"Street\" asks Rosa by its step 1 for peer-advocate, roster Peers, and nobody knows that the phone is "
                        + "hers; allowed are members with \"verified: true\", or who verified it by a code before",
                "line 18: \"Street\" asks nobody by its step 1 for peer-advocate; allowed is one with rosters on which somebody "
                        + "has a verified phone",
                "line 18: \"Street\" asks Rosa by its last resort, roster Peers, and nobody knows that the phone is hers; allowed "
                        + "are members with \"verified: true\", or who verified it by a code before",
                "line 18: \"Street\" asks nobody by its last resort; allowed is one with rosters on which somebody has a verified "
                        + "phone"), faults(SOUND.replace("verified: true", "verified: false"), NOBODY));
    }

    @Test
    void one_among_others_is_named_and_the_step_is_not_empty() {
        assertEquals(List.of(true, true), faults(SOUND.replace("      - { member: Rosa", "      - { member: Noon, days: [sat], from: "
                + "\"00:00\", to: \"00:00\" }\n                  - { member: Rosa".replace("                  ", "      ")), NOBODY).stream()
                .map(fault -> fault.contains("asks Noon")).toList());
    }

    @Test
    void whoever_verified_her_phone_by_a_code_before_may_be_asked_whatever_the_file_says_but_not_on_another_number() {
        var file = SOUND.replace("verified: true", "verified: false");

        assertEquals(List.of(), faults(file, (alias, phone) -> alias.equals("Rosa") && phone.e164().endsWith("0111")));
        assertEquals(4, faults(file.replace("+12025550111", "+12025550119"),
                (alias, phone) -> alias.equals("Rosa") && phone.e164().endsWith("0111")).size());
    }

    @Test
    void a_policy_that_ends_nowhere_and_a_roster_without_anybody_are_refused() {
        assertEquals(List.of("line 18: \"last-resort\" is missing"), faults(SOUND.replace("    last-resort: Peers\n", ""), NOBODY));
        assertEquals(List.of("line 15: \"shifts\" is empty; one or more are wanted"), faults(SOUND.replace("""
                    shifts:
                      - { member: Rosa, days: [mon, fri], from: "22:00", to: "06:00" }
                """, "    shifts: []\n"), NOBODY).stream().limit(1).toList());
    }

    @Test
    void the_example_loads_as_it_is() throws Exception {
        assertEquals(List.of(), faults(Files.readString(Path.of("config/network.example.yaml")), NOBODY));
    }

    private static List<String> faults(String file, BiPredicate<String, PhoneNumber> proven) {
        return switch (NetworkFile.read(file, FictionNumbers.ALLOWED, Optional.of(new AskedBlindly(proven)))) {
            case NetworkReading.Sound _ -> List.of();
            case NetworkReading.Faulty(var faults) -> faults.stream().map(Fault::toString).toList();
        };
    }
}
