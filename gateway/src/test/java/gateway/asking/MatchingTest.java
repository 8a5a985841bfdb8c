package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.asking.Matching.Need;
import gateway.asking.Matching.Regard;
import gateway.asking.StepPlan.Candidate;
import gateway.codebook.Code;
import gateway.entry.AskingEntry.Skipped;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Quiet;
import gateway.member.Role;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final Need PREY_SPEU = new Need("PC", Set.of("prey-speu"), "vi", true);

    private static final Candidate ROSA = candidate(1);
    private static final Candidate AMIR = candidate(2);
    private static final Candidate LINA = candidate(3);
    private static final List<Candidate> ALL = List.of(ROSA, AMIR, LINA);

    @Test
    void first_who_can_be_there_then_who_speaks_the_language_then_who_was_asked_least_lately() {
        assertEquals(List.of(LINA, ROSA, AMIR), asked(Map.of(
                ROSA, regard(Set.of(), Set.of(), Set.of(), 5, 0),
                AMIR, regard(Set.of("vi"), Set.of("DP"), Set.of(), 9, 0),
                LINA, regard(Set.of(), Set.of("PC", "DP"), Set.of(), 1, 0))));
        assertEquals(List.of(AMIR, LINA, ROSA), asked(Map.of(
                ROSA, regard(Set.of("km"), Set.of(), Set.of(), 9, 0),
                AMIR, regard(Set.of("vi", "km"), Set.of(), Set.of(), 1, 0),
                LINA, regard(Set.of(), Set.of(), Set.of(), 1, 0))));
        assertEquals(List.of(LINA, AMIR, ROSA), asked(Map.of(
                ROSA, regard(Set.of(), Set.of(), Set.of(), 1, 0),
                AMIR, regard(Set.of(), Set.of(), Set.of(), 2, 0))));
    }

    @Test
    void where_nothing_is_known_of_the_alert_only_how_lately_each_was_asked_counts() {
        var regards = Map.of(ROSA, regard(Set.of("vi"), Set.of("PC"), Set.of("PC", "prey-speu"), 1, 0),
                AMIR, regard(Set.of("km"), Set.of("DP"), Set.of(), 2, 0), LINA, regard(Set.of(), Set.of(), Set.of(), 3, 0));

        assertEquals(List.of(LINA, AMIR, ROSA), matching(new Need(null, Set.of(), null, true), regards).among(ALL).asked());
        assertEquals(ALL, matching(new Need(null, Set.of(), null, true), Map.of()).among(ALL).asked());
    }

    @Test
    void whoever_is_asked_is_from_then_on_the_last_and_nothing_else_of_her_changes() {
        var regards = Map.of(ROSA, regard(Set.of(), Set.of(), Set.of(), 1, 0), AMIR, regard(Set.of(), Set.of(), Set.of(), 2, 0),
                LINA, regard(Set.of(), Set.of(), Set.of("prey-speu"), 3, 0));

        var after = matching(PREY_SPEU, regards).after(Map.of(LINA.member().id(), NOON, AMIR.member().id(), NOON.minusSeconds(1)));

        assertEquals(List.of(ROSA, AMIR), after.among(ALL).asked());
        assertEquals(List.of(ROSA, AMIR, LINA), after.ordered(ALL));
    }

    @Test
    void a_missed_call_and_what_was_not_understood_are_grave_and_a_digit_only_where_the_book_says_so() {
        assertTrue(Need.isGrave(code("?", false)));
        assertTrue(Need.isGrave(code("M", false)));
        assertTrue(Need.isGrave(code("1", true)));
        assertFalse(Need.isGrave(code("7", false)));
    }

    private static Code code(String mark, boolean grave) {
        return new Code(mark, "some", 5, grave, false, Set.of(), false, false, false, false, null, null, null);
    }

    @Test
    void who_would_not_go_there_is_left_alone_while_others_are_there_and_the_reason_tells_nothing() {
        var regards = Map.of(ROSA, regard(Set.of(), Set.of("PC"), Set.of("prey-speu"), 9, 0),
                AMIR, regard(Set.of(), Set.of(), Set.of("PC"), 9, 0), LINA, regard(Set.of(), Set.of("DP"), Set.of("DP"), 1, 0));

        var choice = matching(PREY_SPEU, regards).among(ALL);

        assertEquals(List.of(LINA), choice.asked());
        assertEquals(List.of(skipped(ROSA, "others-first"), skipped(AMIR, "others-first")), choice.passedOver());
        assertEquals(List.of(ROSA, AMIR), matching(PREY_SPEU, regards).among(List.of(ROSA, AMIR)).asked());
    }

    @Test
    void a_third_alert_in_a_night_is_asked_of_who_has_slept_and_of_everybody_when_nobody_has() {
        var regards = Map.of(ROSA, regard(Set.of(), Set.of("PC"), Set.of(), 1, 2),
                AMIR, regard(Set.of(), Set.of(), Set.of(), 1, 1), LINA, regard(Set.of(), Set.of(), Set.of(), 1, 3));

        var choice = matching(PREY_SPEU, regards).among(ALL);

        assertEquals(List.of(AMIR), choice.asked());
        assertEquals(List.of(skipped(ROSA, "asked-twice"), skipped(LINA, "asked-twice")), choice.passedOver());
        assertEquals(List.of(ROSA, LINA), matching(PREY_SPEU, regards).among(List.of(ROSA, LINA)).asked());
    }

    @Test
    void who_is_tired_is_asked_before_who_would_not_go_there() {
        var regards = Map.of(ROSA, regard(Set.of(), Set.of(), Set.of(), 1, 2),
                AMIR, regard(Set.of(), Set.of(), Set.of("PC"), 1, 0), LINA, regard(Set.of(), Set.of(), Set.of("PC"), 1, 2));

        assertEquals(List.of(ROSA), matching(PREY_SPEU, regards).among(ALL).asked());
        assertEquals(List.of(AMIR), matching(PREY_SPEU, regards).among(List.of(AMIR, LINA)).asked());
    }

    /** Whatever is known of whomever: somebody is asked, nobody is lost, and each rule holds while it can. */
    @Property(tries = 2000)
    void nobody_on_call_is_ever_left_unasked_for_want_of_a_match(@ForAll("regards") List<Regard> known) {
        var regards = new HashMap<Candidate, Regard>();
        for (var i = 0; i < known.size(); i++) {
            regards.put(candidate(i + 1), known.get(i));
        }
        var choice = matching(PREY_SPEU, regards).among(regards.keySet());
        var asked = choice.asked().stream().map(regards::get).toList();

        assertTrue(!choice.asked().isEmpty());
        var everybody = new HashSet<>(choice.asked().stream().map(one -> one.member().id()).toList());
        choice.passedOver().forEach(one -> assertTrue(everybody.add(one.member())));
        assertEquals(regards.size(), everybody.size());
        if (known.stream().anyMatch(MatchingTest::isWilling)) {
            assertTrue(asked.stream().allMatch(MatchingTest::isWilling));
        }
        if (known.stream().anyMatch(one -> isWilling(one) && one.tonight() < 2)) {
            assertTrue(asked.stream().allMatch(one -> one.tonight() < 2));
        }
        for (var i = 1; i < asked.size(); i++) {
            assertTrue(weight(asked.get(i - 1)).compareTo(weight(asked.get(i))) <= 0, () -> asked.toString());
        }
    }

    @Provide
    Arbitrary<List<Regard>> regards() {
        var languages = Arbitraries.of("vi", "km").set().ofMaxSize(2);
        var areas = Arbitraries.of("PC", "DP").set().ofMaxSize(2);
        var notThere = Arbitraries.of("PC", "DP", "prey-speu").set().ofMaxSize(2);
        return Combinators.combine(languages, areas, notThere, Arbitraries.integers().between(1, 9),
                Arbitraries.integers().between(0, 4)).as(MatchingTest::regard).list().ofMinSize(1).ofMaxSize(8);
    }

    private static boolean isWilling(Regard regard) {
        return !regard.choices().notThere().contains("PC") && !regard.choices().notThere().contains("prey-speu");
    }

    /** As one string that is smaller the sooner somebody is asked. */
    private static String weight(Regard regard) {
        return said(regard.choices().areas(), "PC") + said(regard.choices().languages(), "vi") + regard.askedAt();
    }

    private static String said(Set<String> said, String wanted) {
        return said.contains(wanted) ? "a" : said.isEmpty() ? "b" : "c";
    }

    private static List<Candidate> asked(Map<Candidate, Regard> regards) {
        return matching(PREY_SPEU, regards).among(ALL).asked();
    }

    private static Matching matching(Need need, Map<Candidate, Regard> regards) {
        var byMember = new HashMap<MemberId, Regard>();
        regards.forEach((candidate, regard) -> byMember.put(candidate.member().id(), regard));
        return new Matching(need, byMember);
    }

    private static Regard regard(Set<String> languages, Set<String> areas, Set<String> notThere, int hoursAgo, int tonight) {
        return new Regard(new Choices(Quiet.NEVER, null, languages, areas, notThere, ""), NOON.minusSeconds(hoursAgo * 3600L),
                true, tonight);
    }

    private static Skipped skipped(Candidate who, String why) {
        return new Skipped(who.member().id(), why);
    }

    private static Candidate candidate(int number) {
        return new Candidate(new Member(new MemberId(new UUID(6, number)), "M" + number,
                new PhoneNumber("+1202555011" + number), true, Language.EN, Set.of(Role.RESPONDER), Set.of()), ZoneOffset.UTC);
    }
}
