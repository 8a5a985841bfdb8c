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
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gateway at work: carriers, loops and doors around an open house. Stops in reverse, within ten seconds. */
public final class Running implements AutoCloseable {

    private static final Duration SEND_DEADLINE = Duration.ofSeconds(5);
    /** Half a megabyte over a poor line; health takes a loop for ill only after 30 s. */
    private static final Duration DRAIN = Duration.ofSeconds(6);

    private final OpenHouse open;
    private final House house;
    private final Settings settings;
    private final Function<Envelope, Receipt> inbox;
    private final Postman postman;
    private final Notifier notifier;
    private final Meters meters = new Meters();
    private final Alarms alarms;
    private final ManagementDoor management;
    private final RunningLoops loops;
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
        loops = new RunningLoops(open, meters);
        inbox = meters.counting(seams.inbox().apply(house.inboxes.texts()::take));
        var phones = settings.carrier() == Settings.CarrierKind.VIRTUAL ? virtualPhones() : null;
        var carrier = meters.timing(seams.carrier().apply(phones == null ? twilioCarrier() : phones.carrier));
        postman = new Postman(open.database, house.loops.claims, Map.of(open.carrierAccount, carrier), open.clock, RunningLoops.monotonic(),
                meters::countAttempt);
        notifier = Notifier.start(open.vertx, open.url, open.database, open.changes, house.foundation.ids().next());
        alarms = new Alarms(open.database, house.heart.ladders(), house.findings(), meters);
        loops.start(postman, notifier, alarms);
        management = ManagementDoor.open(open.vertx, settings.managementPort(),
                new Health(loops.watched(), alarms::standing), new Readiness(open.database), meters);
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
        loops.stop();
        notifier.close();
        management.close();
        open.close();
    }

    private Carrier twilioCarrier() {
        var twilio = Objects.requireNonNull(settings.twilio());
        return new TwilioCarrier(account(twilio), new TwilioHttpClient(open.vertx, twilio.apiUrl(), SEND_DEADLINE),
                settings.publicUrl());
    }

    private VirtualPhones virtualPhones() {
        var phones = new VirtualPhones(open, house.calling.callDesk(), this::recordedPrompt);
        loops.attendTo(phones);
        return phones;
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
}
