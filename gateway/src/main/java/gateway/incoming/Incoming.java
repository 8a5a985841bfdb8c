package gateway.incoming;

import gateway.database.Database;
import gateway.sealing.Foundation;
import gateway.telling.Dispatching;

/** What came in, as it came. */
public record Incoming(Envelopes envelopes, IncomingCalls calls, Signatures signatures, TellingOfRings tellingOfRings) {

    public static Incoming build(Database database, Foundation foundation, Dispatching dispatching) {
        var calls = new IncomingCalls(foundation.keys(), foundation.ids());
        return new Incoming(new Envelopes(foundation.keys(), foundation.ids()), calls, new Signatures(foundation.keys()),
                new TellingOfRings(database, calls, dispatching));
    }
}
