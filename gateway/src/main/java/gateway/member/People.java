package gateway.member;

import gateway.database.SlowWork;
import gateway.sealing.Foundation;

/** The members, the codes they prove themselves with, and what the coordinators are warned of. */
public record People(Members members, Warnings warnings, Pins pins) {

    public static People build(Foundation foundation, SlowWork pinHashing) {
        return new People(new Members(foundation.keys()), new Warnings(foundation.ids()), new Pins(foundation.random(), pinHashing));
    }
}
