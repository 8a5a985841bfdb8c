package gateway.replying;

import gateway.alert.AlertActs;
import gateway.alert.Heart;
import gateway.asking.AskingActs;
import gateway.holding.HoldingActs;
import gateway.member.Pins;
import gateway.messaging.Phrases;
import gateway.replyword.OwnTexts;
import gateway.replyword.ReplyReader;
import gateway.replyword.ReplyWords;
import gateway.roster.Rosters;
import gateway.safety.Safety;
import gateway.safety.TimingSafety;
import gateway.telling.Dispatching;

/** Where the words, the keys and the calls of a responder are answered. */
public record ReplyDesks(ReplyDesk replyDesk, StationDesk stationDesk, RingingIn ringingIn, JoiningHolder joiningHolder,
        AnsweringWords answeringWords) {

    public static ReplyDesks build(ReplyWords words, Phrases phrases, Heart heart, AlertActs alertActs, Dispatching dispatching,
            AskingActs askingActs, HoldingActs holdingActs, Safety safety, TimingSafety timing, Pins pins, Rosters rosters) {
        var replyDesk = ReplyDesk.build(new ReplyReader(words, OwnTexts.of(phrases)), heart.alerts(), dispatching, alertActs, askingActs, holdingActs, safety);
        return new ReplyDesks(replyDesk, new StationDesk(heart.alerts(), dispatching, safety, timing, replyDesk),
                new RingingIn(new RingIns(), pins, safety, heart.alerts(), dispatching, askingActs.asking()),
                new JoiningHolder(heart.alerts(), dispatching, rosters, replyDesk, safety.timers()),
                new AnsweringWords(dispatching, safety.pretences()));
    }
}
