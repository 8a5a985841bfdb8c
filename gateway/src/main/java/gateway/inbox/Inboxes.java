package gateway.inbox;

import gateway.alert.Heart;
import gateway.answering.CallingBack;
import gateway.answering.CoverReplies;
import gateway.asking.AskingActs;
import gateway.codebook.Codebook;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.duty.DutyDesk;
import gateway.incoming.Incoming;
import gateway.intake.Intake;
import gateway.intake.Reporting;
import gateway.messaging.Sending;
import gateway.reading.Prose;
import gateway.reading.Understanding;
import gateway.replying.ReplyDesks;
import gateway.replyword.OwnTexts;
import gateway.safety.MemberPhones;
import gateway.telling.Dispatching;
import gateway.unread.HearingMachines;
import gateway.unread.HearingMembers;
import gateway.unread.MemberReading;
import gateway.unread.UnreadTexts;

/** Where texts and calls come in, whosever they are, and where reports become alerts. */
public record Inboxes(Inbox texts, CallInbox calls, Intake intake) {

    /**
     * @param doors the database as doors reach it
     * @param pack  name and version of the pack that reads the codes
     */
    public static Inboxes build(Database doors, Prose prose, Codebook codebook, Understanding understanding,
            String pack, Sending sending, Reporters reporters, Heart heart, Dispatching dispatching, MemberPhones phones,
            AskingActs askingActs, ReplyDesks replyDesks, DutyDesk dutyDesk, Incoming incoming, Reporting reporting,
            CoverReplies coverReplies, UnreadTexts unreadTexts) {
        var intake = new Intake(reporters.replying(), dispatching, heart, reporting, coverReplies, codebook, pack);
        var hearingMembers = new HearingMembers(new MemberReading(understanding, prose, OwnTexts.of(sending.phrases())), unreadTexts.memberTexts(), incoming.envelopes(), reporters.contactPoints(),
                intake, heart, askingActs.moreHands(), replyDesks.answeringWords());
        var switchboard = new Switchboard(dispatching.members(), incoming.envelopes(), replyDesks, phones, dutyDesk, hearingMembers,
                codebook);
        return new Inboxes(
                new Inbox(doors, reporters, incoming, switchboard,
                        new HearingMachines(unreadTexts, incoming.envelopes(), reporters, heart.alerts()), intake, understanding),
                new CallInbox(doors, reporters, incoming, new CallingBack(reporters, heart.alerts(), sending.calls()), switchboard,
                        intake, understanding),
                intake);
    }
}
