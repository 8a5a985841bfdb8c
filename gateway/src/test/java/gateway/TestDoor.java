package gateway;

import gateway.database.TestDatabase;
import gateway.twilio.DeliveryWebhook;
import gateway.twilio.TwilioAccount;
import gateway.twilio.TwilioRoutes;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The house's own door to the carrier on a port of this machine. */
final class TestDoor extends VerticleBase {

    private final House house;
    private final TestDatabase testDatabase;
    private final TwilioAccount carrier;
    private final UUID account;
    private final AtomicInteger unknownFields = new AtomicInteger();
    private int port;

    private TestDoor(TestDatabase testDatabase, House house, TwilioAccount carrier, UUID account) {
        this.house = house;
        this.testDatabase = testDatabase;
        this.carrier = carrier;
        this.account = account;
    }

    static TestDoor open(TestDatabase testDatabase, House house, TwilioAccount carrier, UUID account) {
        var door = new TestDoor(testDatabase, house, carrier, account);
        testDatabase.vertx().deployVerticle(door, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        return door;
    }

    @Override
    public Future<?> start() {
        var server = vertx.createHttpServer();
        var router = Router.router(vertx);
        var mounted = new AtomicBoolean();
        server.requestHandler(request -> {
            if (mounted.compareAndSet(false, true)) {
                new TwilioRoutes(url(), Map.of(account, carrier), house.inboxes.texts()::take, house.calling.callDesk(), new DeliveryWebhook(testDatabase.database(), house.sending.outbox()),
                        end -> { }, unknownFields::addAndGet).mount(router);
            }
            router.handle(request);
        });
        return server.listen(0, "127.0.0.1").onSuccess(open -> port = open.actualPort());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** How many fields came in that nobody knows. */
    int unknownFields() {
        return unknownFields.get();
    }

    void close() {
        testDatabase.vertx().undeploy(context.deploymentID()).await();
    }
}
