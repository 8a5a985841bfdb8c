package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Timeline.Told;
import gateway.contact.Card;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.entry.AlertEntry;
import gateway.entry.AskingEntry;
import gateway.entry.ReportEntry;
import gateway.entry.SpeakingEntry;
import gateway.entry.TimelineEntry;
import gateway.member.BarReason;
import gateway.phone.Language;
import gateway.roster.Discipline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One long alert in which everything happens, and the proof that no kind of entry could be left out unnoticed. */
class EveryKindStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void without_any_one_kind_of_entry_the_timeline_no_longer_tells_what_is_stored() {
        everythingHappens();

        var alert = house.theAlert();
        var told = house.database(tx -> house.house().timeline(tx, alert));
        var whole = TimelineFold.of(told);
        assertEquals(StoredState.of(house, alert, whole), whole);
        for (var kind : kinds(told)) {
            var without = told.stream().filter(entry -> !entry.entry().getClass().equals(kind)).toList();
            assertNotEquals(whole, foldOrContradiction(without), "without " + kind.getSimpleName());
        }
    }

    @Test
    void every_kind_there_is_happens_in_this_story_or_in_its_other_half() {
        everythingHappens();

        var seen = new HashSet<>(kinds(house.database(tx -> house.house().timeline(tx, house.theAlert()))));
        // An alert has one cover reply at most: it was sent here, and is withheld in CoverReplyStory.
        seen.add(SpeakingEntry.ReplyWithheld.class);
        // Two alerts are needed: they are merged in MergingStory. After an erasure nothing can be read: ErasingTest.
        seen.addAll(Set.of(AlertEntry.MergedInto.class, AlertEntry.MergedFrom.class, AlertEntry.Unmerged.class,
                AlertEntry.Erased.class));
        // Who reports for herself is no witness: that is WitnessStory.
        seen.addAll(Set.of(SpeakingEntry.WitnessTold.class, SpeakingEntry.WitnessNotTold.class));
        // Nobody may have it for long, and a phone outside be listed: that is OutsideStory.
        seen.addAll(Set.of(AskingEntry.OutsideRung.class, AskingEntry.OutsideHeard.class));
        // This one came from a stranger's phone; one from a member's is in MemberDistressStory.
        seen.add(ReportEntry.FromMember.class);
        // A hotline has a menu, as here, or is busy at once and calls back: that is CallBackStory.
        seen.add(SpeakingEntry.CalledBack.class);
        // No word was agreed with her: that is SafeWordStory.
        seen.add(ReportEntry.AskedAfresh.class);
        // Nobody's code is replaced any more; old timelines hold it still.
        seen.add(AskingEntry.CodeReplaced.class);
        var all = TimelineEntry.kinds().collect(Collectors.toSet());

        assertEquals(all, seen);
    }

    private void everythingHappens() {
        var rosa = house.phoneOf("Rosa");
        var amir = house.phoneOf("Amir");
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.COVER, Language.KM, false, false, false), Set.of(),
                "lotus"), Optional.of(new Card("ARV", "", "", true)), "+12025550160");
        house.carrier().answers(house.phoneOf("Lina").number(), FakeAnswer.refuse(21211));
        house.reporter().texts("6 medicine");
        house.page().ringsBack("Noon");
        house.phoneOf("Noon").answers().presses("5");
        house.reportersDialled().getFirst().isAnswered().hangsUp();
        house.waits(ofMinutes(3));
        rosa.texts("not tonight");
        rosa.texts("PASS " + rosa.lastDispatch().code());
        amir.takes();
        house.waits(ofMinutes(16));
        house.phoneOf("Noon").doesNotAnswer("no-answer");
        house.waits(ofMinutes(1));
        amir.takes();
        amir.texts("HERE " + amir.lastDispatch().code());
        amir.rings().presses("*").presses(amir.lastDispatch().code()).presses("4").presses("3").dialled().isAnswered()
                .presses("1").hangsUp();
        amir.texts("IN 30");
        amir.texts("OUT " + amir.lastDispatch().code());
        amir.texts("IN 5");
        house.waits(ofMinutes(6));
        house.page().does("Noon", (tx, alert, noon) ->
                assertTrue(house.house().clear(tx, alert, house.member("Amir"), noon.id(), "spoken with him")));
        amir.texts("MORE " + amir.lastDispatch().code() + " 2");
        house.waits(ofMinutes(1));
        house.phoneOf("Noon").takes();
        house.phoneOf("Noon").texts("BACK " + house.phoneOf("Noon").lastDispatch().code());
        house.reporter().rings().presses("0").dialled().isAnswered().presses("1");
        house.reporter().texts("3 prey speu #lotus");
        house.reporter().texts("9");
        house.waits(ofMinutes(6));
        amir.takes();
        amir.texts("BACK " + amir.lastDispatch().code());
        house.phoneOf("Noon").takes();
        house.phoneOf("Noon").texts("DONE " + house.phoneOf("Noon").lastDispatch().code() + " 1");
        house.reporter().texts("STOP");
        house.reporter().texts("what shall i do");
        house.reporter().texts("zxqwv blorp");
        house.reporter().texts("toul kork");
        house.page().does("Noon", (tx, alert, noon) -> house.house().proposals(tx, alert).forEach(proposal ->
                house.house().decide(tx, alert, proposal, false, noon)));
        house.page().does("Noon", (tx, alert, noon) -> house.house().code(tx, alert,
                house.house().unread(tx, alert).getFirst().report(), "money", noon.id()));
        house.page().notes("Noon", "her sister rang");
        house.page().reveals("Noon", "to ring her sister");
        house.page().opensCard("Noon", "her medicine");
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she has it"));
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_vouched"), "out"));
        house.page().does("Noon", (tx, alert, noon) -> house.house().reopen(tx, alert, noon.id(), "taken again"));
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().escalate(tx, alert, Discipline.PEER_ADVOCATE, noon.id()));
        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), true, "taken again"));
        house.page().ringsBack("Noon");
        house.database(tx -> house.house().losingPhone(tx, house.member("Amir"), BarReason.LOST, "coordinator"));
        house.turn();
        house.waits(ofMinutes(10));
        var noons = house.phoneOf("Noon").lastDispatch().code();
        house.phoneOf("Noon").texts("TAKE " + noons);
        house.phoneOf("Noon").texts("DONE " + noons + " 1");
        house.waits(ofMinutes(1));
        house.phoneOf("Noon").texts("HERE " + noons);
        house.page().standsBeside("Peers", "Noon", ofMinutes(1));
        house.waits(ofMinutes(32));
        rosa.takes();
        house.waits(ofMinutes(1));
        rosa.texts("HERE " + rosa.lastDispatch().code());
    }

    private static HashSet<Class<?>> kinds(List<Told> told) {
        return told.stream().map(entry -> entry.entry().getClass()).collect(Collectors.toCollection(HashSet::new));
    }

    private static Object foldOrContradiction(List<Told> told) {
        try {
            return TimelineFold.of(told);
        } catch (TimelineFold.Contradiction found) {
            return found;
        }
    }
}
