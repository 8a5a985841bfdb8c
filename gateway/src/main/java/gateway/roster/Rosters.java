package gateway.roster;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps the rosters with all that is in them. A retired one is found only by its id: a climb under way may still name it. */
public final class Rosters {

    private static final String FIND = """
            SELECT id, name, discipline, time_zone, confirm, swaps
              FROM roster
             WHERE id = $1
            """;
    private static final String ALL = """
            SELECT id, name, discipline, time_zone, confirm, swaps
              FROM roster
             WHERE retired_at IS NULL
             ORDER BY name
            """;
    private static final String ID_OF = """
            SELECT id
              FROM roster
             WHERE name = $1
            """;
    private static final String SHIFTS = """
            SELECT roster_id, member_id, days, starts, ends,
                   (SELECT name FROM roster WHERE roster.id = roster_id) AS roster
              FROM shift
             WHERE roster_id = ANY($1)
             ORDER BY roster_id, position
            """;
    private static final String ROTATIONS = """
            SELECT roster_id, member_ids, hours, begins, days, starts, ends,
                   (SELECT name FROM roster WHERE roster.id = roster_id) AS roster
              FROM rotation
             WHERE roster_id = ANY($1)
             ORDER BY roster_id, position
            """;
    private static final String CLOSED = """
            SELECT roster_id, days, starts, ends,
                   (SELECT name FROM roster WHERE roster.id = roster_id) AS roster
              FROM closed_hours
             WHERE roster_id = ANY($1)
             ORDER BY roster_id, position
            """;
    private static final String SAVE = """
            INSERT INTO roster (id, name, discipline, time_zone, confirm, swaps)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE
               SET name = excluded.name, discipline = excluded.discipline, time_zone = excluded.time_zone,
                   confirm = excluded.confirm, swaps = excluded.swaps, retired_at = NULL
            """;
    private static final String REMOVE_SHIFTS = """
            DELETE FROM shift
             WHERE roster_id = $1
            """;
    private static final String REMOVE_ROTATIONS = """
            DELETE FROM rotation
             WHERE roster_id = $1
            """;
    private static final String REMOVE_CLOSED = """
            DELETE FROM closed_hours
             WHERE roster_id = $1
            """;
    private static final String ADD_SHIFT = """
            INSERT INTO shift (id, roster_id, position, member_id, days, starts, ends)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String ADD_ROTATION = """
            INSERT INTO rotation (id, roster_id, position, member_ids, hours, begins, days, starts, ends)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String ADD_CLOSED = """
            INSERT INTO closed_hours (id, roster_id, position, days, starts, ends)
            VALUES ($1, $2, $3, $4, $5, $6)
            """;
    private static final String RETIRE = """
            UPDATE roster
               SET retired_at = $2
             WHERE id = $1
               AND retired_at IS NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("roster", "id", "name");
    private static final FaultyRow.Named SHIFT = new FaultyRow.Named("shift", "roster_id", "roster");
    private static final FaultyRow.Named ROTATION = new FaultyRow.Named("rotation", "roster_id", "roster");
    private static final FaultyRow.Named HOURS = new FaultyRow.Named("closed_hours", "roster_id", "roster");

    private final RowIds ids;
    private final Covers covers;

    public Rosters(RowIds ids) {
        this.ids = ids;
        this.covers = new Covers(ids);
    }

    /** Where covers and surge plans are kept. */
    public Covers covers() {
        return covers;
    }

    /** The roster, even a retired one. */
    public Optional<Roster> find(Transaction tx, RosterId id) {
        return whole(tx, tx.querySound(NAMED, FIND, Rosters::read, id.value()), true).stream().findFirst();
    }

    public List<Roster> all(Transaction tx) {
        return whole(tx, tx.querySound(NAMED, ALL, Rosters::read), true);
    }

    /** All, as the network file last said they are: without what was made on the page. */
    public List<Roster> allOfFile(Transaction tx) {
        return whole(tx, tx.querySound(NAMED, ALL, Rosters::read), false);
    }

    /** The id that a retired roster of this name keeps, or one that cannot be read, for its return. */
    public Optional<RosterId> retired(Transaction tx, String name) {
        return tx.queryOne(ID_OF, row -> new RosterId(row.id("id")), name);
    }

    /**
     * Adds the roster, or replaces what is kept of it; one that was retired is back. Covers and surge plans that were made
     * on the page stay what they are.
     */
    public void save(Transaction tx, Roster roster) {
        var id = roster.id().value();
        tx.execute(SAVE, id, roster.name(), roster.discipline().word(), roster.zone().getId(), roster.rules().confirms(),
                roster.rules().swaps().word());
        tx.execute(REMOVE_SHIFTS, id);
        tx.execute(REMOVE_ROTATIONS, id);
        tx.execute(REMOVE_CLOSED, id);
        var position = 0;
        for (var shift : roster.shifts()) {
            tx.execute(ADD_SHIFT, ids.next(), id, position++, shift.member().value(), words(shift.days()), shift.from(),
                    shift.to());
        }
        for (var rotation : roster.rotations()) {
            var hours = rotation.hours();
            tx.execute(ADD_ROTATION, ids.next(), id, position++,
                    rotation.members().stream().map(MemberId::value).toArray(UUID[]::new), (int) rotation.every().toHours(),
                    rotation.starts(), words(hours.days()), hours.from(), hours.to());
        }
        for (var hours : roster.closed()) {
            tx.execute(ADD_CLOSED, ids.next(), id, position++, words(hours.days()), hours.from(), hours.to());
        }
        covers.replaceFiles(tx, roster);
    }

    public void retire(Transaction tx, RosterId id) {
        tx.execute(RETIRE, id.value(), tx.now());
    }

    /** A part of a roster, before it is known to which. */
    private record PartOf<P>(RosterId roster, P part) {}

    private List<Roster> whole(Transaction tx, List<Roster> rosters, boolean withPages) {
        if (rosters.isEmpty()) {
            return rosters;
        }
        var wanted = rosters.stream().map(Roster::id).toList();
        var written = wanted.stream().map(RosterId::value).toArray(UUID[]::new);
        var shifts = tx.querySound(SHIFT, SHIFTS, Rosters::readShift, (Object) written);
        var rotations = tx.querySound(ROTATION, ROTATIONS, Rosters::readRotation, (Object) written);
        var closed = tx.querySound(HOURS, CLOSED, row -> new PartOf<>(rosterOf(row), readHours(row)), (Object) written);
        var laid = covers.of(tx, wanted).stream().filter(kept -> withPages || !kept.fromPage())
                .map(kept -> new PartOf<>(kept.roster(), kept.cover())).toList();
        var surges = covers.surgesOf(tx, wanted).stream().filter(kept -> withPages || !kept.fromPage())
                .map(kept -> new PartOf<>(kept.roster(), kept.surge())).toList();
        return rosters.stream()
                .map(roster -> new Roster(roster.id(), roster.name(), roster.discipline(), roster.zone(),
                        of(roster, shifts), of(roster, rotations), of(roster, surges), of(roster, laid), of(roster, closed),
                        roster.rules()))
                .toList();
    }

    private static <P> List<P> of(Roster roster, Collection<PartOf<P>> parts) {
        return parts.stream().filter(part -> part.roster().equals(roster.id())).map(PartOf::part).toList();
    }

    private static Roster read(Row row) {
        return new Roster(new RosterId(row.id("id")), row.text("name"),
                Discipline.read(row.text("discipline")).orElseThrow(), ZoneId.of(row.text("time_zone")), List.of(), List.of(),
                List.of(), List.of(), List.of(),
                new ShiftRules(row.flag("confirm"), ShiftRules.Swaps.of(row.text("swaps"))));
    }

    private static PartOf<Shift> readShift(Row row) {
        var hours = readHours(row);
        return new PartOf<>(rosterOf(row),
                new Shift(new MemberId(row.id("member_id")), hours.days(), hours.from(), hours.to()));
    }

    private static PartOf<Rotation> readRotation(Row row) {
        return new PartOf<>(rosterOf(row), new Rotation(row.ids("member_ids").stream().map(MemberId::new).toList(),
                Duration.ofHours(row.number("hours")), row.wallTime("begins"), readHours(row)));
    }

    private static Hours readHours(Row row) {
        return new Hours(row.texts("days").stream().map(Rosters::day).collect(toUnmodifiableSet()),
                row.timeOfDay("starts"), row.timeOfDay("ends"));
    }

    private static RosterId rosterOf(Row row) {
        return new RosterId(row.id("roster_id"));
    }

    private static String[] words(Set<DayOfWeek> days) {
        return days.stream().sorted().map(Rosters::word).toArray(String[]::new);
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String word) {
        return List.of(DayOfWeek.values()).stream().filter(day -> word(day).equals(word)).findFirst().orElseThrow();
    }
}
