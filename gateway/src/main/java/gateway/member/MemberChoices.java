package gateway.member;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps how members chose to be asked, sealed. What somebody has chosen on a page no network file changes. */
public final class MemberChoices {

    private static final String OF = """
            SELECT member_id, quiet, call_after_minutes, languages_sealed, areas_sealed, not_there_sealed, note_sealed,
                   chosen_by, alias
              FROM member_choices
              JOIN member ON member.id = member_id
             WHERE member_id = ANY ($1)
            """;
    private static final String KEEP = """
            INSERT INTO member_choices (member_id, quiet, call_after_minutes, languages_sealed, areas_sealed,
                                        not_there_sealed, note_sealed, chosen_by, chosen_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (member_id) DO UPDATE
               SET quiet = excluded.quiet, call_after_minutes = excluded.call_after_minutes,
                   languages_sealed = excluded.languages_sealed, areas_sealed = excluded.areas_sealed,
                   not_there_sealed = excluded.not_there_sealed, note_sealed = excluded.note_sealed,
                   chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
            """;
    private static final String FORGET = """
            DELETE FROM member_choices
             WHERE member_id = $1
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("member_choices", "member_id", "alias");

    private final KeyRing keys;

    MemberChoices(KeyRing keys) {
        this.keys = keys;
    }

    /** What these members chose; whoever chose nothing, or whose choices cannot be read, is not among them. */
    public Map<MemberId, Choices> of(Transaction tx, Collection<MemberId> members) {
        return kept(tx, members).stream().collect(Collectors.toMap(Kept::member, Kept::choices));
    }

    public Choices of(Transaction tx, MemberId member) {
        return of(tx, Set.of(member)).getOrDefault(member, Choices.NONE);
    }

    /** A member, or a coordinator for her, chooses on a page. */
    public void keep(Transaction tx, MemberId member, Choices choices, MemberId by) {
        write(tx, member, choices, by);
        tx.announce();
    }

    /** What a network file says; changes nothing of whoever has chosen on a page. Says whether anything is different now. */
    public boolean keepFromFile(Transaction tx, MemberId member, Set<String> languages, Set<String> areas) {
        var kept = kept(tx, Set.of(member)).stream().findFirst();
        var was = kept.map(Kept::choices).orElse(Choices.NONE);
        var now = was.with(languages, areas);
        if (now.equals(was) || kept.flatMap(Kept::chosenBy).isPresent()) {
            return false;
        }
        write(tx, member, now, null);
        return true;
    }

    /** She has left. */
    public void forget(Transaction tx, MemberId member) {
        tx.execute(FORGET, member.value());
    }

    private record Kept(MemberId member, Choices choices, Optional<UUID> chosenBy) {}

    private List<Kept> kept(Transaction tx, Collection<MemberId> members) {
        return members.isEmpty() ? List.of()
                : tx.querySound(NAMED, OF, this::read, (Object) members.stream().map(MemberId::value).distinct().toArray(UUID[]::new));
    }

    private void write(Transaction tx, MemberId member, Choices choices, @Nullable MemberId by) {
        var id = member.value();
        tx.execute(KEEP, id, choices.quiet().word(),
                choices.callAfter() == null ? null : (int) choices.callAfter().toMinutes(),
                seal(id, "languages", Choices.joined(choices.languages())), seal(id, "areas", Choices.joined(choices.areas())),
                seal(id, "not_there", Choices.joined(choices.notThere())), seal(id, "note", choices.note()),
                by == null ? null : by.value(), tx.now());
    }

    private Kept read(Row row) {
        var id = row.id("member_id");
        var callAfter = row.numberIfAny("call_after_minutes").map(Duration::ofMinutes).orElse(null);
        var choices = new Choices(Quiet.read(row.text("quiet")).orElse(Quiet.NEVER), callAfter,
                Choices.apart(open(id, "languages", row)), Choices.apart(open(id, "areas", row)),
                Choices.apart(open(id, "not_there", row)), open(id, "note", row));
        return new Kept(new MemberId(id), choices, row.idIfAny("chosen_by"));
    }

    private byte[] seal(UUID member, String part, String words) {
        return keys.house().seal(Binding.of("member_choices", part, member), words);
    }

    private String open(UUID member, String part, Row row) {
        return keys.house().open(Binding.of("member_choices", part, member), row.bytes(part + "_sealed"));
    }
}
