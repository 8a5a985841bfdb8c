package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.alert.LadderState;
import gateway.alert.LockedAlert;
import gateway.roster.Discipline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever forges members' numbers, but knows no living code and no PIN, takes nothing away: random sequences of every word,
 * ring and key, after each of which all that stood before must still stand.
 */
class NumberAloneStory {

    private static final int SEQUENCES = Integer.getInteger("sequences", 60);
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
        run(SEQUENCES, Duration.ofSeconds(25));
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
        var before = WhatStands.in(house);
        for (var i = 0; i < sequences; i++) {
            if (rosaKeepsWhatSheHas()) {
                before = WhatStands.in(house);
            }
            var random = new Random(seed + i);
            var acts = new ArrayList<ForgedAct>();
            for (var act = 1 + random.nextInt(6); act > 0; act--) {
                acts.add(ForgedAct.any(random, EVERYBODY));
            }
            for (var act : acts) {
                house.clock.turn(Duration.ofMillis(random.nextInt(Math.toIntExact(pause.toMillis()))));
                act.on(house);
            }
            house.turn();
            var after = WhatStands.in(house);
            assertEquals(List.of(), before.lostIn(after), "sequence " + i + " of seed " + seed + ": " + acts);
            before = after;
        }
    }

    /** By her page, as nobody can who has her number alone. Says whether anything was due. */
    private boolean rosaKeepsWhatSheHas() {
        var rosa = house.member("Rosa").id();
        var soon = house.clock.instant().plus(ofMinutes(6));
        return house.database(tx -> {
            var due = house.alert(held.alert().number()).ladder(Discipline.PEER_ADVOCATE).orElseThrow().state()
                    instanceof LadderState.Acknowledged(var by, _, _, var checkInBy, _) && by.equals(rosa) && checkInBy.isBefore(soon);
            if (due) {
                house.house().checkIn(tx, held, Discipline.PEER_ADVOCATE, rosa);
            }
            return due;
        });
    }
}
