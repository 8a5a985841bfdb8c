package gateway;

import gateway.console.Console;
import gateway.console.frame.ConsoleSettings;
import gateway.console.frame.SignInLinks;
import gateway.database.CannotStart;
import gateway.database.Notifier;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.member.Member;
import gateway.messaging.Carrier;
import gateway.messaging.Postman;
import gateway.network.Finding;
import gateway.network.Loading;
import gateway.settings.Settings;
import gateway.twilio.DeliveryWebhook;
import gateway.twilio.TwilioAccount;
import gateway.twilio.TwilioCarrier;
import gateway.twilio.TwilioHttpClient;
import gateway.twilio.TwilioRoutes;
import gateway.virtualphone.RecordedPrompt;
import gateway.voice.Sound;
import gateway.voice.Spoken;
import gateway.watch.Alarms;
import gateway.watch.Health;
import gateway.watch.Meters;
import gateway.watch.Readiness;
import gateway.watch.Tallies;
import gateway.watch.WatchedLoop;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The gateway at work: carriers, loops and doors around an open house. Stops in reverse, within ten seconds. */
public final class Running implements AutoCloseable {

    /** Each attends to another alert: when many come at once, one alone would fall behind. */
    private static final int CLIMBERS = 2;
    private static final Duration TICK = Duration.ofSeconds(1);
    /** Known numbers may go half a minute apart: that a moment has come is seen soon. */
    private static final Duration HERALD = Duration.ofMillis(250);
    private static final Duration DUTY = Duration.ofSeconds(5);
    private static final Duration NOTIFY = Duration.ofMillis(100);
    private static final Duration TALLY = Duration.ofSeconds(10);
    /** No loop may be slower than the age at which {@code Health} takes it for ill. */
    private static final Duration LEARN = Duration.ofSeconds(20);
    private static final Duration SEND_DEADLINE = Duration.ofSeconds(5);
    /** Half a megabyte over a poor line; health takes a loop for ill only after 30 s. */
    private static final Duration DRAIN = Duration.ofSeconds(6);
    private static final Duration LOOP_DRAIN = Duration.ofSeconds(2);

    private final OpenHouse open;
    private final House house;
    private final Settings settings;
    private final Function<Envelope, Receipt> inbox;
    private final Postman postman;
    private final Notifier notifier;
    private final Meters meters = new Meters();
    private final Alarms alarms;
    private final ManagementDoor management;
    private final List<Loop> loops = new ArrayList<>();
    private final List<String> deployments = new ArrayList<>();
    private final String virtualPhones;

    private Running(OpenHouse open, Seams seams) {
        this.open = open;
        this.house = open.house;
        this.settings = open.settings;
        loadFirstNetwork();
        meters.show(open.collisions);
        meters.show(open.faultyRows);
        meters.show(open.database.failedRows());
        inbox = meters.counting(seams.inbox().apply(house.inboxes.texts()::take));
        var phones = settings.carrier() == Settings.CarrierKind.VIRTUAL ? virtualPhones() : null;
        var carrier = meters.timing(seams.carrier().apply(phones == null ? twilioCarrier() : phones.carrier));
        postman = new Postman(open.database, house.loops.claims, Map.of(open.carrierAccount, carrier), open.clock, monotonic(),
                meters::countAttempt);
        notifier = Notifier.start(open.vertx, open.url, open.database, open.changes, house.foundation.ids().next());
        alarms = new Alarms(open.database, house.heart.ladders(), house.findings(), meters);
        startLoops();
        management = ManagementDoor.open(open.vertx, settings.managementPort(),
                new Health(loops.stream().map(Running::watched).toList(), alarms::standing), new Readiness(open.database), meters);
        openDoors();
        virtualPhones = phones == null ? "" : phones.open(settings.virtualPort(), inbox);
    }

    public static Running start(Settings settings, Seams seams) {
        var open = OpenHouse.toServe(settings, seams.beforeCommit());
        var running = false;
        try {
            var gateway = new Running(open, seams);
            running = true;
            return gateway;
        } finally {
            if (!running) {
                open.close();
            }
        }
    }

    /** What a newcomer needs to see: where the console is, a way in for the first coordinator, and the virtual phones. */
    public List<String> greeting() {
        var lines = new ArrayList<String>();
        lines.add("Console         " + settings.publicUrl());
        if (!virtualPhones.isEmpty()) {
            signInLink().ifPresent(link -> lines.add("Sign in once    " + link));
            lines.add("Virtual phones  " + virtualPhones);
        }
        return lines;
    }

    /** Doors first, so that nothing new comes in; then the postman's hands; then the loops; then the database. */
    @Override
    public void close() {
        open.beginLeaving();
        deployments.forEach(deployment -> open.vertx.undeploy(deployment).await());
        postman.stop(DRAIN);
        loops.forEach(loop -> loop.stop(LOOP_DRAIN));
        notifier.close();
        management.close();
        open.close();
    }

    private Carrier twilioCarrier() {
        var twilio = Objects.requireNonNull(settings.twilio());
        return new TwilioCarrier(account(twilio), new TwilioHttpClient(open.vertx, twilio.apiUrl(), SEND_DEADLINE),
                settings.publicUrl());
    }

    /** They owe receipts as rows, and their calls go on with time: each has a loop of its own. */
    private VirtualPhones virtualPhones() {
        var phones = new VirtualPhones(open, house.calling.callDesk(), this::recordedPrompt);
        wokenBy(every(TICK, "virtual phones", phones.carrier::tick));
        every(TICK, "virtual calls", phones.exchange::tick);
        return phones;
    }

    private void startLoops() {
        every(TICK, "clock", open.clock::tick);
        for (var climber = 1; climber <= CLIMBERS; climber++) {
            wokenBy(whenDue(TICK, "escalation clock " + climber, house.loops.escalationClock::tick));
        }
        wokenBy(whenDue(TICK, "lease reminders", house.loops.leaseReminders::tick));
        whenDue(TICK, "pretences", house.loops.pretenceClock::tick);
        whenDue(TICK, "safety timers", house.loops.timerClock::tick);
        wokenBy(whenDue(TICK, "second calls", house.loops.secondCalls::tick));
        whenDue(TICK, "unattended ladders", house.loops.unattended::tick);
        whenDue(TICK, "companions", house.loops.moreHands::tick);
        wokenBy(whenDue(HERALD, "herald", house.loops.herald::tick));
        wokenBy(whenDue(HERALD, "crier", house.loops.crier::tick));
        wokenBy(whenDue(HERALD, "ringing", house.loops.ringing::tick));
        wokenBy(whenDue(TICK, "unreached phones", house.loops.unreachedPhones::tick));
        wokenBy(whenDue(TICK, "calls again", house.loops.callingAgain::tick));
        whenDue(TICK, "refused texts", house.loops.refusedTexts::tick);
        wokenBy(whenDue(TICK, "later texts", house.loops.keepingPosted::tick));
        wokenBy(whenDue(TICK, "safe words", house.loops.checkingSafeWords::tick));
        whenDue(TICK, "rings of members", house.loops.tellingOfRings::tick);
        whenDue(TICK, "unread deadlines", house.loops.unreadDeadlines::tick);
        whenDue(TICK, "member text deadlines", house.loops.memberTextDeadlines::tick);
        whenDue(TICK, "machine text deadlines", house.loops.machineTextDeadlines::tick);
        every(LEARN, "old machine texts", house.loops.machineTextDeadlines::forgetOld);
        whenDue(DUTY, "duty", house.duty::tick);
        whenDue(LEARN, "erasing", house.loops.erasing::tick);
        every(LEARN, "signatures", () -> open.database.run(tx -> house.incoming.signatures().forgetOld(tx, tx.now())));
        whenDue(LEARN, "verifications", house.loops.verificationClock::tick);
        wokenBy(whenDue(TICK, "postman", postman::tick));
        whenDue(TICK, "asking again", house.loops.askingAgain::tick);
        whenDue(TICK, "doubtful phones", house.loops.doubtfulPhones::tick);
        wokenBy(every(TICK, "prompts", () -> open.database.run(house.calling.speech()::learn)));
        whenDue(TICK, "cover replies", house.loops.answering::tick);
        whenDue(TICK, "witnesses", house.loops.tellingWitnesses::tick);
        every(NOTIFY, "notifier", notifier::tick);
        every(TALLY, "left out rows", house.leftOutRows::tick);
        every(TALLY, "alarms", alarms::tick);
        whenDue(TALLY, "failing turns", house.loops.failingTurns::tick);
        every(TALLY, "tallies", new Tallies(open.database, meters, open.clock)::tick);
        every(LEARN, "alert numbers", () -> open.database.run(house.heart.alerts().opening()::learnNumberLength));
    }

    private Loop every(Duration period, String name, Runnable turn) {
        return watch(Loop.every(period, name, monotonic(), turn));
    }

    private Loop whenDue(Duration period, String name, Supplier<Optional<Instant>> turn) {
        return watch(Loop.whenDue(period, name, open.clock, monotonic(), turn));
    }

    private Loop watch(Loop loop) {
        loops.add(loop);
        meters.watch(watched(loop));
        return loop;
    }

    private static WatchedLoop watched(Loop loop) {
        return new WatchedLoop(loop.name(), loop::sinceSuccess);
    }

    private void wokenBy(Loop loop) {
        open.changes.onChange(loop::wake);
    }

    /** One verticle a core, each on virtual threads, all on the same port. */
    private void openDoors() {
        var console = console();
        var options = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)
                .setInstances(Runtime.getRuntime().availableProcessors());
        deployments.add(open.vertx.deployVerticle(() -> new Door(console), options).await());
    }

    private Console console() {
        return new Console(
                new ConsoleSettings(settings.publicUrl(), settings.carrier() == Settings.CarrierKind.VIRTUAL), open.database, open.changes,
                MembersDoor.stores(house), MembersDoor.acts(house), MembersDoor.words(house), open.random);
    }

    private final class Door extends VerticleBase {

        private final Console console;

        Door(Console console) {
            this.console = console;
        }

        @Override
        public Future<?> start() {
            var router = Router.router(vertx);
            twilioRoutes().ifPresent(routes -> routes.mount(router));
            console.mount(router);
            return vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                    .requestHandler(router)
                    .listen(settings.httpPort(), settings.httpHost());
        }
    }

    private Optional<TwilioRoutes> twilioRoutes() {
        return Optional.ofNullable(settings.twilio()).map(twilio -> new TwilioRoutes(settings.publicUrl(),
                Map.of(open.carrierAccount, account(twilio)), inbox, house.calling.callDesk(), new DeliveryWebhook(open.doors, house.sending.outbox()),
                end -> { }, meters::countUnknownFields));
    }

    /** Only into an empty database; afterwards the network changes by {@code umbrella load} alone. */
    private void loadFirstNetwork() {
        var file = settings.network();
        if (file != null && open.database.inTransaction(Loading::isEmpty)) {
            var network = open.read(file);
            open.database.run(tx -> house.loading.load(tx, network, open.carrierAccount, house.pack.id()));
        }
        var fiction = open.fictionNumbers();
        if (!fiction.isEmpty()) {
            throw new CannotStart(fiction.stream().map(Finding::plainly).collect(Collectors.joining("\n")));
        }
        if (open.database.inTransaction(house.reporters.hotlines()::all).isEmpty()) {
            throw new CannotStart("no hotline is loaded, so no alert could reach anybody: set network, or `umbrella load FILE`", null);
        }
    }

    private Optional<String> signInLink() {
        return open.database.inTransaction(tx -> house.people.members().coordinators(tx).stream().findFirst()
                .map(Member::id)
                .map(member -> settings.publicUrl()
                        + new SignInLinks(open.random).make(tx, member, tx.now())));
    }

    private static TwilioAccount account(Settings.Twilio twilio) {
        var previous = twilio.previousAuthToken();
        return new TwilioAccount(twilio.accountSid().value(), twilio.authToken().value(),
                previous == null ? null : previous.value());
    }

    /** What a virtual phone plays is what a carrier would be served under the same name. */
    private Optional<RecordedPrompt> recordedPrompt(String name) {
        return house.calling.speech().spokenAs(name).flatMap(spoken -> open.database.inTransaction(tx -> house.calling.speech().content(tx, name))
                .flatMap(Sound::of).map(sound -> recorded(spoken, sound)));
    }

    private RecordedPrompt recorded(Spoken spoken, Sound sound) {
        return new RecordedPrompt(spoken.language(), house.calling.speech().words(spoken), sound.kind().mediaType(),
                Buffer.buffer(sound.bytes()));
    }

    /** What nobody can set: measures pauses and the age of a loop's last turn. */
    private static InstantSource monotonic() {
        var start = System.nanoTime();
        return () -> Instant.EPOCH.plusNanos(System.nanoTime() - start);
    }
}
