package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The police have the phone an alert came from, and write from it whatever they like: what frightened people text, what
 * responders text, with the very codes that are alive, words by which carriers fall silent, in nine scripts.
 */
class NothingLowersStory {

    private static final int TEXTS = 5_000;
    private static final String HERS = "+12025550160";
    private static final List<String> PHRASES = List.of("8", "8 mango", "safe", "I am safe", "free", "all ok", "STOP", "CANCEL",
            "END", "HELP", "no", "sorry wrong number", "false alarm", "6", "0", "7", "9", "1", "5 5", "#papaya 6", "#lotus 8", "8 8 8",
            "DONE", "resolved", "close 1", "thank you", "test", "tuol kouk", "2 phnom penh", "😀", "🆘", "",
            "ខ្ញុំសុខសប្បាយ", "សូមអរគុណ", "ឈប់", "សុវត្ថិភាព", "ปลอดภัยแล้ว", "ຂ້ອຍປອດໄພ", "ငါ ဘေးကင်းတယ်", "tôi an toàn", "我没事了", "안전해요",
            "я в безопасности", "أنا بخير", "मैं सुरक्षित हूँ");

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    private record Standing(int gravity, boolean resolved, int ladders, int ended, int steps, boolean seized, int endings,
            boolean silenceAsked) {}

    @Test
    void no_text_from_the_alerts_own_phone_lowers_it() {
        var plain = new Wishes(ReplyMode.PLAIN, Language.EN, false, true, true);
        house.page().enrols(new Enrolments.Chosen("Srey", plain, Set.of(), "lotus"), Optional.empty(), HERS);
        house.page().enrols(new Enrolments.Chosen("Chan", plain, Set.of(), "papaya"), Optional.empty(), "+12025550161");
        house.phone(HERS).texts("5 tuol kouk");
        house.phoneOf("Rosa").takes();
        var code = house.phoneOf("Rosa").lastDispatch().code();
        var number = house.theAlert().alert().number().toString();
        var random = new Random(20);
        var before = standing();

        for (var i = 0; i < TEXTS; i++) {
            var words = words(random, code, number);
            house.takesIn(HERS, words);

            var after = standing();
            assertTrue(isNoLower(before, after), () -> "after \"" + words + "\"");
            before = after;
        }

        assertEquals(TEXTS + 1, house.database(tx -> tx.queryOne("SELECT count(*) AS count FROM report",
                row -> row.count("count"))).orElseThrow());
        house.phone(HERS).receivedNothing();
    }

    /** The rule bites: it is run on what is lower in each way. */
    @Test
    void what_is_lower_would_be_found() {
        var high = new Standing(1, false, 2, 0, 3, true, 0, true);

        assertTrue(isNoLower(high, high));
        for (var low : List.of(new Standing(2, false, 2, 0, 3, true, 0, true), new Standing(1, true, 2, 0, 3, true, 0, true),
                new Standing(1, false, 1, 0, 3, true, 0, true), new Standing(1, false, 2, 1, 3, true, 0, true),
                new Standing(1, false, 2, 0, 2, true, 0, true), new Standing(1, false, 2, 0, 3, false, 0, true),
                new Standing(1, false, 2, 0, 3, true, 1, true), new Standing(1, false, 2, 0, 3, true, 0, false))) {
            assertNotEquals(high, low);
            assertEquals(false, isNoLower(high, low), low.toString());
        }
    }

    private static boolean isNoLower(Standing before, Standing after) {
        return after.gravity <= before.gravity && !after.resolved && after.ladders >= before.ladders && after.ended == 0
                && after.steps >= before.steps && (after.seized || !before.seized) && after.endings == 0
                && (after.silenceAsked || !before.silenceAsked);
    }

    private Standing standing() {
        return house.database(tx -> tx.queryOne("""
                SELECT alert.code, resolved_at, silence_asked, presumed_seized,
                       (SELECT count(*) FROM ladder WHERE alert_id = alert.id) AS ladders,
                       (SELECT count(*) FROM ladder WHERE alert_id = alert.id AND state = 'ended') AS ended,
                       (SELECT coalesce(sum(step), 0) FROM ladder WHERE alert_id = alert.id) AS steps,
                       (SELECT count(*) FROM arrestee WHERE alert_id = alert.id AND outcome IS NOT NULL) AS endings
                  FROM alert
                  JOIN contact_point ON contact_point.id = alert.contact_point_id
                """, row -> new Standing(house.gravity(row.text("code")), row.momentIfAny("resolved_at").isPresent(),
                (int) row.count("ladders"), (int) row.count("ended"), (int) row.count("steps"), row.flag("presumed_seized"),
                (int) row.count("endings"), row.flag("silence_asked")))).orElseThrow();
    }

    private static String words(Random random, String code, String number) {
        var phrase = PHRASES.get(random.nextInt(PHRASES.size()));
        return switch (random.nextInt(6)) {
            case 0 -> phrase;
            case 1 -> List.of("DONE", "BACK", "PASS", "TAKE", "HERE").get(random.nextInt(5)) + " " + code + " " + phrase;
            case 2 -> phrase + " " + PHRASES.get(random.nextInt(PHRASES.size()));
            case 3 -> phrase + " " + number;
            case 4 -> Integer.toString(random.nextInt(10));
            default -> random.ints(random.nextInt(1, 40), 1, 0x3000).filter(Character::isDefined)
                    .mapToObj(Character::toString).reduce("", String::concat);
        };
    }
}
