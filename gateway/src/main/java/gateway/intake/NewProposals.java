package gateway.intake;

import gateway.alert.Alert;
import gateway.alert.Proposal;
import gateway.alert.Proposal.Kind;
import gateway.alert.Proposal.Named;
import java.util.ArrayList;
import java.util.List;

/** What a later text names that a human should confirm: another place, more people than were known. Pure. */
final class NewProposals {

    private NewProposals() {}

    /** @param people how many arrestees are known */
    static List<Named> of(Alert alert, Understood understood, int people) {
        var named = new ArrayList<Named>();
        var area = understood.area();
        if (area != null && alert.area() != null && !area.equals(alert.area())) {
            named.add(new Named(Kind.PLACE, area, alert.area()));
        }
        if (understood.people() > people) {
            named.add(new Named(Kind.PEOPLE, Integer.toString(Math.min(understood.people(), Proposal.MOST_PEOPLE)),
                    Integer.toString(people)));
        }
        return List.copyOf(named);
    }
}
