package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.member.BarReason;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Quiet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a loaded file makes of members: who comes, changes phones, leaves and comes back. */
class LoadingMembersTest extends TestLoading {

    @Test
    void what_a_member_speaks_and_where_she_can_be_comes_with_the_file_until_she_has_chosen_herself() {
        var told = FILE.replace("language: en, roles: [responder] }", "language: en, roles: [responder], languages: [km, vi], areas: [DP, 7M] }");
        load(FILE);
        assertEquals(List.of("member Rosa changes: languages, areas"), load(told));
        assertEquals(List.of(), load(told), "again");
        var rosa = in(tx -> members.byPhone(tx, ROSAS)).orElseThrow().id();
        assertEquals(Set.of("km", "vi"), in(tx -> members.choices().of(tx, rosa)).languages());

        var hers = new Choices(Quiet.NEVER, null, Set.of("km"), Set.of(), Set.of("TK"), "");
        in(tx -> {
            members.choices().keep(tx, rosa, hers, rosa);
            return tx;
        });

        assertEquals(List.of(), load(told), "what she chose on her page goes before the file");
        assertEquals(hers, in(tx -> members.choices().of(tx, rosa)));
    }

    @Test
    void two_members_may_change_phones_with_one_another() {
        load(FILE);

        load(FILE.replace("+12025550111", "x").replace("+12025550112", "+12025550111").replace("x", "+12025550112"));

        assertEquals("Amir", in(tx -> members.byPhone(tx, ROSAS)).orElseThrow().alias());
        assertEquals("Rosa", in(tx -> members.byPhone(tx, AMIRS)).orElseThrow().alias());
    }

    @Test
    void loading_never_revives_a_lost_phone_but_a_new_phone_can_be_asked() {
        load(FILE);
        database.database().run(tx -> members.bars().bar(tx, members.byPhone(tx, ROSAS).orElseThrow().id(), BarReason.LOST, "Noon", MIDDAY));

        assertEquals(List.of(), load(FILE));
        assertEquals(Set.of(BarReason.LOST), in(tx -> members.byAlias(tx, "rosa")).orElseThrow().barred());
        var handedOn = load(FILE.replace("+12025550112", "+12025550118").replace("+12025550111", "+12025550112"));
        assertTrue(in(tx -> members.byAlias(tx, "Rosa")).orElseThrow().askablePhone().isPresent(), handedOn.toString());
        var given = load(FILE.replace("+12025550111", "+12025550117").replace("+12025550112", "+12025550111"));

        assertTrue(given.contains("member Amir has a phone that stays barred (lost): it is not asked"), given.toString());
        assertTrue(in(tx -> members.byAlias(tx, "Amir")).orElseThrow().askablePhone().isEmpty());
    }

    @Test
    void who_is_no_longer_listed_is_retired_and_cannot_be_asked_or_sign_in() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow();
        database.database().run(tx -> members.keepPasswordHash(tx, amir.id(), "hash"));

        var changes = load(withoutAmir());

        assertEquals(List.of("member Amir is retired", "roster Peers changes: shifts"), changes);
        assertTrue(in(tx -> members.byAlias(tx, "Amir")).isEmpty());
        assertTrue(in(tx -> members.byPhone(tx, AMIRS)).isEmpty());
        assertEquals(List.of("Noon", "Rosa"), in(members::all).stream().map(Member::alias).toList());
        var retired = in(tx -> members.find(tx, amir.id())).orElseThrow();
        assertEquals(Set.of(), retired.roles());
        assertTrue(retired.askablePhone().isEmpty());
        assertTrue(in(tx -> members.passwordHash(tx, amir.id())).isEmpty());
    }

    @Test
    void the_number_of_who_has_left_is_free_for_somebody_else_and_she_may_come_back() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow().id();
        load(withoutAmir().replace("+12025550114", "+12025550112"));

        var changes = load(FILE);

        assertTrue(changes.contains("member Amir is back"), changes.toString());
        assertEquals(amir, in(tx -> members.byPhone(tx, AMIRS)).orElseThrow().id());
    }

    @Test
    void a_holder_is_not_retired_without_saying_so() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow().id();
        giveALadderTo(amir);

        var changes = load(withoutAmir());

        assertTrue(changes.getFirst().startsWith("member Amir is retired and still holds 1 ladder"), changes.toString());
    }

    private void giveALadderTo(MemberId holder) {
        var policy = policy().id();
        var alert = database.rowIds().next();
        database.tamper("""
                INSERT INTO alert (id, number, contact_point_id, code, pack, opened_at, last_report_at, timeline_count,
                                   timeline_head)
                VALUES ('%1$s', '4731-1', '%1$s', '2', 'p', now(), now(), 0, '');
                INSERT INTO ladder (id, alert_id, discipline, policy_id, step, round, state, holder_id, held_since,
                                    confirmed_at, due_at)
                VALUES ('%1$s', '%1$s', 'peer-advocate', '%2$s', 1, 0, 'acknowledged', '%3$s', now(), now(), now())
                """.formatted(alert, policy, holder));
    }
}
