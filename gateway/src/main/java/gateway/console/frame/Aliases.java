package gateway.console.frame;

import gateway.alert.Actor;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How members are called, looked up once for a page. */
public final class Aliases {

    private final Transaction tx;
    private final Members members;
    private final Words words;
    private final Map<MemberId, String> known = new HashMap<>();

    public Aliases(Transaction tx, Members members, Words words) {
        this.tx = tx;
        this.members = members;
        this.words = words;
    }

    public String of(MemberId id) {
        return known.computeIfAbsent(id, unknown -> members.find(tx, unknown).map(Member::alias).orElse("?"));
    }

    public String of(Collection<MemberId> ids) {
        return ids.stream().map(this::of).collect(Collectors.joining(", "));
    }

    /** Who made an entry, as a page says it. */
    public String ofActor(String actor) {
        return Actor.member(actor).map(this::of).orElseGet(() -> words.say("actor." + actor));
    }
}
