package gateway.stories;

import static gateway.alert.Deciding.Result.DECIDED;
import static gateway.alert.Deciding.Result.NOT_TO_BE_CONFIRMED;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gateway.TestHouse;
import gateway.alert.AlertNumber;
import gateway.alert.Deciding;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.member.BarReason;
import gateway.safety.Forced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a phone proposes that may be with the police is a note: nobody can confirm it, and it keeps nobody from saying the same. */
class DoubtedProposalStory {

    private static final String MOVED = "they brought her to prey speu";

    @RegisterExtension
    final TestHouse house = new TestHouse().withoutFolding();

    private AlertNumber number;

    @Test
    void what_a_phone_presumed_seized_proposes_is_never_confirmed_also_once_the_phone_is_back() {
        opens("1");
        house.reporter().texts("3 prey speu");

        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Noon"));
        assertNull(stage());
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she rang her sister"));
        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Noon"));
        assertNull(stage());

        assertEquals(DECIDED, decides("Noon", false));
        assertEquals(List.of(), proposals());
    }

    @Test
    void a_phone_that_becomes_doubtful_later_takes_what_it_has_proposed_with_it() {
        opens("6 daun penh");
        house.reporter().texts("6 toul kork");
        house.reporter().texts("2");

        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Noon", Proposal.Kind.PLACE));
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she rang her sister"));
        assertEquals(DECIDED, confirms("Noon", Proposal.Kind.PLACE), "the words came before");
    }

    @Test
    void what_a_members_phone_proposes_is_confirmed_by_a_coordinator_alone_who_is_not_she() {
        rosaHasOneAndAmirWasAsked();
        house.phoneOf("Rosa").texts(MOVED);

        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Rosa"));
        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Amir"));
        assertEquals(DECIDED, confirms("Noon"));
        assertEquals("social_affairs", stage());
    }

    /** Each way of being in doubt, before she writes and after it. */
    @ParameterizedTest
    @ValueSource(strings = {"lost", "overdue", "forced", "seized"})
    void nobody_confirms_what_a_members_phone_in_doubt_proposes(String why) {
        rosaHasOneAndAmirWasAsked();
        house.phoneOf("Rosa").texts("2 girls still inside");
        rosaIs(why);
        house.phoneOf("Rosa").texts(MOVED);

        assertEquals(List.of(true, true), proposals().stream().map(Proposal::doubted).toList());
        assertEquals(NOT_TO_BE_CONFIRMED, confirms("Noon"));
    }

    @Test
    void what_a_phone_in_doubt_has_named_keeps_nobody_from_proposing_the_same() {
        rosaHasOneAndAmirWasAsked();
        rosaIs("overdue");
        house.phoneOf("Rosa").texts(MOVED);
        house.phoneOf("Rosa").texts(MOVED);
        house.phoneOf("Amir").texts(MOVED);

        assertEquals(List.of(false, true), proposals().stream().map(Proposal::doubted).sorted().toList());
        var sound = proposals().stream().filter(proposal -> !proposal.doubted()).findFirst().orElseThrow();
        assertEquals(DECIDED, house.database(tx -> house.house().decide(tx, alert(), sound, true, house.member("Noon"))));
    }

    private void rosaIs(String why) {
        var rosa = house.member("Rosa");
        var alert = alert();
        var now = house.clock.instant();
        if (why.equals("seized")) {
            // Her number as that of somebody who reports.
            house.hears(rosa.phone().e164(), "1");
            return;
        }
        house.database(tx -> switch (why) {
            case "lost" -> house.house().losingPhone(tx, rosa, BarReason.LOST, "Noon");
            case "overdue" -> Forced.late(tx, house.house().safetyTimers(), rosa, alert, now);
            default -> Forced.by(tx, house.house().safetyTimers(), rosa, alert, now);
        });
    }

    private void rosaHasOneAndAmirWasAsked() {
        opens("1");
        house.waits(ofMinutes(6));
        house.phoneOf("Rosa").takes();
    }

    private void opens(String words) {
        house.reporter().texts(words);
        number = house.theAlert().alert().number();
    }

    private LockedAlert alert() {
        return house.alert(number);
    }

    private List<Proposal> proposals() {
        return house.database(tx -> house.house().proposals(tx, alert()));
    }

    private String stage() {
        return house.database(tx -> house.house().arrestees(tx, alert())).getFirst().stage();
    }

    private Deciding.Result confirms(String alias, Proposal.Kind kind) {
        var proposal = proposals().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        var member = house.member(alias);
        var alert = alert();
        return house.database(tx -> house.house().decide(tx, alert, proposal, true, member));
    }

    private Deciding.Result confirms(String alias) {
        return decides(alias, true);
    }

    private Deciding.Result decides(String alias, boolean confirmed) {
        var member = house.member(alias);
        return house.database(tx -> {
            var alert = alert();
            return house.house().decide(tx, alert, house.house().proposals(tx, alert).getFirst(), confirmed, member);
        });
    }
}
