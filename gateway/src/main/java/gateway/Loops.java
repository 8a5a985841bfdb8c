package gateway;

import gateway.answering.Answering;
import gateway.answering.Erasing;
import gateway.answering.TellingWitnesses;
import gateway.asking.AskingAgain;
import gateway.asking.CallingAgain;
import gateway.asking.EscalationClock;
import gateway.asking.FailingTurns;
import gateway.asking.MoreHands;
import gateway.asking.Ringing;
import gateway.asking.Unattended;
import gateway.asking.UnreachedPhones;
import gateway.database.LeftOutRows;
import gateway.duty.Duty;
import gateway.holding.LeaseReminders;
import gateway.holding.PretenceClock;
import gateway.holding.SecondCalls;
import gateway.incoming.TellingOfRings;
import gateway.intake.CheckingSafeWords;
import gateway.intake.KeepingPosted;
import gateway.messaging.Claims;
import gateway.phone.Language;
import gateway.safety.DoubtfulPhones;
import gateway.safety.RefusedTexts;
import gateway.safety.TimerClock;
import gateway.telling.Crier;
import gateway.telling.Herald;
import gateway.unread.MachineTextDeadlines;
import gateway.unread.MemberTextDeadlines;
import gateway.unread.UnreadDeadlines;
import gateway.verifying.VerificationClock;
import java.util.Map;

/** All that turns by itself: each asks the database what is due. */
final class Loops {

    final EscalationClock escalationClock;
    final FailingTurns failingTurns;
    final AskingAgain askingAgain;
    final Unattended unattended;
    final MoreHands moreHands;
    final Ringing ringing;
    final UnreachedPhones unreachedPhones;
    final CallingAgain callingAgain;
    final Herald herald;
    final Crier crier;
    final LeaseReminders leaseReminders;
    final PretenceClock pretenceClock;
    final SecondCalls secondCalls;
    final TimerClock timerClock;
    final DoubtfulPhones doubtfulPhones;
    final RefusedTexts refusedTexts;
    final VerificationClock verificationClock;
    final Duty duty;
    final UnreadDeadlines unreadDeadlines;
    final MemberTextDeadlines memberTextDeadlines;
    final MachineTextDeadlines machineTextDeadlines;
    final KeepingPosted keepingPosted;
    final CheckingSafeWords checkingSafeWords;
    final TellingOfRings tellingOfRings;
    final Answering answering;
    final TellingWitnesses tellingWitnesses;
    final Erasing erasing;
    final LeftOutRows leftOutRows;
    /** Whom the postman asks what to send next. */
    final Claims claims;

    Loops(House house) {
        var database = house.database;
        var heart = house.heart;
        var alerts = heart.alerts();
        var dispatching = house.dispatching;
        var telling = dispatching.telling();
        var safety = house.safety;
        var sending = house.sending;
        var calls = sending.calls();
        var reporters = house.reporters;
        var codebook = house.pack.codebook();
        var askingActs = house.askingActs;
        var checkIns = house.settings.checkIns();
        var leaseCalls = house.holdingActs.leaseCalls();
        escalationClock = new EscalationClock(database, heart, dispatching, house.plans, askingActs, safety, checkIns);
        failingTurns = new FailingTurns(database, heart.ladders(), telling);
        askingAgain = new AskingAgain(database, house.phones.askedAgain(), alerts, dispatching, house.plans, safety.timers(), askingActs.asking());
        unattended = new Unattended(database, heart, dispatching);
        moreHands = askingActs.moreHands();
        ringing = new Ringing(database, dispatching, alerts, askingActs.asking());
        unreachedPhones = new UnreachedPhones(database, sending.outbox(), alerts, dispatching, askingActs.passing(), house.phones.refused());
        callingAgain = new CallingAgain(database, calls, dispatching, alerts, askingActs, safety.pretences());
        herald = new Herald(database, dispatching, house.clock);
        crier = new Crier(database, house.notices, dispatching, sending.phrases(), house.clock);
        leaseReminders = new LeaseReminders(database, heart, dispatching, leaseCalls, safety.pretences(), checkIns, house.clock);
        pretenceClock = new PretenceClock(database, alerts, dispatching, safety, checkIns);
        secondCalls = new SecondCalls(database, calls, alerts, dispatching, safety.summoning(), leaseCalls);
        timerClock = new TimerClock(database, safety, alerts, dispatching);
        doubtfulPhones = new DoubtfulPhones(database, heart, dispatching.dispatches(), sending.outbox());
        refusedTexts = new RefusedTexts(database, sending.outbox(), alerts, reporters.contactPoints(), house.people, house.phones.refused(),
                dispatching.permissions());
        verificationClock = new VerificationClock(database, dispatching, house.phones.verifying());
        duty = house.duty;
        unreadDeadlines = new UnreadDeadlines(database, house.reporting.unread(), heart, telling);
        memberTextDeadlines = new MemberTextDeadlines(database, house.unreadTexts.memberTexts(), dispatching);
        machineTextDeadlines = new MachineTextDeadlines(database, house.unreadTexts, reporters.hotlines(), telling);
        keepingPosted = new KeepingPosted(database, house.reporting.laterTexts(), alerts, dispatching, codebook);
        checkingSafeWords = new CheckingSafeWords(database, house.reporting, reporters, house.understanding, heart, house.clock);
        tellingOfRings = house.incoming.tellingOfRings();
        answering = new Answering(database, house.coverReplies, reporters, alerts, dispatching.dispatches());
        tellingWitnesses = new TellingWitnesses(database, reporters, alerts, codebook, house.foundation.random(), house.clock);
        erasing = new Erasing(database, house.unreadActs.erasures(), heart, reporters.contactPoints(), house.settings.deadlines().wrongNumber());
        leftOutRows = house.leftOutRows;
        claims = new Claims(house.foundation.ids(), house.foundation.random(), house.foundation.keys(),
                words -> sending.phrases().say(Language.EN, "dispatch.repeat", Map.of("words", words)), house.quietPhones::numbers);
    }
}
