package gateway.asking;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.asking.Matching.Need;
import gateway.asking.Matching.Regard;
import gateway.asking.StepPlan.Candidate;
import gateway.codebook.Codebook;
import gateway.contact.Enrolments;
import gateway.database.Transaction;
import gateway.dispatch.AskedMembers.Asked;
import gateway.member.Choices;
import gateway.member.MemberId;
import gateway.roster.Night;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;

/** Gathers what decides whom to ask first: what the alert needs, what each chose, and how lately each was asked. */
public final class Matchings {

    private static final AlertId NONE = new AlertId(new UUID(0, 0));

    private final Alerts alerts;
    private final Enrolments enrolments;
    private final Dispatching dispatching;
    private final Codebook codebook;

    public Matchings(Alerts alerts, Enrolments enrolments, Dispatching dispatching, Codebook codebook) {
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.enrolments = enrolments;
        this.codebook = codebook;
    }

    /** For an alert that is open; that she was asked for this very one costs nobody's night. */
    public Matching of(Transaction tx, Alert alert, Collection<Candidate> candidates, Instant now) {
        var language = Optional.ofNullable(alert.enrolment()).flatMap(id -> enrolments.find(tx, id))
                .map(person -> person.wishes().language().tag()).orElse(null);
        var code = codebook.byId(alert.code()).orElse(codebook.unclear());
        var need = new Need(alert.area(), alerts.marks().custodyPlaces(tx, alert.id()), language, Need.isGrave(code));
        return of(tx, alert.id(), need, candidates, now);
    }

    /** For an alert that there is not, at some moment. */
    public Matching of(Transaction tx, Need need, Collection<Candidate> candidates, Instant at) {
        return of(tx, NONE, need, candidates, at);
    }

    private Matching of(Transaction tx, AlertId alert, Need need, Collection<Candidate> candidates, Instant at) {
        var nights = new HashMap<MemberId, Instant>();
        candidates.forEach(candidate -> nights.put(candidate.member().id(),
                Night.fellBefore(at, candidate.zone()).orElse(at)));
        var choices = dispatching.members().choices().of(tx, nights.keySet());
        var asked = dispatching.dispatches().asked().lately(tx, nights, alert);
        var regards = new HashMap<MemberId, Regard>();
        nights.forEach((member, fell) -> {
            var lately = asked.getOrDefault(member, new Asked(Instant.MIN, 0));
            regards.put(member, new Regard(choices.getOrDefault(member, Choices.NONE), lately.at(), fell.isBefore(at),
                    lately.tonight()));
        });
        return new Matching(need, regards);
    }
}
