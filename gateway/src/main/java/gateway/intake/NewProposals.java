package gateway.intake;

import gateway.alert.Alert;
import gateway.alert.Arrestee;
import gateway.alert.Proposal;
import gateway.alert.Proposal.Kind;
import gateway.alert.Proposal.Named;
import gateway.codebook.Code;
import gateway.reading.Understood;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a later text names that a human should confirm: where she is now, what was done to her, what she needs, another place,
 * more people than were known. Pure.
 */
public final class NewProposals {

    private NewProposals() {}

    /** @param held the arrestees that are known */
    public static List<Named> of(Alert alert, Understood understood, List<Arrestee> held) {
        var named = new ArrayList<Named>();
        understood.reading().codes().forEach(code -> addNamedBy(code, named));
        named.removeIf(one -> one.kind() == Kind.STAGE && !held.isEmpty()
                && held.stream().allMatch(arrestee -> one.what().equals(arrestee.stage())));
        var area = understood.area();
        if (area != null && alert.area() != null && !area.equals(alert.area())) {
            named.add(new Named(Kind.PLACE, area, alert.area()));
        }
        if (understood.people() > Math.max(1, held.size())) {
            named.add(new Named(Kind.PEOPLE, Integer.toString(Math.min(understood.people(), Proposal.MOST_PEOPLE)),
                    Integer.toString(held.size())));
        }
        return List.copyOf(named);
    }

    /** What a code tells of, in the pack's words. */
    public static List<Named> of(Code code) {
        var named = new ArrayList<Named>();
        addNamedBy(code, named);
        return List.copyOf(named);
    }

    private static void addNamedBy(Code code, List<Named> named) {
        add(Kind.STAGE, code.stage(), named);
        add(Kind.HARM, code.harm(), named);
        add(Kind.NEED, code.need(), named);
    }

    private static void add(Kind kind, @Nullable String what, List<Named> named) {
        if (what != null) {
            named.add(new Named(kind, what, ""));
        }
    }
}
