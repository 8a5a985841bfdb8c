package gateway;

import gateway.alert.AlertActs;
import gateway.alert.Heart;
import gateway.answering.CoverReplies;
import gateway.asking.AskingActs;
import gateway.contact.Reporters;
import gateway.database.Database;
import gateway.database.LeftOutRows;
import gateway.database.SlowWork;
import gateway.duty.Duty;
import gateway.duty.DutyDesk;
import gateway.duty.ShiftActs;
import gateway.escalation.Plans;
import gateway.holding.HoldingActs;
import gateway.holding.HoldingCalls;
import gateway.holding.Merging;
import gateway.inbox.Inboxes;
import gateway.incoming.Incoming;
import gateway.intake.Reporting;
import gateway.member.People;
import gateway.messaging.CarrierAccounts;
import gateway.messaging.Sending;
import gateway.network.Findings;
import gateway.network.Loading;
import gateway.pack.Pack;
import gateway.reading.Understanding;
import gateway.replying.ReplyDesks;
import gateway.safety.MemberPhones;
import gateway.safety.PretendedTimers;
import gateway.safety.Safety;
import gateway.safety.TimingSafety;
import gateway.sealing.Foundation;
import gateway.sealing.KeyRing;
import gateway.telling.DigestText;
import gateway.telling.Dispatching;
import gateway.telling.Notices;
import gateway.telling.QuietPhones;
import gateway.unread.UnreadActs;
import gateway.unread.UnreadTexts;
import gateway.voice.Calling;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Builds the house once, a room at a time, in the order of the stair. Time and chance come in here; what differs between
 * running for real and telling a story, carriers and doors, is added by whoever builds the house.
 */
public final class House {

    final Database database;
    final InstantSource clock;
    final HouseSettings settings;
    public final Pack pack;
    final SlowWork pinHashing = new SlowWork("PIN hashing");
    final LeftOutRows leftOutRows;
    final CarrierAccounts carrierAccounts;
    final QuietPhones quietPhones;
    final Notices notices;
    public final Loading loading;
    final TimingSafety timing;
    final Merging merging;
    final Duty duty;
    final DutyDesk dutyDesk;
    final CoverReplies coverReplies;
    final Understanding understanding;

    final Foundation foundation;
    final Sending sending;
    public final People people;
    final Plans plans;
    public final Reporters reporters;
    public final Heart heart;
    final AlertActs alertActs;
    final Dispatching dispatching;
    public final MemberPhones phones;
    final Safety safety;
    final AskingActs askingActs;
    final HoldingActs holdingActs;
    final HoldingCalls holdingCalls;
    final ReplyDesks replyDesks;
    final Incoming incoming;
    final Reporting reporting;
    final UnreadTexts unreadTexts;
    final UnreadActs unreadActs;
    final Inboxes inboxes;
    public final Calling calling;
    final Loops loops;

    /**
     * @param doors    the database as doors reach it, with a pool for intake alone
     * @param database the database as loops and pages reach it
     */
    House(Database doors, Database database, InstantSource clock, RandomGenerator random, KeyRing keys, Pack pack, HouseSettings settings) {
        this.database = database;
        this.clock = clock;
        this.pack = pack;
        this.settings = settings;
        var codebook = pack.codebook();
        var deadlines = settings.deadlines();
        foundation = Foundation.build(keys, clock, random);
        leftOutRows = new LeftOutRows(database);
        carrierAccounts = new CarrierAccounts(foundation.ids());
        sending = Sending.build(keys, pack.phrases());
        people = People.build(foundation, pinHashing);
        plans = Plans.build(foundation);
        reporters = Reporters.build(foundation, sending, people.members(), pack.neverContact());
        loading = new Loading(people.members(), plans, reporters.hotlines(), foundation.ids());
        heart = Heart.build(foundation, plans.policies(), reporters.hotlines(), pack.outcomes());
        alertActs = AlertActs.build(heart, reporters, sending.outbox(), pack.wanted(), settings.checkIns());
        var pretendedTimers = new PretendedTimers(foundation.ids());
        quietPhones = new QuietPhones(pretendedTimers, people.members());
        notices = new Notices(keys, foundation.ids());
        dispatching = Dispatching.build(foundation, sending, people.members(), reporters.hotlines(), quietPhones, notices,
                new DigestText.Wording(pack.phrases(), codebook, settings.dispatchesNameArea()));
        phones = MemberPhones.build(people, reporters.hotlines(), dispatching, sending.outbox(), random);
        safety = Safety.build(foundation, heart, dispatching, people, sending, pretendedTimers);
        timing = new TimingSafety(safety, heart.alerts(), dispatching.dispatches(), alertActs.checkingIn(), phones.askedAgain());

        askingActs = AskingActs.build(database, heart, dispatching, plans, safety.timers(), sending,
                reporters.enrolments(), codebook);
        holdingActs = HoldingActs.build(heart, alertActs, dispatching, sending, safety, settings.checkIns(), pack.outcomes());
        holdingCalls = HoldingCalls.build(heart, dispatching, plans, sending, safety, askingActs, holdingActs.acknowledging());
        merging = new Merging(heart, dispatching, holdingActs, askingActs.hearingAgain(), safety.timers(), codebook, foundation.ids());
        replyDesks = ReplyDesks.build(pack.replyWords(), pack.phrases(), heart, alertActs, dispatching,
                askingActs, holdingActs, safety, timing, people.pins(), plans.rosters());
        var shifts = ShiftActs.build(database, plans.rosters(), dispatching, heart.alerts(), holdingActs.relieving(), foundation);
        duty = new Duty(database, plans.rosters(), people.members(), shifts, clock);
        dutyDesk = new DutyDesk(plans.rosters(), people.members(), shifts, replyDesks.replyDesk(), safety);
        incoming = Incoming.build(database, foundation, dispatching);
        coverReplies = new CoverReplies(reporters.rules(), random);
        reporting = Reporting.build(foundation, reporters, heart, sending.outbox(), askingActs.hearingAgain(), deadlines.unread());
        unreadTexts = UnreadTexts.build(foundation, deadlines.unread());
        understanding = new Understanding(codebook, pack.gazetteer());
        inboxes = Inboxes.build(doors, pack.prose(), codebook,
                understanding, pack.id() + " " + pack.version(), sending, reporters, heart, dispatching, phones, askingActs,
                replyDesks, dutyDesk, incoming, reporting, coverReplies, unreadTexts);
        unreadActs = UnreadActs.build(heart, reporters, people.members(), reporting, unreadTexts, inboxes.intake(), understanding, codebook,
                holdingActs.resolving(), coverReplies, sending.outbox(), deadlines.wrongNumber());
        calling = Calling.build(doors, settings.whispers(), codebook, pack.sounds(), foundation, sending, reporters, heart, dispatching, safety,
                askingActs, holdingActs, holdingCalls, replyDesks, incoming, reporting, inboxes.calls());
        loops = new Loops(this);
    }

    /** What of the network could leave an alert with nobody to ask. */
    public Findings findings() {
        return new Findings(people.members(), plans, reporters.hotlines(), leftOutRows);
    }
}
