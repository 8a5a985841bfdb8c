package gateway.console.alerts;

import gateway.alert.Alert;
import gateway.alert.AlertState;
import gateway.alert.Ladder;
import gateway.console.frame.Aliases;
import gateway.console.frame.Words;
import gateway.member.MemberId;
import java.util.List;

/**
 * One alert as the board shows it.
 *
 * @param state    the word of its state
 * @param place    the area and the time of opening
 * @param proposal that its holder says it is over; empty when nobody does
 */
public record AlertCard(String number, String state, String stateName, String code, String place, String age,
        List<LadderView> ladders, String proposal) {

    static AlertCard of(Alert alert, List<Ladder> ladders, Words words, Aliases aliases, MemberId reader) {
        var state = AlertState.of(alert, ladders);
        var proposer = alert.doneProposedBy();
        var since = alert.resolvedAt() == null ? alert.openedAt() : alert.resolvedAt();
        return new AlertCard(alert.number().toString(), state.word(), words.say("state." + state.word()),
                words.name("code", alert.code()), placeAndTime(alert, words),
                words.say(alert.resolvedAt() == null ? "board.open-for" : "board.resolved-ago", "span", words.age(since)),
                ladders.stream().map(ladder -> LadderView.of(ladder, words, aliases, reader, false, false)).toList(),
                proposer == null ? "" : words.say("board.done-proposed", "who", aliases.of(proposer)));
    }

    private static String placeAndTime(Alert alert, Words words) {
        var time = words.time(alert.openedAt());
        return alert.area() == null ? time : words.name("area", alert.area()) + " · " + time;
    }
}
