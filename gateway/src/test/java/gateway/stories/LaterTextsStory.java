package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.Deciding;
import gateway.alert.Proposal;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a reporter writes later is shown to whoever has the alert, and what it names is for a human to confirm. */
class LaterTextsStory {

    private static final Predicate<String> NOTICE = words -> words.contains("new text");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void the_first_later_text_is_told_at_once_and_the_rest_in_one_text_composed_when_it_goes() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var number = house.theAlert().alert().number();

        house.reporter().texts("6 she is ill");
        assertEquals(List.of("K " + number + ": new text C6 14:10. See the page."), noticesTo("Rosa"));
        house.waits(ofMinutes(1));
        house.reporter().texts("they are shouting");
        house.waits(ofMinutes(2));
        house.reporter().texts("5 they want money");
        house.waits(ofSeconds(60));
        house.reporter().texts("0");
        house.waits(ofSeconds(30));
        assertEquals(1, noticesTo("Rosa").size());
        house.waits(ofSeconds(31));

        assertEquals(List.of("K " + number + ": 3 new texts, C5, 14:11-14:14. See the page."),
                noticesTo("Rosa").subList(1, 2));
        house.waits(ofMinutes(6));
        assertEquals(2, noticesTo("Rosa").size());
        assertEquals(List.of(), noticesTo("Noon"));
    }

    @Test
    void while_nobody_has_it_the_next_dispatch_tells_and_whoever_takes_it_is_told_of_the_rest_once() {
        house.reporter().texts("1");
        house.waits(ofMinutes(1));
        house.reporter().texts("5 money");
        house.reporter().texts("6 medicine");
        assertEquals(List.of(), noticesTo("Rosa"));
        house.waits(ofMinutes(5));
        assertEquals("14:10", house.phoneOf("Amir").lastDispatch().time(), "of the first grave report");

        house.phoneOf("Rosa").takes();
        assertEquals(1, noticesTo("Rosa").size());
        assertTrue(noticesTo("Rosa").getFirst().contains("2 new texts, C5, 14:11-14:11"), noticesTo("Rosa").toString());
        house.waits(ofMinutes(6));

        assertEquals(1, noticesTo("Rosa").size());
        assertEquals(List.of(), noticesTo("Amir"));
    }

    @Test
    void who_is_asked_again_after_a_text_is_told_by_that_and_not_a_second_time() {
        house.reporter().texts("1");
        house.waits(ofMinutes(1));
        house.reporter().texts("6 medicine");
        house.waits(ofMinutes(1));
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().escalate(tx, alert, gateway.roster.Discipline.PEER_ADVOCATE, noon.id()));

        house.phoneOf("Amir").takes();

        assertEquals(List.of(), noticesTo("Amir"));
        assertEquals("14:10", house.phoneOf("Amir").lastDispatch().time(), "of the first grave report");
    }

    @Test
    void another_place_is_proposed_and_is_the_alerts_only_once_a_human_confirms_it() {
        house.reporter().texts("7 daun penh");
        house.reporter().texts("0 toul kork");
        house.reporter().texts("0 toul kork");
        assertEquals(1, proposals().size());
        assertEquals(Proposal.Kind.PLACE, proposals().getFirst().kind());
        assertEquals("TK", proposals().getFirst().what());
        assertEquals("DP", house.theAlert().alert().area());

        house.page().does("Noon", (tx, alert, noon) -> assertEquals(Deciding.Result.DECIDED,
                house.house().decide(tx, alert, house.house().proposals(tx, alert).getFirst(), true, noon)));

        assertEquals("TK", house.theAlert().alert().area());
        assertEquals(List.of(), proposals());
    }

    @Test
    void a_stage_stands_on_the_arrestee_only_once_a_human_confirms_it() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("they brought her to prey speu");
        assertEquals(List.of("social_affairs"), proposals().stream().map(Proposal::what).toList());
        assertEquals(List.of("none"), stages());

        confirms("Noon", Proposal.Kind.STAGE, Deciding.Result.DECIDED);

        assertEquals(List.of("social_affairs"), stages());
        house.reporter().texts("3 still here");
        assertEquals(List.of(), proposals());
    }

    @Test
    void a_harm_and_a_need_are_proposed_and_a_declined_one_changes_nothing() {
        house.reporter().texts("1");
        house.reporter().texts("5 they want money");
        house.reporter().texts("5 more money");
        house.reporter().texts("6 medicine");
        assertEquals(List.of("extortion", "unspecified"), proposals().stream().map(Proposal::what).sorted().toList());

        house.page().does("Noon", (tx, alert, noon) -> house.house().proposals(tx, alert).forEach(proposal ->
                assertEquals(Deciding.Result.DECIDED, house.house().decide(tx, alert, proposal, false, noon))));

        assertEquals(List.of(), proposals());
        assertEquals(List.of("none"), stages());
    }

    @Test
    void more_people_become_arrestees_once_a_human_confirms_it() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("I am at the police station with Lina, 4 girls still inside");

        confirms("Noon", Proposal.Kind.PEOPLE, Deciding.Result.DECIDED);

        assertEquals(4, stages().size());
    }

    @Test
    void a_proposal_is_decided_once() {
        house.reporter().texts("6 daun penh");
        house.reporter().texts("6 toul kork");
        var proposal = proposals().stream().filter(one -> one.kind() == Proposal.Kind.PLACE).findFirst().orElseThrow();

        house.page().does("Noon", (tx, alert, noon) -> {
            assertEquals(Deciding.Result.DECIDED, house.house().decide(tx, alert, proposal, true, noon));
            assertEquals(Deciding.Result.DECIDED_ALREADY, house.house().decide(tx, alert, proposal, false, noon));
        });

        assertEquals("TK", house.theAlert().alert().area());
    }

    @Test
    void safe_from_somebody_with_whom_no_word_was_agreed_is_proposed_as_unconfirmed_and_ends_nothing_even_confirmed() {
        house.reporter().texts("6");
        house.phoneOf("Rosa").takes();
        house.reporter().texts("8");

        house.page().does("Noon", (tx, alert, noon) -> {
            var proposal = house.house().proposals(tx, alert).getFirst();
            assertEquals(Proposal.NONE_AGREED, proposal.what());
            assertEquals(Deciding.Result.DECIDED, house.house().decide(tx, alert, proposal, true, noon));
        });

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals("need", house.theAlert().alert().code());
    }

    @Test
    void of_a_place_only_its_area_is_kept() {
        house.reporter().texts("1 wat phnom");

        assertEquals("DP", house.theAlert().alert().area());
        var rows = house.database(tx -> tx.query("SELECT alert::text || arrestee::text AS everything FROM alert, arrestee",
                row -> row.text("everything")));
        assertFalse(rows.toString().toLowerCase(java.util.Locale.ROOT).contains("wat"), rows.toString());
        var columns = house.database(tx -> tx.query(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'alert'", row -> row.text("column_name")));
        assertTrue(columns.contains("area"));
        assertTrue(columns.contains("custody_places"), "places of custody alone, which a helper may have excluded");
        assertTrue(columns.stream().filter(name -> !name.equals("custody_places")).noneMatch(name -> name.contains("place") || name.contains("point") && !name.equals("contact_point_id")
                || name.contains("lat")), columns.toString());
    }

    /** Five thousand generated texts, in nine scripts and with every word that could mean an end. */
    @Test
    void nothing_from_the_alerts_own_number_lowers_it() {
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
        var code = house.phoneOf("Rosa").lastDispatch().code();
        var random = new Random(20260302);
        var words = List.of("STOP", "END", "CANCEL", "8", "៨", "safe", "free", "TAKE " + code, "DONE " + code, "BACK " + code,
                "PASS " + code, "HERE " + code, "false alarm", "wrong number", "បញ្ឈប់", "សុវត្ថិភាព", "ខុសលេខ", "ok", "resolved",
                "９", "0", "៩", "\u202e8", "8\u0000", "", "HELP", "QUIT", "i am out", "<script>", "'; DROP TABLE alert;--", "👮",
                "នៅ", "ปลอดภัย", "ຍົກເລີກ", "ဘေးကင်း", "안전", "آمن", "सुरक्षित", "безопасно", "安全", "an toàn", "8 lotus",
                "toul kork", "meanchey", "#lotus", "6", "5", "7", "2", "3", "4");

        for (var i = 0; i < 5_000; i++) {
            house.hears(house.reporter().number(), words.get(random.nextInt(words.size()))
                    + (random.nextBoolean() ? " " + words.get(random.nextInt(words.size())) : ""));
        }

        var alert = house.theAlert();
        assertFalse(alert.state() == AlertState.RESOLVED);
        assertTrue(List.of("taken", "silent").contains(alert.alert().code()), alert.alert().code());
        assertEquals(List.of("none"), house.database(tx -> house.house().arrestees(tx, alert)).stream()
                .map(arrestee -> arrestee.outcome() == null ? "none" : arrestee.outcome()).distinct().toList());
        house.reporter().receivedNothing();
    }

    private void confirms(String alias, Proposal.Kind kind, Deciding.Result result) {
        house.page().does(alias, (tx, alert, member) -> assertEquals(List.of(result), house.house().proposals(tx, alert).stream()
                .filter(proposal -> proposal.kind() == kind)
                .map(proposal -> house.house().decide(tx, alert, proposal, true, member)).toList()));
    }

    private List<String> stages() {
        return house.database(tx -> house.house().arrestees(tx, house.theAlert())).stream()
                .map(arrestee -> arrestee.stage() == null ? "none" : arrestee.stage()).toList();
    }

    private List<Proposal> proposals() {
        return house.database(tx -> house.house().proposals(tx, house.theAlert()));
    }

    private List<String> noticesTo(String alias) {
        return house.phoneOf(alias).received().stream().filter(NOTICE).toList();
    }
}
