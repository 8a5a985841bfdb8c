package gateway.roster;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Keeps the rosters with their shifts. A retired one is found only by its id: a climb under way may still name it. */
public final class Rosters {

    private static final String FIND = """
            SELECT id, name, discipline, time_zone
              FROM roster
             WHERE id = $1
            """;
    private static final String ALL = """
            SELECT id, name, discipline, time_zone
              FROM roster
             WHERE retired_at IS NULL
             ORDER BY name
            """;
    private static final String RETIRED_ID = """
            SELECT id
              FROM roster
             WHERE name = $1
               AND retired_at IS NOT NULL
            """;
    private static final String SHIFTS = """
            SELECT roster_id, member_id, days, starts, ends
              FROM shift
             WHERE roster_id = ANY($1)
             ORDER BY roster_id, position
            """;
    private static final String SAVE = """
            INSERT INTO roster (id, name, discipline, time_zone)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, discipline = excluded.discipline, time_zone = excluded.time_zone,
                   retired_at = NULL
            """;
    private static final String REMOVE_SHIFTS = """
            DELETE FROM shift
             WHERE roster_id = $1
            """;
    private static final String ADD_SHIFT = """
            INSERT INTO shift (id, roster_id, position, member_id, days, starts, ends)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String RETIRE = """
            UPDATE roster
               SET retired_at = $2
             WHERE id = $1
               AND retired_at IS NULL
            """;

    private final RowIds ids;
    private final InstantSource clock;

    public Rosters(RowIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The roster, even a retired one. */
    public Optional<Roster> find(Transaction tx, RosterId id) {
        return withShifts(tx, tx.query(FIND, Rosters::read, id.value())).stream().findFirst();
    }

    public List<Roster> all(Transaction tx) {
        return withShifts(tx, tx.query(ALL, Rosters::read));
    }

    /** The id that a retired roster of this name keeps, for its return. */
    public Optional<RosterId> retired(Transaction tx, String name) {
        return tx.queryOne(RETIRED_ID, row -> new RosterId(row.id("id")), name);
    }

    /** Adds the roster, or replaces what is kept of it, shifts and all; one that was retired is back. */
    public void save(Transaction tx, Roster roster) {
        tx.execute(SAVE, roster.id().value(), roster.name(), roster.discipline().word(), roster.zone().getId());
        tx.execute(REMOVE_SHIFTS, roster.id().value());
        var position = 0;
        for (var shift : roster.shifts()) {
            tx.execute(ADD_SHIFT, ids.next(), roster.id().value(), position++, shift.member().value(),
                    shift.days().stream().sorted().map(Rosters::word).toArray(String[]::new), shift.from(), shift.to());
        }
    }

    public void retire(Transaction tx, RosterId id) {
        tx.execute(RETIRE, id.value(), clock.instant());
    }

    private record ShiftOf(RosterId roster, Shift shift) {}

    private static List<Roster> withShifts(Transaction tx, List<Roster> rosters) {
        if (rosters.isEmpty()) {
            return rosters;
        }
        var shifts = tx.query(SHIFTS, Rosters::readShift,
                (Object) rosters.stream().map(roster -> roster.id().value()).toArray(UUID[]::new));
        return rosters.stream()
                .map(roster -> new Roster(roster.id(), roster.name(), roster.discipline(), roster.zone(),
                        shifts.stream().filter(of -> of.roster().equals(roster.id())).map(ShiftOf::shift).toList()))
                .toList();
    }

    private static Roster read(Row row) {
        return new Roster(new RosterId(row.id("id")), row.text("name"),
                Discipline.read(row.text("discipline")).orElseThrow(), ZoneId.of(row.text("time_zone")), List.of());
    }

    private static ShiftOf readShift(Row row) {
        return new ShiftOf(new RosterId(row.id("roster_id")), new Shift(new MemberId(row.id("member_id")),
                row.texts("days").stream().map(Rosters::day).collect(toUnmodifiableSet()),
                row.timeOfDay("starts"), row.timeOfDay("ends")));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String word) {
        return List.of(DayOfWeek.values()).stream().filter(day -> word(day).equals(word)).findFirst().orElseThrow();
    }
}
