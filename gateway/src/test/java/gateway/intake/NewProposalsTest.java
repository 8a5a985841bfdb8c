package gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.alert.Arrestee;
import gateway.codebook.Reading;
import gateway.contact.ContactPointId;
import gateway.pack.TestPack;
import gateway.reading.Guess;
import gateway.reading.Understood;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewProposalsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");

    @ParameterizedTest(name = "in {0} with {1} held, a text of {2} and {3}: {4}")
    @CsvSource(nullValues = "-", value = {
        "DP, 1, -,  0,   ''",
        "DP, 1, DP, 0,   ''",
        "DP, 1, TK, 0,   'place TK instead of DP'",
        "-,  1, TK, 0,   ''",
        "-,  1, -,  1,   ''",
        "-,  1, -,  3,   'people 3 instead of 1'",
        "-,  3, -,  3,   ''",
        "-,  5, -,  3,   ''",
        "-,  1, -,  500, 'people 50 instead of 1'",
        "DP, 1, TK, 4,   'place TK instead of DP, people 4 instead of 1'",
    })
    void another_place_and_more_people_are_proposed(String known, int held, String area, int people, String proposed) {
        var codebook = TestPack.PHNOM_PENH.codebook();
        var alert = new Alert(new AlertId(new UUID(1, 1)), new AlertNumber("4731"), null, new ContactPointId(new UUID(1, 2)),
                "taken", "pack", known, NOW, NOW, NOW, null, null, null, false);
        var understood = new Understood(new Reading.Unclear(codebook.unclear(), null, ""), area, "", people, "", null, "", false, gateway.codebook.Grounds.NONE, java.util.Set.of());

        assertEquals(proposed, NewProposals.of(alert, understood, IntStream.rangeClosed(1, held)
                .mapToObj(ordinal -> new Arrestee(new UUID(2, ordinal), ordinal, null, null)).toList()).stream()
                .map(one -> one.kind().word() + " " + one.what() + " instead of " + one.insteadOf())
                .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest(name = "{0}, while she is at {1}: {2}")
    @CsvSource(nullValues = "-", value = {
        "1, -,              'stage arrested'",
        "2, arrested,       'stage police_custody'",
        "2, police_custody, ''",
        "3, police_custody, 'stage social_affairs'",
        "4, -,              'harm unspecified_violence'",
        "5, -,              'harm extortion'",
        "6, -,              'need unspecified'",
        "9, -,              ''",
        "0, -,              ''",
    })
    void what_a_code_tells_of_is_proposed_in_the_packs_words(String digit, String stage, String proposed) {
        var codebook = TestPack.PHNOM_PENH.codebook();
        var alert = new Alert(new AlertId(new UUID(1, 1)), new AlertNumber("4731"), null, new ContactPointId(new UUID(1, 2)),
                "taken", "pack", null, NOW, NOW, NOW, null, null, null, false);
        var understood = new Understood(codebook.read(digit), null, "", 0, "", null, "", false, gateway.codebook.Grounds.NONE, java.util.Set.of());

        assertEquals(proposed, NewProposals.of(alert, understood, List.of(new Arrestee(new UUID(2, 1), 1, stage, null))).stream()
                .map(one -> one.kind().word() + " " + one.what()).collect(Collectors.joining(", ")));
    }

    @Test
    void a_guess_comes_back_as_it_was_sealed() {
        var guess = new Guess("taken", "chab", "DP", "wat phnom", 3, "3 nak");
        var nothing = new Guess(null, "", null, "", 0, "");

        assertEquals(guess, Guess.read(guess.written()));
        assertEquals(nothing, Guess.read(nothing.written()));
    }
}
