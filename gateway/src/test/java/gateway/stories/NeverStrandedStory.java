package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.member.BarReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is edited and whoever answers, no open alert is left with nothing due; each run has a seed of its own, and tells it. */
class NeverStrandedStory {

    /** More by {@code -Dstranded.edits=1000}. */
    private static final int EDITS = Integer.getInteger("stranded.edits", 300);

    private static final List<String> PEOPLE = List.of("Rosa", "Amir", "Lina", "Mina", "Vuthy", "Ines", "Noon");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    @RegisterExtension
    final TestHouse house = new TestHouse(BesideStory::withOthers);

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void random_edits_of_people_phones_shifts_covers_and_policies_strand_no_open_alert() {
        System.out.println(EDITS + " edits: seed " + seed);
        house.hears("+12025550150", "1");
        house.hears("+12025550151", "3");
        house.hears("+12025550152", "4");
        house.turn();
        house.phoneOf("Rosa").takes();
        house.phoneOf("Lina").takes();
        var edits = new ArrayList<String>();

        for (var edit = 1; edit <= EDITS; edit++) {
            if (edit % 100 == 0) {
                edits.add("phone of " + losesAPhone());
            } else {
                house.load(network());
            }
            if (edit % 5 == 0) {
                house.clock.turn(Duration.ofSeconds(random.nextInt(900)));
            }
            house.attends();
            assertEquals(List.of(), stranded(), "after edit " + edit + " of seed " + seed + ", " + edits);
        }

        assertEquals(3, house.alerts().size());
        assertTrue(house.kindsOfAll().stream().filter("step_asked"::equals).count() > EDITS / 50, "the ladders went on climbing");
    }

    @Test
    void over_random_replies_and_silences_every_open_alert_has_a_live_lease_or_a_future_moment() {
        System.out.println("replies and silences: seed " + seed);
        house.hears("+12025550150", "2 daun penh");
        house.hears("+12025550151", "4");
        house.turn();

        for (var moment = 1; moment <= 60; moment++) {
            var who = house.phoneOf(PEOPLE.get(random.nextInt(PEOPLE.size())));
            if (random.nextInt(3) == 0 || who.dispatches().isEmpty()) {
                house.clock.turn(Duration.ofSeconds(random.nextInt(600)));
                house.turn();
            } else {
                var asked = who.everythingAsked();
                who.texts(one("TAKE", "TAKE", "PASS", "BACK", "HERE", "DONE", "MORE", "LAW", "MED", "LANG") + " "
                        + asked.get(asked.size() - 1 - random.nextInt(Math.min(2, asked.size()))).code());
            }
            assertEquals(List.of(), stranded(), "at moment " + moment + " of seed " + seed);
        }
    }

    /** Open alerts of which a ladder has nothing due, something overdue, a failed turn, or a holder who cannot be asked. */
    private List<String> stranded() {
        return house.database(tx -> tx.query("""
                SELECT alert.number || ' ' || coalesce(string_agg(ladder.discipline || ' ' || ladder.state || ' '
                       || coalesce(ladder.due_at::text, 'never'), ', '), 'no ladder') AS which
                  FROM alert
                  LEFT JOIN ladder ON ladder.alert_id = alert.id
                  LEFT JOIN member ON member.id = ladder.holder_id
                 WHERE alert.resolved_at IS NULL
                   AND (ladder.id IS NULL OR ladder.due_at IS NULL OR ladder.due_at <= $1 OR ladder.failures > 0
                        OR ladder.due_at > $1::timestamptz + interval '1 day'
                        OR member.retired_at IS NOT NULL
                        OR EXISTS (SELECT FROM barred_phone WHERE number_index = member.phone_index))
                 GROUP BY alert.number
                """, row -> row.text("which"), house.clock.instant()));
    }

    private String losesAPhone() {
        var member = house.database(tx -> PEOPLE.stream().flatMap(alias -> house.house().member(tx, alias).stream()).toList());
        var whose = member.get(random.nextInt(member.size()));
        house.database(tx -> house.house().losingPhone(tx, whose, BarReason.LOST, "coordinator"));
        return whose.alias();
    }

    /** A network as chance makes it: some people have left, some have another phone, some none; all that is named is there. */
    private String network() {
        var people = new ArrayList<>(PEOPLE);
        Collections.shuffle(people, random);
        var here = people.subList(0, 1 + random.nextInt(PEOPLE.size()));
        var phones = IntStream.range(111, 125).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(phones, random);
        var rosters = new ArrayList<>(List.of("Peers", "Backup", "Legal aid", "Medics", "Coordinators"));
        Collections.shuffle(rosters, random);
        var kept = rosters.subList(0, 1 + random.nextInt(rosters.size()));
        var yaml = new StringBuilder("time-zone: Asia/Phnom_Penh\nmembers:\n");
        for (var i = 0; i < here.size(); i++) {
            var phone = random.nextInt(6) == 0 ? "" : "phone: \"+12025550" + phones.get(i) + "\", verified: "
                    + (random.nextInt(4) > 0) + ", ";
            yaml.append("  - { alias: ").append(here.get(i)).append(", ").append(phone).append("language: en, roles: [")
                    .append(one("responder", "coordinator", "coordinator, responder")).append("] }\n");
        }
        yaml.append("rosters:\n");
        for (var roster : kept) {
            yaml.append("  - name: ").append(roster).append("\n    discipline: ").append(one("peer-advocate", "legal-aid"))
                    .append("\n    shifts:\n      - { member: ").append(one(here)).append(", days: [").append(one(DAYS))
                    .append(", mon], from: \"").append(hour()).append("\", to: \"").append(hour()).append("\" }\n");
            if (random.nextBoolean()) {
                yaml.append("    covers:\n      - { add: ").append(one(here)).append(", from: \"2026-03-0").append(1 + random.nextInt(5))
                        .append(" 08:00\", to: \"2026-03-0").append(6 + random.nextInt(3)).append(" 08:00\" }\n");
            }
        }
        yaml.append("policies:\n  - name: Street\n    steps:\n");
        steps(yaml, kept, here);
        for (var beside : List.of("legal-aid", "medical-link", "interpreter")) {
            if (random.nextBoolean()) {
                yaml.append("    ").append(beside).append(":\n");
                steps(yaml, kept, here);
            }
        }
        return yaml.append("    rounds: ").append(1 + random.nextInt(3)).append("\n    last-resort: ").append(one(kept))
                .append("\nhotlines:\n  - { name: Phnom Penh line, number: \"+12025550100\", languages: [km, en], answer: silent, "
                        + "policy: Street }\n").toString();
    }

    private void steps(StringBuilder yaml, List<String> rosters, List<String> here) {
        for (var i = 0; i <= random.nextInt(3); i++) {
            yaml.append("      - { ask: [").append(one(rosters)).append(random.nextBoolean() ? ", " + one(here) : "")
                    .append("], wait: ").append(30 + random.nextInt(600)).append("s, rounds: ").append(1 + random.nextInt(3))
                    .append(" }\n");
        }
    }

    private String hour() {
        return "%02d:00".formatted(random.nextInt(24));
    }

    private String one(String... of) {
        return one(List.of(of));
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
