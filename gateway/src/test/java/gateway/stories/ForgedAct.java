package gateway.stories;

import gateway.TestHouse;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Something that is done with a member's number by whoever forges it: a text, or a ring with keys. He knows no living code and
 * no PIN.
 *
 * @param keys empty for a text
 */
record ForgedAct(String alias, String words, List<String> keys) {

    private static final List<String> COMMANDS = List.of("TAKE", "PASS", "HERE", "BACK", "DONE", "MORE", "LAW", "MED", "LANG", "NOTE",
            "ON", "OFF", "COVER", "IN", "OUT", "TAKE ALL", "SWAP", "STOP", "START", "UNSTOP", "HELP", "END", "CANCEL", "QUIT", "tov", "ot");
    private static final List<String> PROSE = List.of("ok thx on my way", "thank you", "no", "can't talk right now", "cannot tonight my kid is sick",
            "I'm driving right now, I'll see your message later", "everything is fine now", "she is free", "all safe", "close it please",
            "at the police station, 2 girls inside", "who is this?", "do not call me any more", "dont text me", "wrong number", "got it",
            "I have it", "on my way", "out now", "we are out", "i am inside", "lost my phone", "new number soon", "From: To: Body", "👍", "", "៨");
    private static final List<String> REPORTS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "1 police wat phnom", "2 daun penh", "8 safe",
            "polis chab knhom", "they hurt me", "help me", "i am arrested", "silence", "9 9", "1 x3", "5 girls", "3 7 makara");
    private static final List<String> KEYS = List.of("*", "0", "1", "2", "3", "5", "8", "9", "#", "1111#", "0000#", "123456#", "654321#", "");

    static ForgedAct any(Random random, List<String> aliases) {
        var alias = one(random, aliases);
        if (random.nextInt(6) > 0) {
            return new ForgedAct(alias, anyWords(random), List.of());
        }
        return new ForgedAct(alias, "", random.ints(1 + random.nextInt(5), 0, KEYS.size())
                .mapToObj(index -> random.nextBoolean() && index > 8 ? "*" : KEYS.get(index)).toList());
    }

    static String anyWords(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> one(random, PROSE);
            case 2, 3 -> one(random, REPORTS);
            case 4 -> one(random, COMMANDS) + " " + one(random, PROSE);
            case 5 -> one(random, COMMANDS) + " " + code(random) + " " + one(random, PROSE);
            case 6 -> one(random, COMMANDS) + " " + (1 + random.nextInt(300));
            case 7, 8 -> one(random, COMMANDS) + " " + code(random);
            // A word alone is what anybody tries first.
            default -> one(random, COMMANDS);
        };
    }

    private static String code(Random random) {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private static <T> T one(Random random, List<T> those) {
        return those.get(random.nextInt(those.size()));
    }

    /** A text comes in behind the carrier's door, which looks at no words; a ring goes through it. */
    void on(TestHouse house, Map<String, String> numbers) {
        var number = numbers.get(alias);
        if (keys.isEmpty()) {
            house.hears(number, words);
            return;
        }
        var call = house.carrier().call(number, TestHouse.HOTLINE);
        for (var pressed : keys) {
            if (call.state() == FakeCall.State.WAITS_FOR_KEYS) {
                call.presses(pressed);
            }
        }
        if (call.state() != FakeCall.State.OVER) {
            call.hangsUp();
        }
    }
}
