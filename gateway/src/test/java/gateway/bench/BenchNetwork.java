package gateway.bench;

import java.util.List;

/**
 * A network of 1,008 responders: 24 rosters of 42, each responder with four hours a week, so that one of each roster is
 * always on call. An alert of code 2 asks two peers and one of legal aid. All numbers are reserved for fiction.
 */
final class BenchNetwork {

    static final int ROSTERS = 24;
    static final int RESPONDERS = ROSTERS * 42;
    static final int HOTLINES = 11;
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int BLOCK_HOURS = 4;

    private BenchNetwork() {}

    /** The hotlines' numbers stand in area 201, the members' in the areas from 202 on, strangers' after those. */
    static String hotline(int hotline) {
        return "+12015550%d".formatted(100 + hotline);
    }

    static String number(int n) {
        return "+1%d55501%02d".formatted(202 + n / 100, n % 100);
    }

    static String yaml() {
        var yaml = new StringBuilder("time-zone: Asia/Phnom_Penh\nmembers:\n");
        for (var member = 0; member <= RESPONDERS; member++) {
            yaml.append("  - { alias: M%d, phone: \"%s\", verified: true, language: en, roles: [%s] }\n".formatted(member,
                    number(member), member == RESPONDERS ? "coordinator, responder" : "responder"));
        }
        yaml.append("rosters:\n");
        for (var roster = 0; roster < ROSTERS; roster++) {
            roster(yaml, roster);
        }
        yaml.append("  - name: Coordinators\n    discipline: coordinator\n    shifts:\n");
        yaml.append("      - { member: M%d, days: [%s], from: \"00:00\", to: \"00:00\" }\n".formatted(RESPONDERS,
                String.join(", ", DAYS)));
        yaml.append("policies:\n");
        for (var hotline = 0; hotline < HOTLINES; hotline++) {
            yaml.append("  - name: P%d\n    steps:\n      - { ask: [R%d, R%d], wait: 12h }\n    last-resort: Coordinators\n"
                    .formatted(hotline, 2 * hotline, 2 * hotline + 1));
            yaml.append("    legal-aid:\n      - { ask: [R%d], wait: 12h }\n".formatted(2 * HOTLINES + hotline % 2));
        }
        yaml.append("hotlines:\n");
        for (var hotline = 0; hotline < HOTLINES; hotline++) {
            yaml.append("  - { name: H%d, number: \"%s\", languages: [km, en], answer: silent, policy: P%d }\n"
                    .formatted(hotline, hotline(hotline), hotline));
        }
        return yaml.toString();
    }

    private static void roster(StringBuilder yaml, int roster) {
        yaml.append("  - name: R%d\n    discipline: %s\n    shifts:\n".formatted(roster,
                roster < 2 * HOTLINES ? "peer-advocate" : "legal-aid"));
        for (var turn = 0; turn < RESPONDERS / ROSTERS; turn++) {
            var from = turn % 6 * BLOCK_HOURS;
            yaml.append("      - { member: M%d, days: [%s], from: \"%02d:00\", to: \"%02d:00\" }\n".formatted(
                    roster * 42 + turn, DAYS.get(turn / 6), from, (from + BLOCK_HOURS) % 24));
        }
    }
}
