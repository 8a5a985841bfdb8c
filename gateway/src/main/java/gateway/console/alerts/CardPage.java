package gateway.console.alerts;

import gateway.alert.OpeningCard.Opened;
import gateway.console.frame.Frame;
import gateway.console.frame.VisibleText;
import java.util.List;

/** The cards of those an alert is about, shown once. Never prints them. */
public record CardPage(Frame frame, String number, List<Shown> cards) {

    /** One card, its line breaks kept. */
    public record Shown(String alias, String medicine, String children, String toTell, boolean lawyer) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    static CardPage of(Frame frame, String number, List<Opened> cards) {
        return new CardPage(frame, number, cards.stream().map(opened -> new Shown(VisibleText.of(opened.alias()),
                VisibleText.of(opened.card().medicine()), VisibleText.of(opened.card().children()),
                VisibleText.of(opened.card().toTell()), opened.card().lawyer())).toList());
    }

    @Override
    public String toString() {
        return "CardPage[" + number + "]";
    }
}
