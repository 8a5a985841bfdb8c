package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AlertNumber;
import gateway.alert.CheckIns;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.contact.ContactPoint;
import gateway.contact.ContactRules;
import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.incoming.Envelope;
import gateway.intake.Report;
import gateway.member.Member;
import gateway.messaging.Carrier;
import gateway.messaging.Postman;
import gateway.network.FictionNumbers;
import gateway.network.NetworkFile;
import gateway.network.NetworkReading;
import gateway.pack.TestPack;
import gateway.phone.PhoneNumber;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.stories.FakeCall;
import gateway.stories.FakeCarrier;
import gateway.stories.Phone;
import gateway.stories.StoredState;
import gateway.stories.TestClock;
import gateway.stories.TimelineFold;
import gateway.twilio.TwilioCarrier;
import gateway.twilio.TwilioHttpClient;
import gateway.unread.Deadlines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
    private TestLoops loops;
    private TestDoor door;
    private TestPage page;
    private UUID account;
    private int answeredByTheCarrier;
    private boolean folds = true;
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
        testDatabase = new TestDatabase().reading(clock);
        house = new House(testDatabase.doors(), testDatabase.database(), clock, new Random(7), testDatabase.keyRing(),
                TestPack.PHNOM_PENH, new HouseSettings(CheckIns.DEFAULT, true, Deadlines.DEFAULT, whispers));
        carrier = new FakeCarrier(testDatabase.vertx());
        account = testDatabase.database().inTransaction(
                tx -> house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID));
        load(example());
        door = TestDoor.open(testDatabase, house, carrier.account(), account);
        var url = door.url();
        page = new TestPage(this, house);
        carrier.isReachedAt(url, url);
        Carrier twilio = new TwilioCarrier(carrier.account(),
                new TwilioHttpClient(testDatabase.vertx(), carrier.apiUrl(), Duration.ofSeconds(30)), url);
        postman = new Postman(testDatabase.database(), house.loops.claims, Map.of(account, twilio), clock, clock, outcome -> { });
        loops = new TestLoops(house, testDatabase, postman, clock);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            assertEquals(List.of(), carrier.strays(), "what Twilio's document does not allow");
            if (folds && context.getExecutionException().isEmpty()) {
                checkTimelines();
            }
        } finally {
            door.close();
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
    public TestActs house() {
        return new TestActs(house);
    }

    /** What people do on the console's pages. */
    public TestPage page() {
        return page;
    }

    /** A text comes in at the inbox itself, past the carrier's door; nothing else happens. */
    public void takesIn(String from, String words) {
        var account = database(tx -> house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID));
        house.inboxes.texts().take(new Envelope(account, FakeCarrier.newSid(), from, HOTLINE, words));
    }

    /** How many fields came in that nobody knows. */
    public int unknownFields() {
        return door.unknownFields();
    }

    /** The loop that forgets old signatures turns. */
    public void forgetsSignatures() {
        database(tx -> {
            house.incoming.signatures().forgetOld(tx, clock.instant());
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
        return database(tx -> house.people.members().byAlias(tx, alias)).orElseThrow();
    }

    public <T> T database(Function<Transaction, T> work) {
        return testDatabase.database().inTransaction(work);
    }

    /** A text reaches the hotline's door; nothing else happens yet. */
    public void hears(String from, String words) {
        house.inboxes.texts().take(new Envelope(account, FakeCarrier.newSid(), from, HOTLINE, words));
    }

    /** Does what is due, until nothing is left to do at this moment. */
    public void turn() {
        loops.turn();
    }

    /** Doubtful phones lose what they have and ladders climb; nobody is told yet. */
    public void attends() {
        house.loops.doubtfulPhones.tick();
        house.loops.escalationClock.tick();
    }

    /** Ladders climb; nobody is told yet. */
    public void climbs() {
        house.loops.escalationClock.tick();
    }

    /** The heralds of several gateways, all at the same moment, and nothing after them. */
    public void heralds(int gateways) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heralds = IntStream.range(0, gateways).mapToObj(_ -> threads.submit(() -> {
                start.await();
                house.loops.herald.tick();
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

    /** One turn of every loop that attends to alerts, responders and shifts, as {@code RunningLoops} turns them. */
    public Map<String, Runnable> loops() {
        return loops.all();
    }

    /** Lets time pass in steps of half a minute, as the loops would see it. */
    public void waits(Duration span) {
        loops.waits(span);
    }

    /** It becomes this time on Phnom Penh's walls, and what is due then happens. Nothing of the time between is seen. */
    public void comes(String wallTime) {
        clock.turn(Duration.between(clock.instant(), LocalDateTime.parse(wallTime).atZone(ZoneId.of("Asia/Phnom_Penh")).toInstant()));
        turn();
    }

    public Roster roster(String name) {
        return database(tx -> house.plans.rosters().all(tx)).stream().filter(roster -> roster.name().equals(name)).findFirst().orElseThrow();
    }

    /** Who is on call in a roster now. */
    public List<String> onCall(String roster) {
        return OnCall.at(roster(roster), clock.instant()).stream()
                .map(id -> database(tx -> house.people.members().find(tx, id)).orElseThrow().alias()).toList();
    }

    /** The only alert there is. */
    public LockedAlert theAlert() {
        var all = alerts();
        assertEquals(1, all.size(), "alerts");
        return all.getFirst();
    }

    public LockedAlert alert(AlertNumber number) {
        return database(tx -> house.heart.alerts().lock(tx, number)).orElseThrow();
    }

    public List<LockedAlert> alerts() {
        return database(tx -> house.heart.alerts().lists().idsAfter(tx, new gateway.alert.AlertId(new UUID(0, 0)), 10_000).stream()
                .flatMap(id -> house.heart.alerts().lock(tx, id).stream()).toList());
    }

    /** Those that go on, the oldest first. */
    public List<LockedAlert> unresolved() {
        return database(tx -> house.heart.alerts().lists().unresolved(tx, 10_000).stream().flatMap(one -> house.heart.alerts().lock(tx, one.id()).stream()).toList());
    }

    /** The unresolved alert of a phone. */
    public LockedAlert alertOf(Phone phone) {
        return database(tx -> house.heart.alerts().lockUnresolvedOf(tx, house.reporters.contactPoints().hear(tx, phone.number(), clock.instant()).id(),
                house.reporters.hotlines().byNumber(tx, new PhoneNumber(HOTLINE)).orElseThrow().id())).orElseThrow();
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
        return database(tx -> Timeline.firstBroken(tx, alert.alert().id()));
    }

    /** Whether the phone an alert came from is presumed seized. */
    public boolean isPresumedSeized(LockedAlert alert) {
        return database(tx -> house.reporters.contactPoints().find(tx, alert.alert().contactPoint())).orElseThrow().presumedSeized();
    }

    public List<Report> reportsOf(LockedAlert alert) {
        return database(tx -> house.reporting.reports().of(tx, alert, 10_000));
    }

    /** What was reported for an alert, as it reached us. */
    public List<String> wordsOf(LockedAlert alert) {
        return reportsOf(alert).stream().map(Report::words).toList();
    }

    /** Calls that the gateway joined with a reporter's phone, or tried to. */
    public List<FakeCall> reportersDialled() {
        var members = database(tx -> house.people.members().all(tx));
        return carrier.dialled().stream().filter(call -> members.stream().noneMatch(
                member -> member.phone() != null && member.phone().e164().equals(call.to()))).toList();
    }

    /** What may be done with a phone now. */
    public ContactRules rules() {
        return house.reporters.rules();
    }

    /** The phone an alert came from. */
    public ContactPoint phoneOf(LockedAlert alert) {
        return database(tx -> house.reporters.contactPoints().find(tx, alert.alert().contactPoint())).orElseThrow();
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

    private void checkTimelines() {
        for (var id : database(tx -> house.heart.alerts().lists().idsAfter(tx, new gateway.alert.AlertId(new UUID(0, 0)), 20_000))) {
            // An erased one has no key: what it says is gone, and its chain is whole.
            database(tx -> house.heart.alerts().lock(tx, id)).ifPresent(alert -> {
                var folded = TimelineFold.of(database(tx -> house.heart.alerts().timeline(tx, alert)));
                assertEquals(StoredState.of(this, alert, folded), folded, "state of " + alert.alert().number());
            });
            assertEquals(Optional.empty(), database(tx -> Timeline.firstBroken(tx, id)), "chain of " + id);
        }
    }

    /** What is written already goes out; nothing else happens. */
    public void sends() {
        loops.letThePostmanWork();
    }
}
