package gateway.safety;

import gateway.alert.Heart;
import gateway.member.People;
import gateway.messaging.Sending;
import gateway.sealing.Foundation;
import gateway.telling.Dispatching;

/** A member in danger: her times inside, what her phone is told when it is in doubt, and the codes that prove her or say duress. */
public record Safety(SafetyTimers timers, PretendedTimers pretendedTimers, PretendedShifts pretendedShifts, Pretences pretences, Summoning summoning,
        Duress duress, Proving proving) {

    public static Safety build(Foundation foundation, Heart heart, Dispatching dispatching, People people, Sending sending,
            PretendedTimers pretendedTimers) {
        var timers = new SafetyTimers(foundation.ids());
        var pretendedShifts = new PretendedShifts(foundation.ids());
        var pretences = new Pretences(heart, dispatching.dispatches(), timers, pretendedTimers, pretendedShifts);
        var summoning = new Summoning(dispatching, sending);
        var duress = new Duress(timers, heart.alerts(), summoning, pretences);
        return new Safety(timers, pretendedTimers, pretendedShifts, pretences, summoning, duress, new Proving(people, duress, dispatching.telling()));
    }
}
