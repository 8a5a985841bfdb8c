package gateway.safety;

import gateway.member.MemberId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of those who may be asked for one alert.
 *
 * @param reporting those whose phone has reported an unresolved alert; they are asked as ever, and one more beside
 * @param first     those whose phone made the first report of this alert
 * @param merged    those whose phone made the first report of an alert that was merged into this one
 * @param passed    those who have said "not me"; the last resort asks them all the same
 * @param later     those who asked not to be asked yet; the last resort does so when there is nobody else
 * @param timers    what their safety timers mean for their phones; whoever has none is left out
 */
public record Obstacles(Set<MemberId> reporting, Set<MemberId> first, Set<MemberId> merged, Set<MemberId> passed,
        Set<MemberId> later, Map<MemberId, TimerStanding> timers) {

    /** Where nothing speaks against anybody. */
    public static final Obstacles NONE = new Obstacles(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

    /** Of an alert that none of them has reported, and with no timers. */
    public static Obstacles of(Set<MemberId> passed, Set<MemberId> later) {
        return new Obstacles(Set.of(), Set.of(), Set.of(), passed, later, Map.of());
    }

    /** @param answers who has passed, and before when she asked not to be asked; once that moment has come nothing of it is left */
    public Obstacles passed(Map<MemberId, Optional<Instant>> answers, Instant now) {
        var notYet = new HashSet<MemberId>();
        var not = new HashSet<MemberId>();
        answers.forEach((member, until) -> until.ifPresentOrElse(moment -> {
            if (moment.isAfter(now)) {
                notYet.add(member);
            }
        }, () -> not.add(member)));
        return new Obstacles(reporting, first, merged, not, notYet, timers);
    }

    public Obstacles passed(Set<MemberId> those) {
        return new Obstacles(reporting, first, merged, those, later, timers);
    }

    public Obstacles orLater() {
        return new Obstacles(reporting, first, merged, passed, Set.of(), timers);
    }
}
