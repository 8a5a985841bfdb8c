package gateway.roster;

import static java.util.stream.Collectors.toUnmodifiableSet;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Cover.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps covers and surge plans. The network file's are replaced as a whole; those made on the page stand until they are
 * withdrawn, whatever is loaded.
 */
public final class Covers {

    /** Nobody asks who stood in longer ago: all covers of years would be read anew every five seconds. */
    private static final Duration LOOKED_BACK = Duration.ofDays(100);

    private static final String COVERS = """
            SELECT id, roster_id, origin, change, member_id, away_id, from_at, to_at,
                   (SELECT name FROM roster WHERE roster.id = roster_id) AS roster
              FROM cover
             WHERE roster_id = ANY($1)
               AND withdrawn_at IS NULL
               AND to_at > $2
             ORDER BY origin <> 'file', position, made_at, id
            """;
    private static final String SURGES = """
            SELECT id, roster_id, origin, plan, member_id, dates, starts, ends,
                   (SELECT name FROM roster WHERE roster.id = roster_id) AS roster
              FROM surge_shift
             WHERE roster_id = ANY($1)
               AND withdrawn_at IS NULL
             ORDER BY origin <> 'file', position, made_at, id
            """;
    private static final String ADD_COVER = """
            INSERT INTO cover (id, roster_id, origin, position, change, member_id, away_id, from_at, to_at, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String ADD_SURGE = """
            INSERT INTO surge_shift (id, roster_id, origin, position, plan, member_id, dates, starts, ends, made_by, made_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """;
    private static final String REMOVE_FILES_COVERS = """
            DELETE FROM cover
             WHERE roster_id = $1
               AND origin = 'file'
            """;
    private static final String REMOVE_FILES_SURGES = """
            DELETE FROM surge_shift
             WHERE roster_id = $1
               AND origin = 'file'
            """;
    private static final String WITHDRAW_COVER = """
            UPDATE cover
               SET withdrawn_at = $3, withdrawn_by = $4
             WHERE id = $1
               AND roster_id = $2
               AND origin <> 'file'
               AND withdrawn_at IS NULL
            """;
    private static final String WITHDRAW_SURGE = """
            UPDATE surge_shift
               SET withdrawn_at = $3, withdrawn_by = $4
             WHERE id = $1
               AND roster_id = $2
               AND origin = 'page'
               AND withdrawn_at IS NULL
            """;
    private static final String WITHDRAW_COVERS_OF_OTHERS = """
            UPDATE cover
               SET withdrawn_at = $2
             WHERE withdrawn_at IS NULL
               AND origin <> 'file'
               AND to_at > $2
               AND (member_id <> ALL($1) OR away_id <> ALL($1))
            """;
    private static final String WITHDRAW_SURGES_OF_OTHERS = """
            UPDATE surge_shift
               SET withdrawn_at = $2
             WHERE withdrawn_at IS NULL
               AND origin = 'page'
               AND member_id <> ALL($1)
            """;

    /** One that has not begun never was: it would be empty. */
    private static final String CUT = """
               UPDATE cover
                  SET to_at = CASE WHEN from_at < $2 THEN $2 ELSE to_at END,
                      withdrawn_at = CASE WHEN from_at < $2 THEN withdrawn_at ELSE $2 END
                WHERE id = ANY($1)
                  AND to_at > $2
                  AND withdrawn_at IS NULL
            RETURNING member_id
            """;

    private static final FaultyRow.Named COVER = new FaultyRow.Named("cover", "id", "roster");
    private static final FaultyRow.Named SURGE = new FaultyRow.Named("surge_shift", "id", "roster");

    private final RowIds ids;

    Covers(RowIds ids) {
        this.ids = ids;
    }

    /**
     * A cover as it is kept.
     *
     * @param fromPage   whether it was made since, by a member or by the gateway, and not by the network file
     * @param ofGateway  whether by it somebody stays on until who comes says that she is there
     */
    public record Kept(CoverId id, RosterId roster, boolean fromPage, boolean ofGateway, Cover cover) {}

    /** A part of a surge plan as it is kept. */
    public record KeptSurge(CoverId id, RosterId roster, boolean fromPage, SurgeShift surge) {}

    /** Those of the rosters that are not withdrawn and not long over, in their order. */
    public List<Kept> of(Transaction tx, Collection<RosterId> rosters) {
        return tx.querySound(COVER, COVERS, Covers::readCover, written(rosters), tx.now().minus(LOOKED_BACK));
    }

    /** The parts in surge plans of the rosters that are not withdrawn, in their order. */
    public List<KeptSurge> surgesOf(Transaction tx, Collection<RosterId> rosters) {
        return tx.querySound(SURGE, SURGES, Covers::readSurge, (Object) written(rosters));
    }

    /** Made on the page, or by text, by this member. */
    public CoverId add(Transaction tx, RosterId roster, Cover cover, MemberId by) {
        return addCover(tx, roster, "page", 0, cover, by.value());
    }

    /** Somebody stays on until it is cut short. */
    public CoverId addOfGateway(Transaction tx, RosterId roster, Cover cover) {
        return addCover(tx, roster, "gateway", 0, cover, null);
    }

    /** Ends covers now; says whose they were, each that had not ended by itself. */
    public List<MemberId> cut(Transaction tx, Collection<CoverId> covers, Instant now) {
        return covers.isEmpty() ? List.of() : tx.query(CUT, row -> new MemberId(row.id("member_id")),
                covers.stream().map(CoverId::value).toArray(UUID[]::new), now);
    }

    /** Made on the page, by this coordinator. */
    public void addSurge(Transaction tx, RosterId roster, SurgeShift surge, MemberId by) {
        addSurge(tx, roster, "page", 0, surge, by.value());
    }

    /** Whether there was such a cover of this roster to withdraw; the network file's is withdrawn in the file only. */
    public boolean withdraw(Transaction tx, RosterId roster, CoverId cover, MemberId by) {
        return tx.execute(WITHDRAW_COVER, cover.value(), roster.value(), tx.now(), by.value()) > 0;
    }

    /** Whether there was such a part of a plan to withdraw; the network file's is withdrawn in the file only. */
    public boolean withdrawSurge(Transaction tx, RosterId roster, CoverId surge, MemberId by) {
        return tx.execute(WITHDRAW_SURGE, surge.value(), roster.value(), tx.now(), by.value()) > 0;
    }

    /**
     * Withdraws what was made on the page for members who are not among these any more: whoever has left can stand in for
     * nobody. How many there were.
     */
    public int withdrawAllBut(Transaction tx, Collection<MemberId> members) {
        var here = members.stream().map(MemberId::value).toArray(UUID[]::new);
        return tx.execute(WITHDRAW_COVERS_OF_OTHERS, here, tx.now())
                + tx.execute(WITHDRAW_SURGES_OF_OTHERS, here, tx.now());
    }

    /** Replaces what the network file says of this roster. */
    void replaceFiles(Transaction tx, Roster roster) {
        tx.execute(REMOVE_FILES_COVERS, roster.id().value());
        tx.execute(REMOVE_FILES_SURGES, roster.id().value());
        var position = 0;
        for (var cover : roster.covers()) {
            addCover(tx, roster.id(), "file", position++, cover, null);
        }
        for (var surge : roster.surges()) {
            addSurge(tx, roster.id(), "file", position++, surge, null);
        }
    }

    private CoverId addCover(Transaction tx, RosterId roster, String origin, int position, Cover cover,
            @Nullable UUID by) {
        var id = new CoverId(ids.next());
        var away = cover.change() instanceof Change.StandIn(_, var absent) ? absent.value() : null;
        tx.execute(ADD_COVER, id.value(), roster.value(), origin, position, word(cover.change()),
                member(cover.change()).value(), away, cover.from(), cover.to(), by, tx.now());
        return id;
    }

    private void addSurge(Transaction tx, RosterId roster, String origin, int position, SurgeShift surge,
            @Nullable UUID by) {
        tx.execute(ADD_SURGE, ids.next(), roster.value(), origin, position, surge.plan(), surge.member().value(),
                surge.dates().stream().sorted().toArray(LocalDate[]::new), surge.from(), surge.to(), by, tx.now());
    }

    private static String word(Change change) {
        return switch (change) {
            case Change.Add _ -> "add";
            case Change.Remove _ -> "remove";
            case Change.StandIn _ -> "stand_in";
        };
    }

    private static MemberId member(Change change) {
        return switch (change) {
            case Change.Add(var member) -> member;
            case Change.Remove(var member) -> member;
            case Change.StandIn(var member, _) -> member;
        };
    }

    private static UUID[] written(Collection<RosterId> rosters) {
        return rosters.stream().map(RosterId::value).toArray(UUID[]::new);
    }

    private static Kept readCover(Row row) {
        var member = new MemberId(row.id("member_id"));
        Optional<MemberId> away = row.idIfAny("away_id").map(MemberId::new);
        var change = switch (row.text("change")) {
            case "add" -> new Change.Add(member);
            case "remove" -> new Change.Remove(member);
            default -> new Change.StandIn(member, away.orElseThrow());
        };
        return new Kept(new CoverId(row.id("id")), new RosterId(row.id("roster_id")), !row.text("origin").equals("file"),
                row.text("origin").equals("gateway"), new Cover(change, row.moment("from_at"), row.moment("to_at")));
    }

    private static KeptSurge readSurge(Row row) {
        var dates = row.dates("dates").stream().collect(toUnmodifiableSet());
        return new KeptSurge(new CoverId(row.id("id")), new RosterId(row.id("roster_id")), row.text("origin").equals("page"),
                new SurgeShift(row.text("plan"), new MemberId(row.id("member_id")), dates, row.timeOfDay("starts"),
                        row.timeOfDay("ends")));
    }
}
