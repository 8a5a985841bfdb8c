package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.incoming.CallProof;
import gateway.incoming.Incoming;
import gateway.member.Member;
import gateway.member.Members;
import gateway.replying.RingingIn;
import gateway.replying.RingingIn.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call from a member's number has shown so far, kept with the call: the number alone shows nothing. */
public final class ProvingOwnCalls {

    private final Database database;
    private final Incoming incoming;
    private final Members members;
    private final RingingIn ringingIn;

    public ProvingOwnCalls(Database database, Incoming incoming, Members members, RingingIn ringingIn) {
        this.incoming = incoming;
        this.database = database;
        this.members = members;
        this.ringingIn = ringingIn;
    }

    /** Whose number rings. */
    Optional<Member> memberOf(Transaction tx, Heard heard) {
        return incoming.calls().find(tx, heard.envelope()).flatMap(known -> Optional.ofNullable(known.member()))
                .flatMap(id -> members.find(tx, id));
    }

    Optional<CallProof> proofOf(Transaction tx, Heard heard) {
        return incoming.calls().proofOf(tx, heard.envelope());
    }

    /** Something was keyed: counted as wrong first, compared while nothing is locked, then settled. */
    Shown show(Heard heard) {
        var begun = database.inTransaction(tx -> memberOf(tx, heard).flatMap(member -> ringingIn.begin(tx, member, heard.keys())));
        return begun.map(tried -> ringingIn.compare(tried, heard.keys()))
                .flatMap(tried -> database.inTransaction(tx -> memberOf(tx, heard).map(member -> settle(tx, heard, member, tried))))
                .orElse(new Shown.Nothing());
    }

    /** Her own phone is rung, if anything is open to her. Says who she is, whether it is rung or not. */
    Optional<Member> ringBack(Heard heard) {
        return database.inTransaction(tx -> {
            var member = memberOf(tx, heard);
            member.ifPresent(known -> ringingIn.ringBack(tx, known));
            return member;
        });
    }

    /** The call goes on, or its last sentence is said. */
    void goesOn(Heard heard, boolean over) {
        database.run(tx -> incoming.tellingOfRings().goesOn(tx, heard.envelope(), over));
    }

    private Shown settle(Transaction tx, Heard heard, Member member, RingingIn.Tried tried) {
        var shown = ringingIn.settle(tx, member, tried);
        switch (shown) {
            // Who is forced hears the same, and nothing comes of it; the coordinators are rung.
            case Shown.Pin _, Shown.Duress _ -> prove(tx, heard, null);
            case Shown.Code(var dispatch) -> prove(tx, heard, dispatch);
            case Shown.Nothing _ -> { }
        }
        return shown;
    }

    private void prove(Transaction tx, Heard heard, @Nullable DispatchId only) {
        incoming.calls().find(tx, heard.envelope()).ifPresent(call -> incoming.calls().prove(tx, call, only, tx.now()));
    }
}
