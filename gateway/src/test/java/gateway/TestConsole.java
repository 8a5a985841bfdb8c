package gateway;

import gateway.alert.CheckIns;
import gateway.console.Console;
import gateway.console.frame.ConsoleSettings;
import gateway.console.frame.SignInLinks;
import gateway.contact.Card;
import gateway.contact.Enrolling;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.database.TestDatabase;
import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.member.Choices;
import gateway.messaging.Carrier;
import gateway.messaging.Postman;
import gateway.messaging.SendOutcome;
import gateway.network.FictionNumbers;
import gateway.network.NetworkFile;
import gateway.network.NetworkReading;
import gateway.pack.TestPack;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.roster.Cover;
import gateway.stories.Eventually;
import gateway.unread.Deadlines;
import gateway.voice.Heard;
import gateway.voice.Verb;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The console in front of a whole house, with a carrier that takes all, and a clock one can turn. As an extension
 * ({@code @RegisterExtension static final TestConsole CONSOLE = new TestConsole()}) it forgets every alert before each test.
 */
public final class TestConsole implements BeforeEachCallback, AfterAllCallback, AutoCloseable {

    public static final String REPORTER = "+12025550150";
    public static final String ROSA = "+12025550111";
    public static final String AMIR = "+12025550112";
    public static final String LINA = "+12025550113";
    public static final String NOON = "+12025550114";
    public static final Path NETWORK = Path.of("gateway/src/test/resources/network.yaml");
    private static final String HOTLINE = "+12025550100";

    public volatile Instant now = Instant.parse("2026-03-02T14:10:00Z");
    /** What the carrier answers to a phone. */
    public volatile Carrier carrier = text -> new SendOutcome.Accepted(UUID.randomUUID().toString());
    public final House house;
    public final Console console;
    public final String address;
    private final TestDatabase database;
    private final InstantSource clock;
    private final SignInLinks links;
    private final Postman postman;
    private final UUID account;
    private final String deployment;
    private int texts;

    /** With the small network, and a database of its own. */
    public TestConsole() {
        this(new TestDatabase(), NETWORK);
    }

    /** @param network in front of which network file */
    public TestConsole(TestDatabase database, Path network) {
        this(database, network, "");
    }

    /** @param publicUrl the address members use; empty for the very one it listens on */
    public TestConsole(TestDatabase database, Path network, String publicUrl) {
        this(null, database, publicUrl);
        load(network);
    }

    /** In front of the house of a story, whose clock and loops the story turns. */
    public TestConsole(TestHouse story) {
        this(story, story.testDatabase(), "");
    }

    private TestConsole(TestHouse story, TestDatabase database, String publicUrl) {
        this.database = database;
        clock = story == null ? () -> now : story.clock;
        database.reading(clock);
        var random = new SecureRandom();
        var pack = TestPack.PHNOM_PENH;
        house = story == null ? new House(database.database(), database.database(), clock, random, database.keyRing(), pack,
                new HouseSettings(CheckIns.DEFAULT, true, Deadlines.DEFAULT, true)) : story.house().house();
        account = database.database().inTransaction(tx -> house.carrierAccounts.known(tx, "virtual", "virtual"));
        links = new SignInLinks(random);
        postman = new Postman(database.database(), house.loops.claims, Map.of(account, text -> carrier.send(text)), clock,
                InstantSource.system(), outcome -> { });
        var port = freePort();
        address = "http://127.0.0.1:" + port;
        console = new Console(new ConsoleSettings(URI.create(publicUrl.isEmpty() ? address : publicUrl), true), database.database(),
                database.changes(), MembersDoor.stores(house), MembersDoor.acts(house), MembersDoor.words(house), random);
        deployment = database.vertx().deployVerticle(() -> new VerticleBase() {
            @Override
            public Future<?> start() {
                var router = Router.router(vertx);
                console.mount(router);
                return vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                        .requestHandler(router).listen(port, "127.0.0.1");
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        empty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
        database.close();
    }

    /** A one-time link for a member, whole. */
    public String link(String alias) {
        return database.database().inTransaction(tx -> address
                + links.make(tx, house.people.members().byAlias(tx, alias).orElseThrow().id(), clock.instant()));
    }

    /** Speaks HTTP to it word by word, and gives all that comes back until it closes. */
    public String speak(String request) {
        try (var socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A text reaches the hotline; whoever is to be asked by it is asked, and texts go out. */
    public void texts(String from, String words) {
        house.inboxes.texts().take(new Envelope(account, "SM" + ++texts, from, HOTLINE, words));
        tick();
    }

    /** The same with a picture. */
    public void sendsPicture(String from, String words) {
        house.inboxes.texts().take(new Envelope(account, "SM" + ++texts, from, HOTLINE, words, null, true, true, CarrierSays.NOTHING));
        tick();
    }

    /** The loops take one turn each. */
    public void tick() {
        house.loops.escalationClock.tick();
        house.loops.leaseReminders.tick();
        house.loops.herald.tick();
        house.loops.unreachedPhones.tick();
        house.loops.doubtfulPhones.tick();
        house.loops.answering.tick();
        house.loops.unreadDeadlines.tick();
        house.loops.machineTextDeadlines.tick();
        house.loops.keepingPosted.tick();
        house.loops.refusedTexts.tick();
        house.loops.timerClock.tick();
        house.loops.erasing.tick();
        house.leftOutRows.tick();
        postman.tick();
        Eventually.until("the postman's hands are free", postman::isIdle);
    }

    /** Somebody is on call, and somebody else is not, from now on for hours; whoever attends to it has had a turn. */
    public void changesShift(String roster, String comes, String goes) {
        database.database().run(tx -> {
            var id = house.plans.rosters().all(tx).stream().filter(one -> one.name().equals(roster)).findFirst().orElseThrow().id();
            var coming = house.people.members().byAlias(tx, comes).orElseThrow().id();
            var going = house.people.members().byAlias(tx, goes).orElseThrow().id();
            house.plans.rosters().covers().add(tx, id, new Cover(new Cover.Change.StandIn(coming, going), now, now.plus(Duration.ofHours(4))), going);
        });
        now = now.plusSeconds(1);
        house.duty.tick();
        tick();
    }

    public void turnClock(Duration ahead) {
        now = now.plus(ahead);
        tick();
    }

    /** The number of the unresolved alert that was opened last. */
    public String newestAlert() {
        return database.database().inTransaction(tx -> house.heart.alerts().lists().unresolved(tx, 10_000).getLast().number().toString());
    }

    /** Somebody is enrolled by Noon, who answers her neutrally. */
    public EnrolmentId enrols(String alias, String phone) {
        var form = new Enrolling.Form(new Enrolments.Chosen(alias, new Wishes(ReplyMode.COVER, Language.KM, false, false, false),
                Set.of(), null), List.of(new PhoneNumber(phone)), Optional.empty(), Optional.of(new Card("ARV", "two", "", true)));
        return database.database().inTransaction(tx -> house.reporters.enrolling().enrol(tx, form,
                house.people.members().byAlias(tx, "Noon").orElseThrow().id().value())) instanceof Enrolling.Result.Done(var id)
                ? id : fail();
    }

    private static EnrolmentId fail() {
        throw new AssertionError("nobody was enrolled");
    }

    /** A member says on her page how she wants to be asked. */
    public void chooses(String alias, Choices choices) {
        database.database().run(tx -> {
            var member = house.people.members().byAlias(tx, alias).orElseThrow().id();
            house.people.members().choices().keep(tx, member, choices, member);
        });
    }

    /** The live reply code of a responder. */
    public String codeOf(String phone) {
        return database.database().inTransaction(tx -> house.dispatching.dispatches().liveOf(tx,
                house.people.members().byPhone(tx, new PhoneNumber(phone)).orElseThrow().id()).getLast().code().digits());
    }

    /** Forgets every alert, as between two tests. */
    public void empty() {
        database.clear("alert", "ladder", "arrestee", "timeline_entry", "dispatch", "report", "envelope", "message", "attempt",
                "cover_reply", "contact_point", "enrolment", "warning", "session", "sign_in_link", "sign_in_throttle", "barred_phone",
                "mute", "pin");
        database.tamper("DELETE FROM wrong_code; UPDATE member SET password_hash = NULL WHERE password_hash IS NOT NULL");
    }

    @Override
    public void close() {
        database.vertx().undeploy(deployment).await();
        postman.stop(Duration.ofSeconds(2));
    }

    private void load(Path file) {
        if (NetworkFile.read(file, FictionNumbers.forCarrier("virtual", URI.create("http://127.0.0.1")))
                instanceof NetworkReading.Sound(var network)) {
            database.database().run(tx -> house.loading.load(tx, network, account, "phnom-penh"));
        } else {
            throw new AssertionError("the network file is not sound");
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a call hears first: {@code Play:} and the name of a recording, or the words a voice reads. */
    public String greeting() {
        database.database().run(house.calling.speech()::learn);
        return house.calling.callDesk().ring(new Heard(account, UUID.randomUUID().toString(), "anonymous", HOTLINE, "")).verbs().stream()
                .filter(Verb.Gather.class::isInstance).map(Verb.Gather.class::cast)
                .flatMap(gather -> gather.prompts().stream())
                .map(told -> told instanceof Verb.Play(var name) ? "Play:" + name : ((Verb.Say) told).words())
                .collect(Collectors.joining(" "));
    }
}
