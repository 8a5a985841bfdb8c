package gateway.network;

import static gateway.network.Changelist.part;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.BarReason;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.network.Network.ListedMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members' part of a load. */
final class MemberLoading {

    private static final String MEMBER = "member";
    private static final String COUNT_HELD = """
            SELECT count(*) AS held
              FROM ladder
             WHERE holder_id = $1
            """;

    private final Members members;
    private final RowIds ids;

    MemberLoading(Members members, RowIds ids) {
        this.members = members;
        this.ids = ids;
    }

    /** The members' ids by the alias that the network lists. */
    Map<String, MemberId> load(Transaction tx, Network network, Changelist changes, List<MemberId> vouchedFor) {
        var standing = new LinkedHashMap<String, Member>();
        members.all(tx).forEach(member -> standing.put(folded(member.alias()), member));
        retire(tx, standing, network, changes);
        members.releasePhones(tx, network.members().stream()
                .flatMap(listed -> Optional.ofNullable(standing.get(folded(listed.alias()))).stream()
                        .filter(was -> !Objects.equals(was.phone(), listed.phone())))
                .map(Member::id)
                .toList());
        var idsByAlias = new LinkedHashMap<String, MemberId>();
        for (var listed : network.members()) {
            var was = standing.get(folded(listed.alias()));
            var id = was == null ? arriving(tx, listed, changes) : was.id();
            idsByAlias.put(listed.alias(), id);
            if (was == null || isChanged(was, listed, isProven(tx, was, listed), changes)) {
                save(tx, id, listed, changes);
                if (listed.verified() && !isVerifiedAlready(was, listed)) {
                    vouchedFor.add(id);
                }
            }
            choose(tx, id, listed, was != null, changes);
        }
        return idsByAlias;
    }

    private void retire(Transaction tx, Map<String, Member> standing, Network network, Changelist changes) {
        var listed = network.members().stream().map(member -> folded(member.alias())).collect(Collectors.toSet());
        standing.forEach((alias, member) -> {
            if (!listed.contains(alias)) {
                members.retire(tx, member.id());
                var held = tx.queryOne(COUNT_HELD, row -> row.count("held"), member.id().value()).orElse(0L);
                changes.add(held == 0 ? PlainWords.retired(MEMBER, member.alias())
                        : PlainWords.retiredHolder(member.alias(), held));
            }
        });
    }

    private MemberId arriving(Transaction tx, ListedMember listed, Changelist changes) {
        var retired = members.retired(tx, listed.alias());
        changes.arrives(MEMBER, listed.alias(), retired.isPresent());
        return retired.orElseGet(() -> new MemberId(ids.next()));
    }

    private static boolean isChanged(Member was, ListedMember now, boolean proven,
            Changelist changes) {
        return changes.changes(MEMBER, now.alias(),
                part("alias", was.alias(), now.alias()),
                part("phone", was.phone(), now.phone()),
                part("verified", was.verified(), now.verified() || proven),
                part("language", was.language(), now.language()),
                part("roles", was.roles(), now.roles()));
    }

    /** She proved by a code that the phone is hers: the file's word is not needed. */
    private boolean isProven(Transaction tx, Member was, ListedMember now) {
        return Objects.equals(was.phone(), now.phone()) && members.verifications().isByCode(tx, was.id());
    }

    private void save(Transaction tx, MemberId id, ListedMember listed, Changelist changes) {
        members.save(tx, new Member(id, listed.alias(), listed.phone(), listed.verified(), listed.language(),
                listed.roles(), Set.of()));
        var barred = members.find(tx, id).orElseThrow().barred();
        if (!barred.isEmpty()) {
            changes.add(PlainWords.staysBarred(listed.alias(),
                    barred.stream().map(BarReason::word).sorted().collect(Collectors.joining(", "))));
        }
    }

    /** What she speaks and where she can be, unless she has chosen on her page: that goes before any file. */
    private void choose(Transaction tx, MemberId id, ListedMember listed, boolean wasThere, Changelist changes) {
        var was = members.choices().of(tx, id);
        if (members.choices().keepFromFile(tx, id, listed.languages(), listed.areas()) && wasThere) {
            changes.changes(MEMBER, listed.alias(), part("languages", was.languages(), listed.languages()),
                    part("areas", was.areas(), listed.areas()));
        }
    }

    private static boolean isVerifiedAlready(@Nullable Member was, ListedMember listed) {
        return was != null && was.verified() && Objects.equals(was.phone(), listed.phone());
    }

    private static String folded(String alias) {
        return alias.toLowerCase(Locale.ROOT);
    }
}
