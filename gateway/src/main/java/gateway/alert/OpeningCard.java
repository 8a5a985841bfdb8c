package gateway.alert;

import gateway.contact.Card;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.entry.ReportEntry;
import gateway.member.MemberId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A member opens the cards of those an alert is about; that he or she did, and why, stands in the timeline. Only an
 * unresolved alert opens a card.
 */
public final class OpeningCard {

    private final Enrolments enrolments;

    public OpeningCard(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /** A card, and whose it is. */
    public record Opened(String alias, Card card) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    public sealed interface Result {

        record Shown(List<Opened> cards) implements Result {}

        /** Nobody it is about left a card, or she has withdrawn it. */
        record NoCard() implements Result {}

        /** Something of it cannot be read: nobody may take that for no card. */
        record Unreadable() implements Result {}

        record AlreadyResolved() implements Result {}
    }

    public Result open(Transaction tx, LockedAlert alert, MemberId by, String reason) {
        if (alert.alert().resolvedAt() != null) {
            return new Result.AlreadyResolved();
        }
        var cards = new ArrayList<Opened>();
        for (var person : recognised(tx, alert)) {
            var alias = enrolments.find(tx, person);
            var card = enrolments.card(tx, person);
            if (alias.isPresent() && card.isPresent()) {
                alert.tell(tx, Actor.of(by), new AlertEntry.CardOpened(person.value(), reason));
                cards.add(new Opened(alias.get().alias(), card.get()));
            }
        }
        if (!cards.isEmpty()) {
            return new Result.Shown(cards);
        }
        return tx.leftOut().isEmpty() ? new Result.NoCard() : new Result.Unreadable();
    }

    /** Everybody the alert's texts have named, in their order. */
    private List<EnrolmentId> recognised(Transaction tx, LockedAlert alert) {
        var people = new LinkedHashSet<EnrolmentId>();
        Timeline.read(tx, alert.alert().id(), alert.seal()).forEach(told -> {
            if (told.entry() instanceof ReportEntry.PersonRecognised(var enrolment, _)) {
                people.add(new EnrolmentId(enrolment));
            }
        });
        return List.copyOf(people);
    }
}
