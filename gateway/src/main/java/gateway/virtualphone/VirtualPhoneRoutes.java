package gateway.virtualphone;

import gateway.contact.Hotline;
import gateway.database.Changes;
import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.virtualphone.PhonesPage.Look;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The virtual phones' own HTTP server, on loopback, all of it under a secret path that is new at each start. */
public final class VirtualPhoneRoutes {

    private static final Logger log = LoggerFactory.getLogger(VirtualPhoneRoutes.class);
    private static final String LOOPBACK = "127.0.0.1";
    /** As long as a concatenated text may be. */
    private static final int LONGEST_TEXT = 1_600;
    private static final int LARGEST_FORM = 65_536;

    private final Vertx vertx;
    private final Database database;
    private final PhoneNetwork network;
    private final Texting texting;
    private final CallForms calls;
    private final PhoneViews views;
    private final PhonesShow shows;
    private final ChangeStream changes;
    private final DoorGuard guard;
    private final PhoneAssets assets = new PhoneAssets();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    public VirtualPhoneRoutes(Vertx vertx, Database database, Changes changes, PhoneNetwork network, PhonesShow shows,
            Texting texting, RandomGenerator random) {
        this.vertx = vertx;
        this.database = database;
        this.network = network;
        this.shows = shows;
        this.texting = texting;
        this.calls = new CallForms(network.exchange());
        this.views = new PhoneViews(database, network, shows);
        this.changes = new ChangeStream(vertx, changes);
        this.guard = new DoorGuard(random);
    }

    /** Opens the door, until Vert.x is closed, and gives its address with the secret in it. */
    public String open(int port) {
        var server = vertx.createHttpServer(new HttpServerOptions().setMaxFormAttributeSize(LARGEST_FORM));
        vertx.deployVerticle(new VerticleBase() {
            @Override
            public Future<?> start() {
                return server.requestHandler(router()).listen(port, LOOPBACK);
            }
        }, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD)).await();
        guard.standOn(server.actualPort());
        return "http://" + LOOPBACK + ":" + server.actualPort() + guard.base() + "/";
    }

    private Router router() {
        var router = Router.router(vertx);
        router.route().handler(guard::handle);
        router.get(guard.base()).handler(this::showPhones);
        router.get(guard.base() + "/threads").handler(this::showChangedThreads);
        router.get(guard.base() + "/changes").handler(changes::handle);
        router.get(guard.base() + "/assets/:name").handler(assets::handle);
        router.get(guard.base() + "/prompts/:name").handler(this::playPrompt);
        router.post().handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM));
        router.post(guard.base() + "/phones/:digits/texts").handler(this::sendText);
        router.post(guard.base() + "/phones/:digits/switch").handler(this::turnSwitch);
        router.post(guard.base() + "/phones/:digits/call").handler(this::ring);
        router.post(guard.base() + "/phones/:digits/call/answer").handler(request -> onCall(request, calls::answer));
        router.post(guard.base() + "/phones/:digits/call/refusal").handler(request -> onCall(request, calls::decline));
        router.post(guard.base() + "/phones/:digits/call/keys").handler(request -> onCall(request, calls::press));
        router.post(guard.base() + "/phones/:digits/call/words").handler(request -> onCall(request, calls::say));
        router.post(guard.base() + "/phones/:digits/call/end").handler(request -> onCall(request, calls::hangUp));
        router.route().failureHandler(this::refuse);
        return router;
    }

    /** The page's address ends in a slash; one typed without it is as good. */
    private void showPhones(RoutingContext request) {
        render(request, "phones/page.jte", views.page(look(request)));
    }

    /** The threads and calls that are no longer as the page has them; none is an answer without content. */
    private void showChangedThreads(RoutingContext request) {
        var page = views.page(look(request)).knowing(Set.copyOf(request.queryParam("seen")));
        var changed = page.phones().stream().filter(page::hasNew).toList();
        if (changed.isEmpty()) {
            request.response().setStatusCode(204).end();
        } else {
            render(request, "phones/threads.jte", page.only(changed));
        }
    }

    private void sendText(RoutingContext request) {
        var telephone = telephone(request);
        var hotline = hotline(request.request().getFormAttribute("hotline"));
        if (telephone.isEmpty() || hotline.isEmpty()) {
            request.fail(404);
            return;
        }
        var words = Objects.requireNonNullElse(request.request().getFormAttribute("words"), "");
        if (words.isEmpty() || words.length() > LONGEST_TEXT) {
            request.fail(422);
            return;
        }
        texting.text(telephone.get().number(), hotline.get(), words);
        answer(request, telephone.get(), "phones/texted.jte");
    }

    private void ring(RoutingContext request) {
        var hotline = hotline(request.request().getFormAttribute("hotline"));
        if (hotline.isEmpty()) {
            request.fail(404);
        } else {
            onCall(request, (telephone, form) -> calls.ring(telephone, hotline.get(), form));
        }
    }

    /** An act that the phone's call no longer has room for is refused, and the page shows how the call stands. */
    private void onCall(RoutingContext request, BiPredicate<Telephone, MultiMap> act) {
        var telephone = telephone(request);
        if (telephone.isEmpty()) {
            request.fail(404);
        } else if (act.test(telephone.get(), request.request().formAttributes())) {
            answer(request, telephone.get(), "phones/called.jte");
        } else {
            request.fail(409);
        }
    }

    /** The same recording that a carrier is played; the page's policy lets it be heard from here only. */
    private void playPrompt(RoutingContext request) {
        shows.prompts().find(request.pathParam("name")).ifPresentOrElse(
                prompt -> request.response().putHeader("Content-Type", prompt.type()).end(prompt.audio()),
                () -> request.fail(404));
    }

    private void turnSwitch(RoutingContext request) {
        var telephone = telephone(request);
        var position = PhoneSwitch.read(request.request().getFormAttribute("position"));
        if (telephone.isEmpty() || position.isEmpty()) {
            request.fail(404);
            return;
        }
        network.switches().turn(telephone.get().number(), position.get());
        answer(request, telephone.get(), "phones/turned.jte");
    }

    /** With script, the parts of the page that have changed; without, the whole page again. */
    private void answer(RoutingContext request, Telephone telephone, String template) {
        var look = look(request);
        if (isFromScript(request)) {
            var page = views.page(look).knowing(Set.copyOf(request.request().formAttributes().getAll("seen")));
            render(request, template,
                    page.only(page.phones().stream().filter(phone -> phone.telephone().equals(telephone)).toList()));
        } else {
            request.response().setStatusCode(303)
                    .putHeader("Location", guard.base() + "/" + look.query() + "#phone-" + telephone.digits()).end();
        }
    }

    private Look look(RoutingContext request) {
        var language = Language.read(Objects.requireNonNullElse(request.request().getParam("language"), ""));
        return new Look(guard.base(), language.orElse(Language.EN), Cast.reporter(request.request().getParam("reporter")),
                request.queryParams().contains("again"));
    }

    private Optional<Telephone> telephone(RoutingContext request) {
        return database.inTransaction(tx -> shows.cast().telephone(tx, request.pathParam("digits")));
    }

    private Optional<PhoneNumber> hotline(@Nullable String number) {
        return PhoneNumber.read(number).filter(read -> database.inTransaction(tx -> shows.cast().hotlines(tx)).stream().map(Hotline::number).anyMatch(read::equals));
    }

    /** A refused form leaves the page, and what was typed into it, as it is, and says why above it. */
    private void refuse(RoutingContext request) {
        var status = statusOf(request);
        var response = request.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(status);
        if (isFromScript(request)) {
            response.putHeader("HX-Retarget", "#notice")
                    .putHeader("HX-Reswap", request.request().method().name().equals("POST") ? "innerHTML" : "none");
        }
        var key = switch (status) {
            case 409 -> "fault.call";
            case 413, 422 -> "fault.length";
            case 503 -> "fault.away";
            case 500 -> "fault.unknown";
            default -> "fault.absent";
        };
        response.putHeader("Content-Type", "text/plain; charset=utf-8")
                .end(shows.phrases().say(look(request).language(), "phones." + key, Map.of()));
    }

    private static int statusOf(RoutingContext request) {
        return switch (request.failure()) {
            case null -> request.statusCode();
            case DatabaseAway _ -> 503;
            case HttpException refused -> refused.getStatusCode();
            case Throwable failure -> {
                log.error("The virtual phones failed", failure);
                yield 500;
            }
        };
    }

    private void render(RoutingContext request, String template, PhonesPage page) {
        var html = new StringOutput();
        templates.render(template, page, html);
        request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(html.toString());
    }

    private static boolean isFromScript(RoutingContext request) {
        return "true".equals(request.request().getHeader("HX-Request"));
    }
}
