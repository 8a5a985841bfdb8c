package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import gateway.roster.Roster;
import gateway.roster.OnCall;
import gateway.roster.Cover;
import gateway.duty.DutyDesk;
import gateway.alert.Alert;
import gateway.alert.AlertNumber;
import gateway.alert.AcknowledgeResult;
import gateway.alert.Arrestee;
import gateway.alert.CheckInResult;
import gateway.alert.CheckIns;
import gateway.alert.Deciding;
import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.OpeningCard;
import gateway.alert.Proposal;
import gateway.alert.Timeline;
import gateway.alert.Way;
import gateway.codebook.Codebook;
import gateway.contact.Card;
import gateway.contact.ContactPoint;
import gateway.contact.Enrolling;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.database.FaultyRow;
import gateway.database.LeftOutRows;
import gateway.database.SlowWork;
import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.dispatch.Merging;
import gateway.dispatch.Proof;
import gateway.dispatch.ResolveResult;
import gateway.dispatch.SafetyTimer;
import gateway.dispatch.SafetyTimers;
import gateway.dispatch.TimingSafety;
import gateway.dispatch.Verifying;
import gateway.hotline.ContactRules;
import gateway.intake.Coding;
import gateway.intake.Deadlines;
import gateway.intake.Envelope;
import gateway.intake.MachineText;
import gateway.intake.MemberText;
import gateway.intake.Mutes;
import gateway.intake.Muting;
import gateway.intake.Report;
import gateway.intake.UnreadReport;
import gateway.dispatch.FindingPhone;
import gateway.member.BarReason;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Warnings;
import gateway.messaging.Carrier;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Outbox;
import gateway.messaging.Phrases;
import gateway.messaging.Postman;
import gateway.network.Finding;
import gateway.messaging.Purpose;
import gateway.network.FictionNumbers;
import gateway.network.NetworkFile;
import gateway.network.NetworkReading;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.roster.Discipline;
import gateway.sealing.QuickHash;
import gateway.sealing.SlowHash;
import gateway.stories.Eventually;
import gateway.stories.FakeCall;
import gateway.stories.FakeCarrier;
import gateway.stories.Phone;
import gateway.stories.TestClock;
import gateway.stories.TimelineFold;
import gateway.twilio.TwilioCarrier;
import gateway.twilio.TwilioHttpClient;
import gateway.twilio.TwilioRoutes;
import gateway.voice.Prompt;
import gateway.voice.RingBackResult;
import gateway.voice.Sentence;
import gateway.voice.Spoken;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole house for a story: a real database, real signed webhooks, twilio-java doing real HTTP to the fake carrier, and
 * a clock that the story turns. Loops are turned by hand, until nothing is left to do at that moment. After each story
 * every alert's state is folded again from its entries and compared with what is stored.
 */
public final class TestHouse implements BeforeEachCallback, AfterEachCallback {

    public static final String HOTLINE = "+12025550100";
    private static final Path ROOT = Path.of("").toAbsolutePath();
    /** Monday, 2 March 2026, 14:10 in Phnom Penh: by day, so that cover replies are not held back by the night. */
    private static final Instant START = Instant.parse("2026-03-02T07:10:00Z");

    private final UnaryOperator<String> network;
    private TestDatabase testDatabase;
    private House house;
    private FakeCarrier carrier;
    private Postman postman;
    private String deployment;
    private UUID account;
    private int notes;
    private int answeredByTheCarrier;
    private int reveals;
    private int ringBacksRefused;
    private int cards;
    private boolean folds = true;
    private final AtomicInteger unknownFields = new AtomicInteger();

    private boolean whispers = true;

    public final TestClock clock = new TestClock(START);

    public TestHouse() {
        this(UnaryOperator.identity());
    }

    /** @param network changes the small network of the stories before it is loaded */
    public TestHouse(UnaryOperator<String> network) {
        this.network = network;
    }

    /** On a carrier that lets a dialled phone hear nothing before it is joined. */
    public TestHouse withoutWhispers() {
        whispers = false;
        return this;
    }

    /** For stories in which somebody tampers with what is stored. */
    public TestHouse withoutFolding() {
        folds = false;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        testDatabase = new TestDatabase();
        house = new House(testDatabase.doors(), testDatabase.database(), clock, new Random(7), testDatabase.keyRing(),
                TestPack.PHNOM_PENH, CheckIns.DEFAULT, true, Deadlines.DEFAULT, whispers);
        carrier = new FakeCarrier(testDatabase.vertx());
        account = testDatabase.database().inTransaction(
                tx -> house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID));
        load(example());
        var port = openDoor(account);
        var url = URI.create("http://127.0.0.1:" + port);
        carrier.isReachedAt(url, url);
        Carrier twilio = new TwilioCarrier(carrier.account(),
                new TwilioHttpClient(testDatabase.vertx(), carrier.apiUrl(), Duration.ofSeconds(30)), url);
        postman = new Postman(testDatabase.database(), house.claims, Map.of(account, twilio), clock, clock, outcome -> { });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            assertEquals(List.of(), carrier.strays(), "what Twilio's document does not allow");
            if (folds && context.getExecutionException().isEmpty()) {
                checkTimelines();
            }
        } finally {
            testDatabase.vertx().undeploy(deployment).await();
            postman.stop(Duration.ofSeconds(5));
            carrier.close();
            testDatabase.close();
        }
    }

    /** The small network of the stories, whose peers are asked by text alone, as this story changes it. */
    public String example() {
        try {
            return network.apply(Files.readString(ROOT.resolve("gateway/src/test/resources/network.yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public void load(String written) {
        try {
            var file = Files.writeString(Files.createTempFile(ROOT.resolve("target"), "network", ".yaml"), written);
            var reading = NetworkFile.read(file, FictionNumbers.forCarrier("twilio", carrier.apiUrl()));
            Files.delete(file);
            if (!(reading instanceof NetworkReading.Sound(var sound))) {
                throw new IllegalArgumentException(reading.toString());
            }
            database(tx -> house.loading.load(tx, sound, house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID),
                    house.pack.id()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public FakeCarrier carrier() {
        return carrier;
    }

    /** What a page or a command would do, for stories. */
    public Acts house() {
        return new Acts(house);
    }

    /** The acts of the house that stories call as a page would. */
    public record Acts(House house) {

        public void resolve(Transaction tx, LockedAlert alert, MemberId by, List<String> outcomes, String words) {
            assertEquals(ResolveResult.RESOLVED, house.resolving.resolve(tx, alert, by, outcomes, words));
        }

        public AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by, Way way) {
            return house.acknowledging.acknowledge(tx, alert, discipline, by, way);
        }

        public void reopen(Transaction tx, LockedAlert alert, MemberId by, String reason) {
            assertTrue(house.reopening.reopen(tx, alert, by, reason));
        }

        public void handBack(Transaction tx, LockedAlert alert, Discipline discipline, MemberId holder, MemberId by) {
            assertTrue(house.handingBack.handBack(tx, alert, discipline, holder, by, Way.PAGE));
        }

        public AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
            return house.acknowledging.acknowledge(tx, alert, discipline, by, Way.PAGE);
        }

        public CheckInResult checkIn(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
            return house.checkingIn.checkIn(tx, alert, discipline, by, Way.PAGE);
        }

        public Muting muting() {
            return house.muting;
        }

        /** Texts that woke nobody and that nobody has read, the oldest first. */
        public List<MachineText> machineTexts(Transaction tx) {
            return house.machineTexts.unread(tx, 1_000, 0);
        }

        public void forgetOldMachineTexts() {
            house.machineTextDeadlines.forgetOld();
        }

        /** Whoever is muted, and how many of its texts were kept from the list. */
        public List<Mutes.Mute> mutes(Transaction tx) {
            return house.mutes.all(tx, 1_000, 0);
        }

        /** She keeps a PIN, and one for duress. */
        public void keepsPin(Transaction tx, Member member, String pin, String duress) {
            var hash = QuickHash.of(pin, house.random);
            house.pins.keep(tx, member.id(), hash, SlowHash.like(duress, hash), house.clock.instant());
        }

        /** Where PINs are hashed. */
        public SlowWork pinHashing() {
            return house.pinHashing;
        }

        public TimingSafety.Result goIn(Transaction tx, LockedAlert alert, Member member, int minutes) {
            return house.timingSafety.goIn(tx, alert, member.id(), minutes, Proof.PAGE);
        }

        /** Something is queued for a number by whoever forgot that the phone is in its quiet. */
        public void queues(Transaction tx, Purpose purpose, Member member, String words) {
            var account = house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID);
            var now = house.clock.instant();
            var to = member.phone();
            var dispatch = house.dispatches.liveOf(tx, member.id()).getFirst();
            var about = new OutboundMessage.About(dispatch.alert().value(), dispatch.id().value(), null, null);
            house.outbox.add(tx, new OutboundMessage.Text(new MessageId(house.ids.next()), account, purpose,
                    new PhoneNumber(HOTLINE), to, words, true, about, now, now.plusSeconds(600)), house.keys.house());
            if (!purpose.reachesQuietPhones()) {
                house.outbox.add(tx, new OutboundMessage.Call(new MessageId(house.ids.next()), account, purpose,
                        new PhoneNumber(HOTLINE), to, words, true, about, now, now.plusSeconds(600), Duration.ofSeconds(25)),
                        house.keys.house());
            }
        }

        public List<String> keptBackOf(Transaction tx, Member member, Instant since) {
            return house.outbox.keptBackOf(tx, member.id().value(), since, 100).stream().map(Outbox.KeptBack::words).toList();
        }

        public boolean clear(Transaction tx, LockedAlert alert, Member member, MemberId by, String reason) {
            return house.timingSafety.clear(tx, alert, member.id(), by, reason);
        }

        public List<SafetyTimer> timers(Transaction tx) {
            return house.safetyTimers.standing(tx);
        }

        public SafetyTimers safetyTimers() {
            return house.safetyTimers;
        }

        public Dispatches dispatches() {
            return house.dispatches;
        }

        /** Alerts that go on, the oldest first. */
        public List<Alert> unresolved(Transaction tx) {
            return house.alerts.unresolved(tx, 10_000);
        }

        public List<Ladder> ladders(Transaction tx, List<Alert> alerts) {
            return house.ladders.ofAll(tx, alerts.stream().map(Alert::id).toList());
        }

        public List<Member> members(Transaction tx) {
            return house.members.all(tx);
        }

        public List<Roster> rosters(Transaction tx) {
            return house.rosters.all(tx);
        }

        /** The numbers of alerts for which nobody can be asked. */
        public List<String> nobodyAsked(Transaction tx) {
            return house.ladders.nobodyAsked(tx).stream().map(one -> one.number().toString()).toList();
        }

        /** Leaves a notice to the coordinators that can wait. */
        public void tellsCoordinators(Transaction tx, LockedAlert alert, String key, Map<String, String> values) {
            house.telling.tellCoordinators(tx, alert, key, values);
        }

        /** A member's number alone has caused something. */
        public void tellsOfNumberAlone(Transaction tx, Member about, String key) {
            house.telling.tellOfNumberAlone(tx, null, about, key, Map.of());
        }

        public void escalate(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
            assertTrue(house.escalatingNow.escalate(tx, alert, discipline, by));
        }

        public Verifying.Asked asksForVerification(Transaction tx, Member member) {
            return house.verifying.ask(tx, member);
        }

        public void setSeized(Transaction tx, LockedAlert alert, MemberId by, boolean seized, String reason) {
            house.settingSeized.set(tx, alert, by, seized, reason);
        }

        public void chooses(Transaction tx, MemberId member, Choices choices) {
            house.members.choices().keep(tx, member, choices, member);
        }

        public Optional<Member> member(Transaction tx, String alias) {
            return house.members.byAlias(tx, alias);
        }

        public FindingPhone.Result finds(Transaction tx, Member member, Member by) {
            return house.findingPhone.find(tx, member, by, "she rang me");
        }

        public boolean refuses(Transaction tx, Member member) {
            house.refusedPhones.refuse(tx, member);
            return true;
        }

        public boolean losingPhone(Transaction tx, Member member, BarReason reason, String actor) {
            return house.losingPhone.lose(tx, member, reason, actor);
        }

        public Coding.Result code(Transaction tx, LockedAlert alert, UUID report, String code, MemberId by) {
            return house.coding.code(tx, alert, report, code, by);
        }

        public Merging.Result merge(Transaction tx, LockedAlert merged, LockedAlert survivor, MemberId by) {
            return house.merging.merge(tx, merged, survivor, by);
        }

        public Deciding.Result decide(Transaction tx, LockedAlert alert, Proposal proposal, boolean confirmed, Member by) {
            return house.deciding.decide(tx, alert, proposal.id(), confirmed, Set.of(1), by);
        }

        /** A report named it. */
        public void propose(Transaction tx, LockedAlert alert, Proposal.Kind kind, String what) {
            house.proposals.add(tx, alert, house.reports.of(tx, alert, 1).getFirst().id(),
                    List.of(new Proposal.Named(kind, what, "")), house.clock.instant());
        }

        public boolean dismiss(Transaction tx, LockedAlert alert, MemberId by) {
            return house.dismissingWrongNumber.dismiss(tx, alert, by);
        }

        public List<Proposal> proposals(Transaction tx, LockedAlert alert) {
            return house.proposals.undecidedOf(tx, alert);
        }

        public List<UnreadReport> unread(Transaction tx, LockedAlert alert) {
            return house.unread.of(tx, alert);
        }

        public Instant carriedFrom(Transaction tx, LockedAlert alert, MemberId member) {
            return house.leases.carriedFrom(tx, alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow(), member).orElseThrow();
        }

        public List<MemberText> memberTexts(Transaction tx) {
            return house.memberTexts.unread(tx, null, 1_000);
        }

        public boolean reads(Transaction tx, UUID text, MemberId by) {
            return house.memberTexts.read(tx, text, by, true, house.clock.instant());
        }

        public List<Arrestee> arrestees(Transaction tx, LockedAlert alert) {
            return house.arrestees.of(tx, alert.alert().id());
        }

        public List<FaultyRow> faultyRows(Transaction tx) {
            return house.findings().faultyRows(tx);
        }

        /** The loop turns that writes down what was left out. */
        public void keepsLeftOut() {
            house.leftOutRows.tick();
        }

        /** What outside the network could not be read within a day. */
        public List<FaultyRow> leftOut(Transaction tx) {
            return house.findings().leftOutLately(tx).stream().map(LeftOutRows.LeftOut::row).toList();
        }

        /** What {@code umbrella check} would say of the network. */
        public List<String> findings() {
            return house.database.inTransaction(tx -> house.findings().find(tx, house.clock.instant())).stream()
                    .map(Finding::plainly).toList();
        }

        /** The numbers of alerts whose turns fail. */
        public List<String> failing() {
            return house.database.inTransaction(house.ladders::failing).stream().map(one -> one.number().toString()).toList();
        }

        public List<Warnings.Warning> warnings(Transaction tx) {
            return house.warnings.unseen(tx);
        }

        public Codebook codebook() {
            return house.pack.codebook();
        }

        public List<Timeline.Told> timeline(Transaction tx, LockedAlert alert) {
            return house.alerts.timeline(tx, alert);
        }

        public DutyDesk duty() {
            return house.duty.desk();
        }

        public Phrases phrases() {
            return house.pack.phrases();
        }
    }

    /** A text comes in at the inbox itself, past the carrier's door; nothing else happens. */
    public void takesIn(String from, String words) {
        var account = database(tx -> house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID));
        house.inbox.take(new Envelope(account, FakeCarrier.newSid(), from, HOTLINE, words));
    }

    /** How many fields came in that nobody knows. */
    public int unknownFields() {
        return unknownFields.get();
    }

    /** The loop that forgets old signatures turns. */
    public void forgetsSignatures() {
        database(tx -> {
            house.signatures.forgetOld(tx, clock.instant());
            return tx;
        });
    }

    /** How grave a code is: the gravest is 0. */
    public int gravity(String code) {
        return house.pack.codebook().byId(code).orElseThrow().gravity();
    }

    public TestDatabase testDatabase() {
        return testDatabase;
    }

    public Phone reporter() {
        return new Phone(this, "+12025550150");
    }

    public Phone phone(String number) {
        return new Phone(this, number);
    }

    /** A member of the small network: Rosa, Amir, Lina or Noon. */
    public Phone phoneOf(String alias) {
        return new Phone(this, member(alias).phone().e164());
    }

    public Member member(String alias) {
        return database(tx -> house.members.byAlias(tx, alias)).orElseThrow();
    }

    public <T> T database(Function<Transaction, T> work) {
        return testDatabase.database().inTransaction(work);
    }

    /** A text reaches the hotline's door; nothing else happens yet. */
    public void hears(String from, String words) {
        house.inbox.take(new Envelope(account, FakeCarrier.newSid(), from, HOTLINE, words));
    }

    /** Does what is due, until nothing is left to do at this moment. */
    public void turn() {
        testDatabase.database().run(house.speech::learn);
        house.duty.tick();
        var written = "";
        for (var i = 0; i < 3 && !written.equals(written()); i++) {
            written = written();
            house.checkingSafeWords.tick();
            house.doubtfulPhones.tick();
            house.escalationClock.tick();
            house.failingTurns.tick();
            house.askingAgain.tick();
            house.unattended.tick();
            house.moreHands.tick();
            house.leaseReminders.tick();
            house.pretenceClock.tick();
            house.herald.tick();
            house.ringing.tick();
            house.crier.tick();
            house.answering.tick();
            house.tellingWitnesses.tick();
            house.unreadDeadlines.tick();
            house.memberTextDeadlines.tick();
            house.machineTextDeadlines.tick();
            house.keepingPosted.tick();
            house.tellingOfRings.tick();
            house.crier.tick();
            letThePostmanWork();
            house.callingAgain.tick();
            house.timerClock.tick();
            house.secondCalls.tick();
            house.unreachedPhones.tick();
            house.refusedTexts.tick();
        }
        house.erasing.tick();
        house.verificationClock.tick();
        house.leftOutRows.tick();
        if (!written.equals(written())) {
            house.escalationClock.tick();
            house.herald.tick();
            house.ringing.tick();
            house.crier.tick();
            letThePostmanWork();
        }
    }

    /** Doubtful phones lose what they have and ladders climb; nobody is told yet. */
    public void attends() {
        house.doubtfulPhones.tick();
        house.escalationClock.tick();
    }

    /** Ladders climb; nobody is told yet. */
    public void climbs() {
        house.escalationClock.tick();
    }

    /** The heralds of several gateways, all at the same moment, and nothing after them. */
    public void heralds(int gateways) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heralds = IntStream.range(0, gateways).mapToObj(_ -> threads.submit(() -> {
                start.await();
                house.herald.tick();
                return true;
            })).toList();
            start.countDown();
            for (var herald : heralds) {
                assertTrue(herald.get());
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    /** One turn of every loop that attends to alerts, responders and shifts, as {@code Running} turns them. */
    public Map<String, Runnable> loops() {
        var loops = new LinkedHashMap<String, Runnable>();
        loops.put("duty", house.duty::tick);
        loops.put("doubtful phones", house.doubtfulPhones::tick);
        loops.put("safe words", house.checkingSafeWords::tick);
        loops.put("escalation clock", house.escalationClock::tick);
        loops.put("failing turns", house.failingTurns::tick);
        loops.put("unattended ladders", house.unattended::tick);
        loops.put("companions", house.moreHands::tick);
        loops.put("lease reminders", house.leaseReminders::tick);
        loops.put("pretences", house.pretenceClock::tick);
        loops.put("herald", house.herald::tick);
        loops.put("ringing", house.ringing::tick);
        loops.put("crier", house.crier::tick);
        loops.put("cover replies", house.answering::tick);
        loops.put("witnesses", house.tellingWitnesses::tick);
        loops.put("unread deadlines", house.unreadDeadlines::tick);
        loops.put("machine text deadlines", house.machineTextDeadlines::tick);
        loops.put("old machine texts", house.machineTextDeadlines::forgetOld);
        loops.put("later texts", house.keepingPosted::tick);
        loops.put("postman", postman::tick);
        loops.put("calls again", house.callingAgain::tick);
        loops.put("safety timers", house.timerClock::tick);
        loops.put("second calls", house.secondCalls::tick);
        loops.put("unreached phones", house.unreachedPhones::tick);
        loops.put("refused texts", house.refusedTexts::tick);
        loops.put("verifications", house.verificationClock::tick);
        loops.put("erasing", house.erasing::tick);
        loops.put("left out rows", house.leftOutRows::tick);
        return loops;
    }

    /** Where the log of writes ends: a round in which nothing was written would only be followed by another like it. */
    private String written() {
        return database(tx -> tx.queryOne("SELECT pg_current_wal_insert_lsn()::text AS written", row -> row.text("written"))).orElseThrow();
    }

    /** Lets time pass in steps of half a minute, as the loops would see it. */
    public void waits(Duration span) {
        var step = Duration.ofSeconds(30);
        var left = span;
        while (left.isPositive()) {
            var next = left.compareTo(step) < 0 ? left : step;
            clock.turn(next);
            turn();
            left = left.minus(next);
        }
    }

    /** It becomes this time on Phnom Penh's walls, and what is due then happens. Nothing of the time between is seen. */
    public void comes(String wallTime) {
        clock.turn(Duration.between(clock.instant(), LocalDateTime.parse(wallTime).atZone(ZoneId.of("Asia/Phnom_Penh")).toInstant()));
        turn();
    }

    /** A coordinator lets somebody stand in on the page, or takes somebody off. */
    public void covers(String roster, Cover.Change change, String from, String to) {
        var zone = ZoneId.of("Asia/Phnom_Penh");
        database(tx -> house.rosters.covers().add(tx, roster(roster).id(), new Cover(change,
                LocalDateTime.parse(from).atZone(zone).toInstant(), LocalDateTime.parse(to).atZone(zone).toInstant()),
                member("Noon").id()));
        turn();
    }

    /** A coordinator puts somebody on call beside the others, from now on and for so long. */
    public void standsBeside(String roster, String alias, Duration span) {
        database(tx -> house.rosters.covers().add(tx, roster(roster).id(), new Cover(new Cover.Change.Add(member(alias).id()),
                clock.instant(), clock.instant().plus(span)), member("Noon").id()));
        turn();
    }

    public Roster roster(String name) {
        return database(tx -> house.rosters.all(tx)).stream().filter(roster -> roster.name().equals(name)).findFirst().orElseThrow();
    }

    /** Who is on call in a roster now. */
    public List<String> onCall(String roster) {
        return OnCall.at(roster(roster), clock.instant()).stream()
                .map(id -> database(tx -> house.members.find(tx, id)).orElseThrow().alias()).toList();
    }

    /** The only alert there is. */
    public LockedAlert theAlert() {
        var all = alerts();
        assertEquals(1, all.size(), "alerts");
        return all.getFirst();
    }

    public LockedAlert alert(AlertNumber number) {
        return database(tx -> house.alerts.lock(tx, number)).orElseThrow();
    }

    public List<LockedAlert> alerts() {
        return database(tx -> house.alerts.idsAfter(tx, new gateway.alert.AlertId(new UUID(0, 0)), 10_000).stream()
                .flatMap(id -> house.alerts.lock(tx, id).stream()).toList());
    }

    /** Those that go on, the oldest first. */
    public List<LockedAlert> unresolved() {
        return database(tx -> house.alerts.unresolved(tx, 10_000).stream().flatMap(one -> house.alerts.lock(tx, one.id()).stream()).toList());
    }

    /** The unresolved alert of a phone. */
    public LockedAlert alertOf(Phone phone) {
        return database(tx -> house.alerts.lockUnresolvedOf(tx, house.contactPoints.hear(tx, phone.number(), clock.instant()).id(),
                house.hotlines.byNumber(tx, new PhoneNumber(HOTLINE)).orElseThrow().id())).orElseThrow();
    }

    /** What the entries of an alert tell, by kind. */
    public List<String> kinds(LockedAlert alert) {
        return testDatabase.database().inTransaction(tx -> tx.query(
                "SELECT kind FROM timeline_entry WHERE alert_id = $1 ORDER BY sequence", row -> row.text("kind"),
                alert.alert().id().value()));
    }

    public List<String> kindsOfAll() {
        return alerts().stream().flatMap(alert -> kinds(alert).stream()).toList();
    }

    /** The first broken entry of an alert's chain, as {@code umbrella verify} finds it. */
    public Optional<Integer> firstBroken(LockedAlert alert) {
        return database(tx -> house.timeline.firstBroken(tx, alert.alert().id()));
    }

    /** Whether the phone an alert came from is presumed seized. */
    public boolean isPresumedSeized(LockedAlert alert) {
        return database(tx -> house.contactPoints.find(tx, alert.alert().contactPoint())).orElseThrow().presumedSeized();
    }

    public List<Report> reportsOf(LockedAlert alert) {
        return database(tx -> house.reports.of(tx, alert, 10_000));
    }

    /** What was reported for an alert, as it reached us. */
    public List<String> wordsOf(LockedAlert alert) {
        return reportsOf(alert).stream().map(Report::words).toList();
    }

    /** A coordinator or responder does something on the page. */
    public void onThePage(String alias, PageAct act) {
        var member = member(alias);
        database(tx -> {
            act.on(tx, house.alerts.lock(tx, theAlertNumber(tx)).orElseThrow(), member);
            return tx;
        });
        turn();
    }

    public interface PageAct {
        void on(Transaction tx, LockedAlert alert, Member member);
    }

    public void notes(String alias, String words) {
        notes++;
        onThePage(alias, (tx, alert, member) -> house.noteTaking.note(tx, alert, member.id(), words));
    }

    public void reveals(String alias, String reason) {
        reveals++;
        onThePage(alias, (tx, alert, member) -> house.revealing.reveal(tx, alert, member.id(), reason));
    }

    /** A member asks on the page to speak with the reporter. */
    public RingBackResult ringsBack(String alias) {
        var result = new RingBackResult[1];
        onThePage(alias, (tx, alert, member) -> {
            house.contactPoints.lock(tx, alert.alert().contactPoint());
            result[0] = house.ringingBack.ask(tx, alert, member, "she asked for it");
        });
        if (result[0] instanceof RingBackResult.Refused) {
            ringBacksRefused++;
        }
        return result[0];
    }

    /** A member opens the cards of those the alert is about. */
    public OpeningCard.Result opensCard(String alias, String reason) {
        var result = new OpeningCard.Result[1];
        onThePage(alias, (tx, alert, member) -> result[0] = house.openingCard.open(tx, alert, member.id(), reason));
        if (result[0] instanceof OpeningCard.Result.Shown(var shown)) {
            cards += shown.size();
        }
        return result[0];
    }

    /** The story knows that a member who was joining was told no at the last moment. */
    public void ringBackWasRefusedAtDialling() {
        ringBacksRefused++;
    }

    public int ringBacksRefused() {
        return ringBacksRefused;
    }

    /** Calls that the gateway joined with a reporter's phone, or tried to. */
    public List<FakeCall> reportersDialled() {
        var members = database(tx -> house.members.all(tx));
        return carrier.dialled().stream().filter(call -> members.stream().noneMatch(
                member -> member.phone() != null && member.phone().e164().equals(call.to()))).toList();
    }

    public int cardsOpened() {
        return cards;
    }

    /** Noon enrols somebody, with her own phones. */
    public EnrolmentId enrols(Enrolments.Chosen chosen, Optional<Card> card, String... phones) {
        var by = member("Noon").id().value();
        var form = new Enrolling.Form(chosen, java.util.Arrays.stream(phones).map(PhoneNumber::new).toList(), Optional.empty(),
                card);
        return switch (database(tx -> house.enrolling.enrol(tx, form, by))) {
            case Enrolling.Result.Done(var id) -> id;
            case Enrolling.Result refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Noon enrols somebody who leaves a safe word and one for duress. */
    public EnrolmentId enrols(Enrolments.Chosen chosen, String safeWord, String duressWord, String phone) {
        var by = member("Noon").id().value();
        var words = Optional.of(house.safeWords.hash(safeWord, duressWord));
        var form = new Enrolling.Form(chosen, List.of(new PhoneNumber(phone)), words, Optional.empty());
        return switch (database(tx -> house.enrolling.enrol(tx, form, by))) {
            case Enrolling.Result.Done(var id) -> id;
            case Enrolling.Result refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** She chooses anew how she is spoken to. */
    public void changes(EnrolmentId id, Enrolments.Chosen chosen) {
        database(tx -> house.enrolling.change(tx, id, new Enrolling.Form(chosen, List.of(), Optional.empty(), Optional.empty()),
                java.util.Set.of()));
    }

    public void withdraws(EnrolmentId id) {
        boolean withdrawn = database(tx -> house.enrolling.withdraw(tx, id));
        assertTrue(withdrawn);
    }

    /** What may be done with a phone now. */
    public ContactRules rules() {
        return house.contactRules;
    }

    /** The phone an alert came from. */
    public ContactPoint phoneOf(LockedAlert alert) {
        return database(tx -> house.contactPoints.find(tx, alert.alert().contactPoint())).orElseThrow();
    }

    /** A text that the carrier answered by itself, as it says in a field of its own. */
    public void textsAnsweredByTheCarrier(String from, String words, String optOutType) {
        var fields = FakeCarrier.incoming(FakeCarrier.newSid(), from, HOTLINE, words);
        fields.put("OptOutType", optOutType);
        assertEquals(200, carrier.post("/twilio/texts", fields).statusCode());
        answeredByTheCarrier += Set.of("STOP", "START", "HELP").contains(optOutType) ? 1 : 0;
        turn();
    }

    public int answeredByTheCarrier() {
        return answeredByTheCarrier;
    }

    public int notesTaken() {
        return notes;
    }

    public int numbersRevealed() {
        return reveals;
    }

    private void checkTimelines() {
        for (var id : database(tx -> house.alerts.idsAfter(tx, new gateway.alert.AlertId(new UUID(0, 0)), 20_000))) {
            // An erased one has no key: what it says is gone, and its chain is whole.
            database(tx -> house.alerts.lock(tx, id)).ifPresent(alert -> {
                var folded = TimelineFold.of(database(tx -> house.alerts.timeline(tx, alert)));
                assertEquals(TimelineFold.stored(this, alert, folded), folded, "state of " + alert.alert().number());
            });
            assertEquals(Optional.empty(), database(tx -> house.timeline.firstBroken(tx, id)), "chain of " + id);
        }
    }

    private AlertNumber theAlertNumber(Transaction tx) {
        return house.alerts.unresolved(tx, 1).stream().findFirst()
                .or(() -> house.alerts.recentlyResolved(tx, 1).stream().findFirst()).orElseThrow().number();
    }

    /** What is written already goes out; nothing else happens. */
    public void sends() {
        letThePostmanWork();
    }

    private void letThePostmanWork() {
        Eventually.until("the postman has sent what is due", () -> {
            postman.tick();
            return database(tx -> tx.queryOne("""
                    SELECT count(*) AS count
                      FROM message
                     WHERE state = 'sending' OR due_at <= $1
                    """, row -> row.count("count"), clock.instant())).orElseThrow() == 0;
        });
    }

    private int openDoor(UUID account) {
        var routes = new TwilioRoutes[1];
        var port = new int[1];
        deployment = testDatabase.vertx().deployVerticle(new VerticleBase() {
            @Override
            public Future<?> start() {
                var server = vertx.createHttpServer();
                var router = Router.router(vertx);
                server.requestHandler(request -> {
                    if (routes[0] == null) {
                        routes[0] = new TwilioRoutes(URI.create("http://127.0.0.1:" + server.actualPort()),
                                Map.of(account, carrier.account()), house.inbox::take, house.callDesk, testDatabase.database(), house.outbox,
                                clock, end -> { }, unknownFields::addAndGet);
                        routes[0].mount(router);
                    }
                    router.handle(request);
                });
                return server.listen(0, "127.0.0.1").onSuccess(open -> port[0] = open.actualPort());
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        return port[0];
    }
}
