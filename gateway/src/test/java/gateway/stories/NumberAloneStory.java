package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.roster.Discipline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever forges members' numbers, but knows no living code and no PIN, takes nothing away: random sequences of every word,
 * ring and key, after each of which all that stood before must still stand.
 */
class NumberAloneStory {

    private static final int SEQUENCES = Integer.getInteger("sequences", 50);
    /** The loops turn after so many; what stands is looked at after each. */
    private static final int BETWEEN_TURNS = 20;
    private static final int MOST_ALERTS = 4;
    private static final List<String> EVERYBODY = List.of("Rosa", "Amir", "Lina", "Noon");
    private static final String PIN = "4821";
    private static final String DURESS = "9035";

    private final long seed = Long.getLong("sequences.seed", new Random().nextLong());

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private LockedAlert held;

    @BeforeEach
    void one_arrest_is_rosas_and_one_nobodys() {
        house.database(tx -> {
            EVERYBODY.forEach(alias -> house.house().keepsPin(tx, house.member(alias), PIN, DURESS));
            return tx;
        });
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
        held = house.theAlert();
        house.phone("+12025550151").texts("2");
    }

    @Test
    void no_forged_text_ring_or_key_takes_anything_away() {
        run(SEQUENCES, Duration.ofSeconds(8));
    }

    @Test
    void nor_does_it_end_or_stretch_a_proven_time_inside() {
        var rosa = house.member("Rosa");
        house.database(tx -> house.house().goIn(tx, held, rosa, 240));

        run(SEQUENCES / 5, Duration.ofSeconds(1));
    }

    /** @param pause the longest time between two acts */
    private void run(int sequences, Duration pause) {
        System.out.println("forged sequences: " + sequences + ", seed " + seed);
        var numbers = EVERYBODY.stream().collect(Collectors.toMap(alias -> alias, alias -> house.phoneOf(alias).number()));
        var before = WhatStands.in(house);
        var since = new ArrayList<List<ForgedAct>>();
        for (var i = 0; i < sequences; i++) {
            if (rosaKeepsWhatSheHas(before) | othersAreOver(before)) {
                before = WhatStands.in(house);
            }
            var random = new Random(seed + i);
            var acts = Stream.generate(() -> ForgedAct.any(random, EVERYBODY)).limit(3 + random.nextInt(4)).toList();
            for (var act : acts) {
                house.clock.turn(Duration.ofMillis(random.nextInt(Math.toIntExact(pause.toMillis()))));
                act.on(house, numbers);
            }
            before = stands(before, "sequence " + i + " of seed " + seed + ": " + acts);
            since.add(acts);
            if (since.size() == BETWEEN_TURNS || i == sequences - 1) {
                house.turn();
                before = stands(before, "the loops after sequence " + i + " of seed " + seed + ": " + since);
                since.clear();
                if ((i + 1) % 500 == 0) {
                    System.out.println("nothing was taken away in " + (i + 1));
                }
            }
        }
    }

    private WhatStands stands(WhatStands before, String what) {
        var after = WhatStands.in(house);
        assertEquals(List.of(), before.lostIn(after), what);
        return after;
    }

    /** By her page, as nobody can who has her number alone. Says whether anything was due. */
    private boolean rosaKeepsWhatSheHas(WhatStands before) {
        var rosa = house.member("Rosa").id();
        var soon = house.clock.instant().plus(ofMinutes(6));
        var due = before.ladders().values().stream().anyMatch(ladder -> ladder.alert().equals(held.alert().id())
                && ladder instanceof Ladder.Acknowledged(_, var by, _, _, var checkInBy, _) && by.equals(rosa) && checkInBy.isBefore(soon));
        if (due) {
            house.database(tx -> house.house().checkIn(tx, house.alert(held.alert().number()), Discipline.PEER_ADVOCATE, rosa));
        }
        return due;
    }

    /** A coordinator ends what forged distress has opened, once there is much of it. Says whether there was. */
    private boolean othersAreOver(WhatStands before) {
        if (before.gravities().size() <= MOST_ALERTS) {
            return false;
        }
        var noon = house.member("Noon").id();
        house.unresolved().stream().skip(2).forEach(alert -> house.database(tx -> {
            var outcomes = house.house().arrestees(tx, alert).stream().map(_ -> "escaped").toList();
            house.house().resolve(tx, alert, noon, outcomes, "");
            return outcomes;
        }));
        return true;
    }
}
