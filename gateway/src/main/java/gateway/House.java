package gateway;

import gateway.alert.Alerts;
import gateway.alert.Arrestees;
import gateway.alert.Beginning;
import gateway.alert.CheckIns;
import gateway.alert.CheckingIn;
import gateway.alert.Deciding;
import gateway.alert.Ladders;
import gateway.alert.Leases;
import gateway.alert.Merges;
import gateway.alert.NoteTaking;
import gateway.alert.OpeningCard;
import gateway.alert.Outcome;
import gateway.alert.Proposals;
import gateway.alert.Reopening;
import gateway.alert.Revealing;
import gateway.alert.SettingSeized;
import gateway.answering.Answering;
import gateway.answering.CallingBack;
import gateway.answering.CoverReplies;
import gateway.answering.Erasing;
import gateway.answering.Erasures;
import gateway.answering.TellingWitnesses;
import gateway.asking.Asking;
import gateway.asking.AskingAgain;
import gateway.asking.CallingAgain;
import gateway.asking.EscalatingNow;
import gateway.asking.EscalationClock;
import gateway.asking.FailingTurns;
import gateway.asking.HearingAgain;
import gateway.asking.Matchings;
import gateway.asking.MoreHands;
import gateway.asking.Passing;
import gateway.asking.Ringing;
import gateway.asking.RingingOutside;
import gateway.asking.Unattended;
import gateway.asking.UnreachedPhones;
import gateway.asking.WantedHands;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.people.EnrolmentRules;
import gateway.contact.ContactPoints;
import gateway.contact.ContactRules;
import gateway.contact.Enrolling;
import gateway.contact.Enrolments;
import gateway.contact.Hotlines;
import gateway.contact.Replying;
import gateway.contact.SafeWords;
import gateway.database.Database;
import gateway.database.LeftOutRows;
import gateway.database.RowIds;
import gateway.database.SlowWork;
import gateway.dispatch.AskedAgain;
import gateway.dispatch.Dispatches;
import gateway.duty.Duty;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.OutsideContacts;
import gateway.holding.Acknowledging;
import gateway.holding.DispatchCalls;
import gateway.holding.HandingBack;
import gateway.holding.LeaseCalls;
import gateway.holding.LeaseReminders;
import gateway.holding.Merging;
import gateway.holding.PeersByPhone;
import gateway.holding.PretenceClock;
import gateway.holding.ProposingDone;
import gateway.holding.Reliefs;
import gateway.holding.Relieving;
import gateway.holding.Resolving;
import gateway.holding.SecondCalls;
import gateway.holding.StandDown;
import gateway.inbox.CallInbox;
import gateway.inbox.Inbox;
import gateway.inbox.Switchboard;
import gateway.incoming.Envelopes;
import gateway.incoming.IncomingCalls;
import gateway.incoming.Signatures;
import gateway.incoming.TellingOfRings;
import gateway.intake.CheckingSafeWords;
import gateway.intake.Intake;
import gateway.intake.KeepingPosted;
import gateway.intake.LaterTexts;
import gateway.intake.Recognising;
import gateway.intake.Reports;
import gateway.intake.SafeWordTries;
import gateway.intake.SayingSafe;
import gateway.intake.UnreadReports;
import gateway.intake.Weighing;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.member.Warnings;
import gateway.messaging.CarrierAccounts;
import gateway.messaging.Claims;
import gateway.messaging.Outbox;
import gateway.messaging.PlacedCalls;
import gateway.network.Findings;
import gateway.network.Loading;
import gateway.pack.Pack;
import gateway.phone.Language;
import gateway.reading.AgreedWords;
import gateway.reading.Understanding;
import gateway.replying.AnsweringWords;
import gateway.replying.ConfirmingCalls;
import gateway.replying.JoiningHolder;
import gateway.replying.ReplyDesk;
import gateway.replying.RingIns;
import gateway.replying.RingingIn;
import gateway.replying.StationDesk;
import gateway.replyword.OwnTexts;
import gateway.roster.Rosters;
import gateway.safety.DoubtfulPhones;
import gateway.safety.Duress;
import gateway.safety.FindingPhone;
import gateway.safety.LosingPhone;
import gateway.safety.OptingIn;
import gateway.safety.OptingOut;
import gateway.safety.Pretences;
import gateway.safety.PretendedTimers;
import gateway.safety.Proving;
import gateway.safety.RefusedPhones;
import gateway.safety.RefusedTexts;
import gateway.safety.SafetyTimers;
import gateway.safety.Summoned;
import gateway.safety.Summoning;
import gateway.safety.TimerClock;
import gateway.safety.TimingSafety;
import gateway.sealing.KeyRing;
import gateway.telling.Crier;
import gateway.telling.DigestText;
import gateway.telling.Digests;
import gateway.telling.GeographicPermissions;
import gateway.telling.Herald;
import gateway.telling.Notices;
import gateway.telling.QuietPhones;
import gateway.telling.Rings;
import gateway.telling.Telling;
import gateway.unread.Coding;
import gateway.unread.Deadlines;
import gateway.unread.DismissingWrongNumber;
import gateway.unread.HearingMachines;
import gateway.unread.HearingMembers;
import gateway.unread.MachineTextDeadlines;
import gateway.unread.MachineTexts;
import gateway.unread.MemberReading;
import gateway.unread.MemberTextDeadlines;
import gateway.unread.MemberTexts;
import gateway.unread.Mutes;
import gateway.unread.Muting;
import gateway.unread.UnreadDeadlines;
import gateway.verifying.VerificationClock;
import gateway.verifying.Verifying;
import gateway.voice.AnsweredCall;
import gateway.voice.BridgeTalk;
import gateway.voice.Bridges;
import gateway.voice.Bridging;
import gateway.voice.CallBackTalk;
import gateway.voice.CallDesk;
import gateway.voice.Connecting;
import gateway.voice.DispatchTalk;
import gateway.voice.FirstRing;
import gateway.voice.HolderTalk;
import gateway.voice.LeaseTalk;
import gateway.voice.Menu;
import gateway.voice.NoticeTalk;
import gateway.voice.OutsideTalk;
import gateway.voice.Prompts;
import gateway.voice.ProvingOwnCalls;
import gateway.voice.ResponderTalk;
import gateway.voice.RingingBack;
import gateway.voice.Speech;
import gateway.voice.SummonsTalk;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Builds every object of the house once, in the order of the stair. Time and chance come in here; what differs between
 * running for real and telling a story, carriers, doors and loops, is added by whoever builds the house.
 */
public final class House {

    final Database database;
    final InstantSource clock;
    final RandomGenerator random;
    final KeyRing keys;
    public final Pack pack;
    final RowIds ids;

    final LeftOutRows leftOutRows;
    final CarrierAccounts carrierAccounts;
    final Outbox outbox;
    final Claims claims;
    final ContactPoints contactPoints;
    final Enrolments enrolments;
    final SafeWords safeWords;
    final Enrolling enrolling;
    public final Members members;
    final Warnings warnings;
    final SlowWork pinHashing;
    final Pins pins;
    final Rosters rosters;
    final EscalationPolicies policies;
    final OutsideContacts outsideContacts;
    public final Hotlines hotlines;
    final ContactRules contactRules;
    public final Loading loading;

    final Ladders ladders;
    final Leases leases;
    final Arrestees arrestees;
    public final Alerts alerts;
    final Merges merges;
    final Proposals proposals;
    final Beginning beginning;
    final Deciding deciding;
    final NoteTaking noteTaking;
    final Reopening reopening;
    final SettingSeized settingSeized;
    final Revealing revealing;
    final OpeningCard openingCard;

    final Dispatches dispatches;
    final Matchings matchings;
    final Notices notices;
    final Telling telling;
    final Acknowledging acknowledging;
    final CheckingIn checkingIn;
    final HandingBack handingBack;
    final EscalatingNow escalatingNow;
    final Resolving resolving;
    final Verifying verifying;
    final VerificationClock verificationClock;
    public final LosingPhone losingPhone;
    final RefusedPhones refusedPhones;
    final FindingPhone findingPhone;
    final AskingAgain askingAgain;
    final EscalationClock escalationClock;
    final FailingTurns failingTurns;
    final Unattended unattended;
    final MoreHands moreHands;
    final LeaseReminders leaseReminders;
    final PretenceClock pretenceClock;
    final SafetyTimers safetyTimers;
    final TimingSafety timingSafety;
    final TimerClock timerClock;
    final SecondCalls secondCalls;
    final Summoning summoning;
    final Herald herald;
    final Crier crier;
    final Ringing ringing;
    final UnreachedPhones unreachedPhones;
    final RefusedTexts refusedTexts;
    final CallingAgain callingAgain;
    final DoubtfulPhones doubtfulPhones;
    final Merging merging;
    final Duty duty;
    final Reliefs reliefs;

    final Reports reports;
    final CoverReplies coverReplies;
    final UnreadReports unread;
    final Coding coding;
    final UnreadDeadlines unreadDeadlines;
    final MemberTexts memberTexts;
    final MemberTextDeadlines memberTextDeadlines;
    final Mutes mutes;
    final MachineTexts machineTexts;
    final MachineTextDeadlines machineTextDeadlines;
    final Muting muting;
    final KeepingPosted keepingPosted;
    final CheckingSafeWords checkingSafeWords;
    final DismissingWrongNumber dismissingWrongNumber;
    final Erasing erasing;
    final Signatures signatures;
    final Inbox inbox;
    final Answering answering;
    final TellingWitnesses tellingWitnesses;
    final TellingOfRings tellingOfRings;
    final RingingBack ringingBack;
    final CallDesk callDesk;
    final Prompts prompts;
    public final Speech speech;

    /**
     * @param doors    the database as doors reach it, with a pool for intake alone
     * @param database the database as loops and pages reach it
     */
    House(Database doors, Database database, InstantSource clock, RandomGenerator random, KeyRing keys, Pack pack,
            CheckIns checkIns, boolean dispatchesNameArea, Deadlines deadlines, boolean whispers) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.keys = keys;
        this.pack = pack;
        ids = new RowIds(clock, random);

        leftOutRows = new LeftOutRows(database);
        carrierAccounts = new CarrierAccounts(ids);
        outbox = new Outbox(keys);
        contactPoints = new ContactPoints(keys, ids);
        enrolments = new Enrolments(keys, ids);
        safeWords = new SafeWords(random);
        enrolling = new Enrolling(enrolments, contactPoints, outbox);
        var replying = new Replying(contactPoints, outbox, pack.phrases(), random, ids);
        members = new Members(keys);
        safetyTimers = new SafetyTimers(ids);
        var pretendedTimers = new PretendedTimers(ids);
        var quietPhones = new QuietPhones(pretendedTimers, members);
        claims = new Claims(ids, random, keys,
                words -> pack.phrases().say(Language.EN, "dispatch.repeat", Map.of("words", words)), quietPhones::numbers);
        warnings = new Warnings(ids);
        pinHashing = new SlowWork("PIN hashing");
        pins = new Pins(random, pinHashing);
        rosters = new Rosters(ids);
        policies = new EscalationPolicies();
        outsideContacts = new OutsideContacts(keys);
        hotlines = new Hotlines(keys);
        contactRules = new ContactRules(contactPoints, members, hotlines, pack.neverContact());
        loading = new Loading(members, rosters, policies, hotlines, outsideContacts, ids);

        ladders = new Ladders();
        leases = new Leases();
        arrestees = new Arrestees(ids);
        alerts = new Alerts(keys, ids, random, ladders, arrestees, pack.outcomes());
        noteTaking = new NoteTaking();
        merges = new Merges();
        proposals = new Proposals(ids);
        beginning = new Beginning(ladders, policies, hotlines, ids);
        deciding = new Deciding(alerts, arrestees, proposals, beginning, pack.wanted());
        reopening = new Reopening(alerts, arrestees, ladders, leases, merges);
        settingSeized = new SettingSeized(contactPoints, outbox);
        revealing = new Revealing(contactPoints);
        openingCard = new OpeningCard(enrolments);

        dispatches = new Dispatches(keys, ids, random);
        notices = new Notices(keys, ids);
        telling = new Telling(outbox, pack.phrases(), members, hotlines, dispatches, quietPhones, notices, keys, ids);
        var wording = new DigestText.Wording(pack.phrases(), pack.codebook(), dispatchesNameArea);
        var asking = new Asking(dispatches, outbox, telling, arrestees, leases, members, wording);
        var digests = new Digests(dispatches);
        herald = new Herald(database, digests, members, telling, wording, clock);
        matchings = new Matchings(alerts, enrolments, dispatches, members, pack.codebook());
        crier = new Crier(database, notices, digests, members, telling, pack.phrases(), clock);
        var rings = new Rings();
        ringing = new Ringing(database, rings, alerts, dispatches, members, asking);
        var pretences = new Pretences(alerts, ladders, leases, dispatches, safetyTimers, pretendedTimers);
        var standDown = new StandDown(dispatches, outbox, telling, members, pretences);
        reliefs = new Reliefs();
        acknowledging = new Acknowledging(ladders, leases, dispatches, reliefs, standDown, checkIns);
        var relieving = new Relieving(dispatches, reliefs, digests, arrestees, members, safetyTimers, telling, wording);
        checkingIn = new CheckingIn(ladders, leases, checkIns);
        handingBack = new HandingBack(ladders, dispatches, members, telling, pretences);
        escalatingNow = new EscalatingNow(ladders);
        var wantedHands = new WantedHands();
        var passing = new Passing(ladders, dispatches, wantedHands);
        var proposingDone = new ProposingDone(alerts);
        resolving = new Resolving(alerts, arrestees, ladders, standDown,
                pack.outcomes().stream().map(Outcome::id).collect(Collectors.toUnmodifiableSet()));
        var askedAgain = new AskedAgain();
        verifying = new Verifying(members, hotlines, telling, askedAgain, random);
        findingPhone = new FindingPhone(members, verifying, askedAgain);
        verificationClock = new VerificationClock(database, members, verifying, telling);
        refusedPhones = new RefusedPhones(members, warnings, outbox, telling, askedAgain);
        losingPhone = new LosingPhone(members, warnings, outbox, telling);
        var placedCalls = new PlacedCalls(keys);
        var ringingOutside = new RingingOutside(outsideContacts, placedCalls, alerts, telling);
        moreHands = new MoreHands(database, alerts, dispatches, wantedHands, beginning, policies, rosters, members,
                safetyTimers, asking, telling);
        escalationClock = new EscalationClock(database, alerts, ladders, leases, dispatches, policies, rosters, members, rings,
                moreHands, ringingOutside, matchings, safetyTimers, telling, asking, pretences, checkIns);
        failingTurns = new FailingTurns(database, ladders, telling);
        askingAgain = new AskingAgain(database, askedAgain, alerts, dispatches, policies, rosters, members, safetyTimers,
                asking, telling);
        unattended = new Unattended(database, alerts, ladders, members, telling);
        var permissions = new GeographicPermissions(notices, telling);
        unreachedPhones = new UnreachedPhones(database, outbox, alerts, dispatches, members, passing, refusedPhones,
                permissions);
        refusedTexts = new RefusedTexts(database, outbox, alerts, contactPoints, members, refusedPhones, warnings, permissions);
        timingSafety = new TimingSafety(safetyTimers, alerts, dispatches, checkingIn, askedAgain, pretences);
        summoning = new Summoning(members, placedCalls, telling, pack.phrases());
        timerClock = new TimerClock(database, safetyTimers, pretendedTimers, alerts, members, telling, summoning);
        var duress = new Duress(safetyTimers, alerts, summoning, pretences);
        var proving = new Proving(pins, duress, members, telling);
        var leaseCalls = new LeaseCalls(alerts, dispatches, members, placedCalls, proving, acknowledging, checkingIn, telling,
                pretences);
        leaseReminders = new LeaseReminders(database, alerts, leases, dispatches, members, leaseCalls, telling, pretences, checkIns, clock);
        pretenceClock = new PretenceClock(database, alerts, dispatches, pretences, pretendedTimers, members, telling, checkIns);
        secondCalls = new SecondCalls(database, placedCalls, alerts, dispatches, members, summoning, leaseCalls);
        callingAgain = new CallingAgain(database, placedCalls, rings, alerts, dispatches, members, passing, asking, pretences,
                permissions);
        doubtfulPhones = new DoubtfulPhones(database, alerts, ladders, dispatches, outbox);
        var replyDesk = ReplyDesk.of(pack.replyWords(), pack.phrases(), alerts, dispatches, digests, members, acknowledging,
                checkingIn, handingBack, passing, proposingDone, moreHands, noteTaking, telling, leaseCalls,
                new ConfirmingCalls(rings, digests, telling, asking), proving, safetyTimers, pretences,
                (tx, member) -> quietPhones.isQuiet(tx, member.id()));
        var stationDesk = new StationDesk(alerts, dispatches, safetyTimers, timingSafety, replyDesk, digests, pretences, telling);
        var hearingAgain = new HearingAgain(ladders, dispatches, wantedHands, asking);
        merging = new Merging(alerts, ladders, merges, dispatches, members, acknowledging, hearingAgain, standDown, telling,
                arrestees, safetyTimers, pack.codebook(), ids);

        duty = new Duty(database, rosters, members, alerts, dispatches, relieving, telling, replyDesk, safetyTimers, keys, ids,
                random, clock);

        reports = new Reports(ids);
        coverReplies = new CoverReplies(contactRules, random);
        var recognising = new Recognising(enrolments, contactPoints, outbox, alerts);
        var envelopes = new Envelopes(keys, ids);
        unread = new UnreadReports(deadlines.unread());
        var laterTexts = new LaterTexts();
        var safeWordTries = new SafeWordTries();
        var weighing = new Weighing(contactPoints, beginning, hearingAgain, laterTexts, outbox);
        var intake = new Intake(contactPoints, members, alerts, arrestees, proposals, reports, unread, laterTexts, weighing,
                beginning, new SayingSafe(enrolments), safeWordTries, coverReplies, recognising, telling, pack.codebook(),
                pack.id() + " " + pack.version(), outbox, ids);
        coding = new Coding(alerts, reports, unread, proposals, weighing, pack.codebook());
        unreadDeadlines = new UnreadDeadlines(database, unread, alerts, ladders, telling);
        keepingPosted = new KeepingPosted(database, laterTexts, alerts, members, telling, pack.codebook());
        var erasures = new Erasures();
        dismissingWrongNumber = new DismissingWrongNumber(alerts, merges, arrestees, resolving, coverReplies, erasures, outbox,
                deadlines.wrongNumber());
        erasing = new Erasing(database, erasures, alerts, merges, contactPoints, deadlines.wrongNumber());
        var understanding = new Understanding(pack.codebook(), pack.gazetteer());
        checkingSafeWords = new CheckingSafeWords(database, safeWordTries, safeWords, enrolments, reports, understanding,
                alerts, proposals, weighing, laterTexts, clock);
        memberTexts = new MemberTexts(keys, ids, deadlines.unread());
        memberTextDeadlines = new MemberTextDeadlines(database, memberTexts, members, telling);
        var hearingMembers = new HearingMembers(new MemberReading(understanding, pack.prose(), OwnTexts.of(pack.phrases())),
                memberTexts, envelopes, contactPoints, intake, alerts, arrestees, proposals, moreHands,
                new AnsweringWords(dispatches, pretences, telling));
        var switchboard = new Switchboard(members, envelopes, replyDesk, stationDesk, verifying, duty.desk(),
                new OptingOut(warnings, telling), new OptingIn(warnings, telling), refusedPhones,
                hearingMembers, pack.codebook());
        var callingBack = new CallingBack(contactPoints, contactRules, alerts, placedCalls, replying);
        var incomingCalls = new IncomingCalls(keys, ids);
        tellingOfRings = new TellingOfRings(database, incomingCalls, members, telling);
        var callInbox = new CallInbox(doors, hotlines, contactPoints, members, replyDesk, envelopes, incomingCalls, callingBack,
                switchboard, intake, understanding, tellingOfRings);
        mutes = new Mutes(keys, ids);
        machineTexts = new MachineTexts(keys, ids, deadlines.unread());
        machineTextDeadlines = new MachineTextDeadlines(database, machineTexts, mutes, hotlines, telling);
        var hearingMachines = new HearingMachines(machineTexts, mutes, envelopes, contactPoints, enrolments, alerts);
        muting = new Muting(machineTexts, mutes, unread, reports, contactPoints, members, hotlines, intake, understanding,
                pack.codebook());
        signatures = new Signatures(keys);
        inbox = new Inbox(doors, hotlines, contactPoints, envelopes, signatures, switchboard, hearingMachines, intake, understanding);
        answering = new Answering(database, coverReplies, contactPoints, alerts, dispatches, hotlines, contactRules, replying);
        tellingWitnesses = new TellingWitnesses(database, contactPoints, alerts, hotlines, contactRules, replying,
                pack.codebook(), random, clock);
        ringingBack = new RingingBack(contactPoints, contactRules, alerts, reports, placedCalls, dispatches, telling,
                pack.codebook());
        prompts = new Prompts(keys, ids);
        speech = new Speech(pack.phrases(), prompts, pack.sounds());
        var peers = new PeersByPhone(policies, rosters, members, dispatches, matchings, acknowledging, passing, safetyTimers,
                telling);
        var joiningHolder = new JoiningHolder(alerts, dispatches, members, rosters, replyDesk, safetyTimers);
        var bridging = new Bridging(doors, contactPoints, alerts, reports, incomingCalls, new Bridges(ids), peers, joiningHolder,
                pack.codebook());
        var connecting = new Connecting(bridging, callInbox, speech, whispers);
        var menu = new Menu(callInbox, connecting, speech);
        var dispatchCalls = new DispatchCalls(alerts, dispatches, members, acknowledging, passing, proving, placedCalls,
                pretences, safetyTimers, asking, telling);
        var answeredCall = new AnsweredCall(doors, outbox, placedCalls, proving, new DispatchTalk(dispatchCalls, members, speech),
                new BridgeTalk(ringingBack, members, speech), new CallBackTalk(contactPoints, contactRules, alerts, callInbox),
                new NoticeTalk(placedCalls, new LeaseTalk(leaseCalls, members, speech),
                        new SummonsTalk(new Summoned(summoning, safetyTimers), members, speech),
                        new OutsideTalk(ringingOutside, speech)));
        var ringingIn = new RingingIn(new RingIns(), pins, duress, alerts, dispatches, pretences, asking, telling);
        var ownCalls = new ProvingOwnCalls(doors, incomingCalls, members, ringingIn, tellingOfRings);
        var holderTalk = new HolderTalk(doors, callInbox, ownCalls, joiningHolder, ringingBack, connecting, speech);
        var responderTalk = new ResponderTalk(doors, callInbox, ownCalls, dispatchCalls, menu,
                holderTalk, stationDesk, speech);
        callDesk = new CallDesk(new FirstRing(callInbox, menu, responderTalk),
                Map.of(ResponderTalk.PATH, responderTalk, HolderTalk.PATH, holderTalk, Menu.PATH, menu,
                        Connecting.PATH, connecting, AnsweredCall.PATH, answeredCall));
    }

    /** What of the network could leave an alert with nobody to ask. */
    public Findings findings() {
        return new Findings(members, rosters, policies, hotlines, outsideContacts, leftOutRows);
    }

    /** What the members' pages read from. */
    ConsoleStores consoleStores() {
        return new ConsoleStores(keys, members, hotlines, rosters, contactPoints, enrolments, contactRules, outbox, notices, alerts,
                arrestees, ladders, leases, dispatches, matchings, reliefs, reports, coverReplies, merges, proposals, unread, memberTexts, machineTexts, mutes,
                warnings, pins, safetyTimers, policies,
                pack.codebook(), pack.gazetteer(), pack.trial(), prompts, speech, findings());
    }

    /** What the members' pages check an enrolment by. */
    EnrolmentRules enrolmentRules() {
        return new EnrolmentRules(new AgreedWords(pack.codebook(), new Understanding(pack.codebook(), pack.gazetteer())),
                safeWords, pack.consents());
    }

    /** What the members' pages do. */
    ConsoleActs consoleActs() {
        return new ConsoleActs(acknowledging, checkingIn, handingBack, escalatingNow, noteTaking, resolving, reopening,
                settingSeized, revealing, openingCard, losingPhone, findingPhone, refusedPhones, timingSafety, enrolling, ringingBack, deciding, merging, coding,
                dismissingWrongNumber, muting, verifying, moreHands, duty.desk());
    }
}
