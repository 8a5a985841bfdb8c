package gateway.voice;

import gateway.alert.Heart;
import gateway.asking.AskingActs;
import gateway.codebook.Codebook;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.holding.HoldingActs;
import gateway.holding.HoldingCalls;
import gateway.inbox.CallInbox;
import gateway.incoming.Incoming;
import gateway.intake.Reporting;
import gateway.messaging.Sending;
import gateway.replying.ReplyDesks;
import gateway.safety.Safety;
import gateway.safety.Summoned;
import gateway.sealing.Foundation;
import gateway.telling.Dispatching;
import java.util.Map;

/** What is said and heard in calls. */
public record Calling(CallDesk callDesk, RingingBack ringingBack, Prompts prompts, Speech speech) {

    /**
     * @param sounds   what the pack brings as recorded
     * @param doors    the database as doors reach it
     * @param whispers whether the carrier lets a dialled phone hear something before it is joined
     */
    public static Calling build(Database doors, boolean whispers, Codebook codebook, Map<Spoken, Sound> sounds, Foundation foundation, Sending sending,
            Reporters reporters, Heart heart, Dispatching dispatching, Safety safety, AskingActs askingActs,
            HoldingActs holdingActs, HoldingCalls holdingCalls, ReplyDesks replyDesks, Incoming incoming, Reporting reporting,
            CallInbox inbox) {
        var members = dispatching.members();
        var prompts = new Prompts(foundation.keys(), foundation.ids());
        var speech = new Speech(sending.phrases(), prompts, sounds);
        var ringingBack = new RingingBack(reporters, heart.alerts(), reporting.reports(), sending.calls(), dispatching, codebook);
        var bridging = new Bridging(doors, reporters.contactPoints(), heart.alerts(), reporting.reports(), incoming.calls(),
                new Bridges(foundation.ids()), holdingCalls.peers(), replyDesks.joiningHolder(), codebook);
        var connecting = new Connecting(bridging, inbox, speech, whispers);
        var menu = new Menu(inbox, connecting, speech);
        var answeredCall = new AnsweredCall(doors, sending, safety.proving(),
                new DispatchTalk(holdingCalls.dispatchCalls(), members, speech), new BridgeTalk(ringingBack, members, speech),
                new CallBackTalk(reporters, heart.alerts(), inbox),
                new NoticeTalk(sending.calls(), new LeaseTalk(holdingActs.leaseCalls(), members, speech),
                        new SummonsTalk(new Summoned(safety.summoning(), safety.timers()), members, speech),
                        new OutsideTalk(askingActs.ringingOutside(), speech)));
        var ownCalls = new ProvingOwnCalls(doors, incoming, members, replyDesks.ringingIn());
        var holderTalk = new HolderTalk(doors, inbox, ownCalls, replyDesks.joiningHolder(), ringingBack, connecting, speech);
        var responderTalk = new ResponderTalk(doors, inbox, ownCalls, holdingCalls.dispatchCalls(), menu, holderTalk,
                replyDesks.stationDesk(), speech);
        return new Calling(new CallDesk(new FirstRing(inbox, menu, responderTalk),
                Map.of(ResponderTalk.PATH, responderTalk, HolderTalk.PATH, holderTalk, Menu.PATH, menu,
                        Connecting.PATH, connecting, AnsweredCall.PATH, answeredCall)), ringingBack, prompts, speech);
    }
}
