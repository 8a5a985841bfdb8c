package gateway.voice;

import gateway.database.Transaction;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import java.util.Optional;

/** A notice by call: whoever answers hears the talk it was made for. */
public final class NoticeTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());

    private final PlacedCalls calls;
    private final LeaseTalk leases;
    private final SummonsTalk summonses;
    private final OutsideTalk outside;

    public NoticeTalk(PlacedCalls calls, LeaseTalk leases, SummonsTalk summonses, OutsideTalk outside) {
        this.calls = calls;
        this.leases = leases;
        this.summonses = summonses;
        this.outside = outside;
    }

    Script proceed(Transaction tx, PlacedCall call, String step, String keys, Optional<Pins.Try> tried) {
        return calls.notices().noticeOf(tx, call.attempt()).map(notice -> switch (notice.talk()) {
            case LEASE -> leases.proceed(tx, call, step, keys, tried);
            case OUTSIDE -> outside.proceed(tx, call, step, keys);
            case SUMMONS -> summonses.proceed(tx, call, notice, step, keys);
        }).orElse(OVER);
    }
}
