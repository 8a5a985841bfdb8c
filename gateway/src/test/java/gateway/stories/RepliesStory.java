package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.entry.AlertEntry;
import gateway.entry.ReportEntry;
import gateway.roster.Discipline;
import gateway.stories.Phone.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replies as people write them, through the whole house: what is done, what is kept, and how she is answered. */
class RepliesStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private int reporters = 120;

    @Test
    void take_all_with_one_code_of_a_digest_takes_what_it_told_and_still_asks_and_is_answered_in_one_text() {
        var alone = asked("6");
        var digest = digestOf(5);
        rosa().texts("PASS " + digest.getLast().code());
        house.waits(ofMinutes(1));
        var before = rosa().received().size();

        rosa().texts("take all " + digest.get(1).code() + ", im close by");

        for (var taken : digest.subList(0, 4)) {
            assertTrue(isRosas(taken), taken.toString());
            assertEquals(List.of("im close by"), notes(taken), taken.toString());
        }
        assertTrue(!isRosas(digest.getLast()), "she had passed it");
        assertTrue(!isRosas(alone), "another text told of it");
        var answers = rosa().received().subList(before, rosa().received().size());
        assertEquals(1, answers.size(), answers.toString());
        digest.subList(0, 4).forEach(taken -> assertTrue(answers.getFirst().contains(taken.alert() + " " + taken.code()), answers.toString()));
    }

    @Test
    void take_with_several_codes_takes_each_of_them_and_no_other_and_each_is_answered() {
        var digest = digestOf(4);
        var before = rosa().received().size();

        rosa().texts("ok TAKE " + digest.get(0).code() + " and " + digest.get(2).code() + " on my way");

        assertEquals(List.of(true, false, true, false), digest.stream().map(this::isRosas).toList());
        assertEquals(List.of("ok and on my way"), notes(digest.getFirst()));
        var answers = rosa().received().subList(before, rosa().received().size());
        assertEquals(2, answers.size(), answers.toString());
        for (var taken : List.of(digest.get(0), digest.get(2))) {
            assertTrue(answers.stream().anyMatch(text -> text.startsWith("K " + taken.alert() + " is yours. HERE " + taken.code())), answers.toString());
        }
        rosa().texts("TAKE ALL " + digest.get(1).code());
        assertTrue(digest.stream().allMatch(this::isRosas), "the rest of the digest");
    }

    @Test
    void take_with_the_name_of_another_member_takes_for_nobody_and_is_asked_back() {
        house.reporter().texts("1");
        var code = rosa().lastDispatch().code();

        for (var words : List.of("TAKE " + code + " Lina", "take " + code + " for lina pls")) {
            rosa().texts(words);
            assertTrue(rosa().lastReceived().contains("TAKE " + code), rosa().lastReceived());
            assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isEmpty(), words);
        }
        rosa().texts("TAKE " + code + " Rosa, with Lina");
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void a_pass_with_an_hour_in_any_writing_lasts_until_then() {
        var wrong = new ArrayList<String>();
        for (var row : List.of("till 6|06:00", "til 6|06:00", "until 6am|06:00", "till 6.30|06:30", "not before 7 pm|19:00", "until 06:00, kid sick|06:00",
                "for 2 hours|17:27", "after 6|06:00", "till six|06:00", "till 6 in the morning|06:00", "untill 6|06:00", "till tomorrow 6|06:00")) {
            var said = row.split("\\|");
            var one = asked("6");

            rosa().texts("PASS " + one.code() + " " + said[0]);

            if (!rosa().lastReceived().contains("you are not before " + said[1])) {
                wrong.add(said[0] + ": " + rosa().lastReceived());
            }
            isOver(one);
        }
        assertEquals(List.of(), wrong);
    }

    private record Row(String text, boolean has, String then) {}

    private static Row asked(String text, String then) {
        return new Row(text, false, then);
    }

    /** CODE is hers, NUMBER the alert's. */
    private static final List<Row> ROWS = List.of(
            asked("TAKE (CODE)", "take"), asked("\"TAKE CODE\"", "take"), asked("“TakeCODE”", "take"), asked("take,CODE", "take"),
            asked("CODE take", "take"), asked("Re: TAKE CODE", "take"), asked("I'll take CODE", "take"),
            asked("ok take CODE on my way", "take, and 'ok on my way' kept"), asked("TKAE CODE", "take"), asked("TAKE code CODE", "take"),
            asked("TAKE K NUMBER CODE", "take"), asked("tov CODE", "take"), asked("CODE", "asked back"),
            asked("K NUMBER C6 14:10. TAKE CODE or PASS CODE", "asked back"), asked("take", "asked back"),
            asked("I cant take CODE", "asked which"), asked("TAKE CODE?", "asked which"), asked("TAKE 111111", "wrong code"),
            asked("ok thx on my way", "words"), asked("thank you", "words"), asked("cannot tonight my kid is sick", "words"),
            asked("no", "words"), asked("👍", "words"), asked("I'm driving right now, I'll see your message later", "automatic"),
            asked("Sorry, I can't talk right now.", "automatic"), asked("PASS CODE till 6", "pass"),
            asked("let Lina take CODE", "asked which, words kept"), asked("CODE too far for me to take", "asked which, words kept"),
            asked("In 20 min I am there, take CODE", "asked which, words kept"), asked("I am driving. TAKE CODE", "taken"),
            new Row("in 10 min I call you CODE", true, "station"), new Row("out with friends CODE", true, "station"),
            new Row("will be back in an hour CODE", true, "asked which of hers"), new Row("OUT soon, pass CODE", true, "asked which of hers"),
            asked("I m driving and police arrested me at wat phnom help", "report"), asked("Auto reply from Mali help me they arrested me", "report"),
            new Row("I am at the police station with Lina, 2 girls still inside", true, "note with proposals"),
            new Row("LAW 5 girls", true, "asked back"), new Row("DONE CODE all ok free", true, "proposal"), new Row("STOP", true, "nothing"),
            asked("1", "report"), asked("polis chab knhom", "report"));

    @Test
    void each_reply_does_what_it_means_and_no_more() {
        var wrong = new ArrayList<String>();
        for (var row : ROWS) {
            var one = asked("6");
            if (row.has) {
                rosa().texts("TAKE " + one.code());
            }
            var before = rosa().received().size();
            var alerts = house.alerts().size();

            rosa().texts(row.text.replace("CODE", one.code()).replace("NUMBER", one.alert()));

            var found = isAsWanted(row, one, rosa().received().subList(before, rosa().received().size()), house.alerts().size() - alerts);
            if (!found) {
                wrong.add(row + " but " + rosa().received().subList(before, rosa().received().size()) + notes(one) + house.kinds(alert(one)));
            }
            house.alerts().stream().filter(open -> !open.state().name().equals("RESOLVED")).toList().forEach(this::resolve);
        }
        assertEquals(List.of(), wrong, ROWS.size() + " rows");
    }

    private boolean isAsWanted(Row row, Asked one, List<String> answers, int opened) {
        var answer = answers.isEmpty() ? "" : answers.getFirst();
        var unchanged = isRosas(one) == row.has && opened == 0;
        return switch (row.then) {
            case "take" -> isRosas(one) && notes(one).isEmpty() && opened == 0;
            case "take, and 'ok on my way' kept" -> isRosas(one) && notes(one).equals(List.of("ok on my way")) && opened == 0;
            case "asked back" -> unchanged && answer.contains(row.has ? "LAW " + one.code() : "TAKE " + one.code());
            case "asked which" -> unchanged && answer.contains("TAKE " + one.code() + ", PASS " + one.code());
            case "asked which, words kept" -> unchanged && answer.contains("TAKE " + one.code() + ", PASS " + one.code())
                    && notes(one).equals(List.of(row.text.replace("CODE", "").strip().replaceAll("[, ]+$", "")));
            case "asked which of hers" -> unchanged && answer.contains("HERE " + one.code() + ", BACK " + one.code());
            case "station" -> unchanged && answer.contains("IN 30 " + one.code() + ", OUT " + one.code());
            case "taken" -> isRosas(one) && opened == 0;
            case "wrong code" -> unchanged && answer.equals("That code is wrong. Nothing was changed.") && takes(one);
            case "words" -> unchanged && notes(one).equals(List.of(row.text)) && answer.contains("TAKE " + one.code())
                    && answer.contains("PASS " + one.code()) && takes(one);
            case "automatic" -> unchanged && notes(one).equals(List.of(row.text)) && answers.isEmpty();
            case "pass" -> opened == 0 && answer.contains("not before 06:00") && house.kinds(alert(one)).contains("passed");
            case "note with proposals" -> unchanged && notes(one).equals(List.of(row.text)) && house.kinds(alert(one)).contains("proposed");
            case "proposal" -> unchanged && house.kinds(alert(one)).contains("done_proposed");
            case "nothing" -> unchanged;
            case "report" -> opened == 1 && house.kindsOfAll().contains("from_member");
            default -> throw new IllegalArgumentException(row.then);
        };
    }

    private boolean takes(Asked one) {
        rosa().texts("TAKE " + one.code());
        return isRosas(one);
    }

    /** Somebody else reports; Rosa is asked at once. */
    private Asked asked(String words) {
        house.clock.turn(ofMinutes(11));
        house.phone("+120255501" + reporters++ % 100).texts(words);
        return rosa().lastDispatch();
    }

    /** One text tells her of so many. */
    private List<Asked> digestOf(int alerts) {
        asked("6");
        for (var i = 0; i < alerts; i++) {
            house.phone("+120255501" + reporters++ % 100).textsOnly("6");
        }
        house.waits(ofMinutes(1));
        var digest = Phone.asked(rosa().digests().getLast());
        assertEquals(alerts, digest.size(), rosa().received().toString());
        return digest;
    }

    private void isOver(Asked one) {
        resolve(alert(one));
    }

    private void resolve(LockedAlert open) {
        house.database(tx -> {
            house.house().resolve(tx, open, house.member("Noon").id(), Collections.nCopies(house.house().arrestees(tx, open).size(),
                    "released_no_payment"), "");
            return tx;
        });
    }

    private LockedAlert alert(Asked one) {
        return house.alerts().stream().filter(alert -> alert.alert().number().toString().equals(one.alert())).findFirst().orElseThrow();
    }

    private boolean isRosas(Asked one) {
        return alert(one).ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id());
    }

    private List<String> notes(Asked one) {
        return house.database(tx -> house.house().timeline(tx, alert(one))).stream().flatMap(told -> switch (told.entry()) {
            case AlertEntry.Noted(var words) -> Stream.of(words);
            case ReportEntry.MemberTexted(var _, var _, var words) -> Stream.of(words);
            default -> Stream.<String>empty();
        }).toList();
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }
}
