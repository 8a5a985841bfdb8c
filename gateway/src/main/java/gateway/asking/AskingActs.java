package gateway.asking;

import gateway.alert.Heart;
import gateway.codebook.Codebook;
import gateway.contact.Enrolments;
import gateway.database.Database;
import gateway.escalation.Plans;
import gateway.messaging.Sending;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;

/** Asking, and what ends or widens it: the acts that other rooms call. */
public record AskingActs(Asking asking, Matchings matchings, MoreHands moreHands, Passing passing, HearingAgain hearingAgain,
        RingingOutside ringingOutside, EscalatingNow escalatingNow) {

    public static AskingActs build(Database database, Heart heart, Dispatching dispatching, Plans plans, SafetyTimers timers,
            Sending sending, Enrolments enrolments, Codebook codebook) {
        var asking = new Asking(dispatching, sending.outbox(), heart);
        var wantedHands = new WantedHands();
        return new AskingActs(asking, new Matchings(heart.alerts(), enrolments, dispatching, codebook),
                new MoreHands(database, heart, dispatching, wantedHands, plans, timers, asking),
                new Passing(heart.ladders(), dispatching.dispatches(), wantedHands),
                new HearingAgain(heart.ladders(), dispatching.dispatches(), wantedHands, asking),
                new RingingOutside(plans.outside(), sending.calls(), heart.alerts(), dispatching.telling()),
                new EscalatingNow(heart.ladders()));
    }
}
