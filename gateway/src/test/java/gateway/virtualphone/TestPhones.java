package gateway.virtualphone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.Answer;
import gateway.contact.CallAnswer;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Hotlines;
import gateway.database.DatabaseAway;
import gateway.database.TestDatabase;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Role;
import gateway.messaging.AttemptId;
import gateway.messaging.CarrierAccounts;
import gateway.messaging.Delivery;
import gateway.messaging.Outgoing;
import gateway.messaging.PhrasesFile;
import gateway.messaging.SendOutcome;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The virtual phones of a small network, with an inbox that only remembers, a clock one can turn, and their door open. */
final class TestPhones {

    static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    static final PhoneNumber REPORTER = new PhoneNumber("+12025550150");
    static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    static final PhoneNumber AMIR = new PhoneNumber("+12025550112");
    static final PhoneNumber LINA = new PhoneNumber("+12025550113");
    static final PhoneNumber NOON = new PhoneNumber("+12025550114");
    static final Duration SLOWNESS = Duration.ofSeconds(30);
    static final Duration RINGS_LATE = Duration.ofSeconds(10);

    final TestDatabase database;
    final List<Envelope> inbox = new CopyOnWriteArrayList<>();
    final List<String> receipts = new CopyOnWriteArrayList<>();
    final PhoneSwitches switches = new PhoneSwitches();
    final VirtualTexts texts;
    final VirtualCalls calls;
    final TestDesk desk = new TestDesk();
    final Exchange exchange;
    final VirtualCarrier carrier;
    final UUID account;
    final String address;
    volatile Instant now = Instant.parse("2026-03-02T05:04:00Z");
    volatile boolean inboxAway;

    TestPhones(TestDatabase database) {
        this.database = database;
        InstantSource clock = () -> now;
        database.reading(clock);
        texts = new VirtualTexts(database.keyRing());
        calls = new VirtualCalls(database.keyRing());
        account = database.database().inTransaction(
                tx -> new CarrierAccounts(database.rowIds()).known(tx, VirtualCarrier.KIND, "virtual"));
        exchange = anExchange();
        carrier = new VirtualCarrier(database.database(), network(exchange), this::report, clock, SLOWNESS);
        var members = new Members(database.keyRing());
        var hotlines = new Hotlines(database.keyRing());
        database.database().run(tx -> {
            members.save(tx, member("Noon", NOON, Role.COORDINATOR));
            members.save(tx, member("Lina", LINA, Role.RESPONDER));
            members.save(tx, member("Amir", AMIR, Role.RESPONDER));
            members.save(tx, member("Rosa", ROSA, Role.RESPONDER));
            hotlines.save(tx, new Hotline(new HotlineId(database.rowIds().next()), "Phnom Penh line", HOTLINE, account,
                    List.of(Language.KM, Language.EN), Answer.SILENT, CallAnswer.MENU, "Street", "phnom-penh",
                    ZoneId.of("Asia/Phnom_Penh")));
        });
        var texting = new Texting(database.database(), texts, this::take, account, database.rowIds());
        address = new VirtualPhoneRoutes(database.vertx(), database.database(), database.changes(), network(exchange),
                new PhonesShow(new Cast(members, hotlines), TestDesk::recording, PhrasesFile.load(Path.of("config/packs/phnom-penh"))),
                texting, new SecureRandom()).open(0);
    }

    PhoneNetwork network(Exchange exchange) {
        return new PhoneNetwork(texts, calls, switches, exchange);
    }

    /** As after a new start: nothing is in its memory. */
    Exchange anExchange() {
        return new Exchange(database.database(), calls, switches, new Scripts(desk.desk(), account), TestDesk::recording,
                database.changes()::announce, database.rowIds(), () -> now, RINGS_LATE);
    }

    AttemptId anAttempt() {
        return new AttemptId(database.rowIds().next());
    }

    SendOutcome send(AttemptId attempt, PhoneNumber to, String words) {
        return carrier.send(new Outgoing.Text(attempt, HOTLINE, to, words, Duration.ofMinutes(5)));
    }

    SendOutcome ring(AttemptId attempt, PhoneNumber to) {
        return carrier.send(new Outgoing.Call(attempt, HOTLINE, to, Duration.ofSeconds(25)));
    }

    /** The clock goes on, and the exchange notices. */
    void waits(Duration time) {
        now = now.plus(time);
        exchange.tick();
        carrier.tick();
    }

    /** How a phone's call stands, and all that was heard and said in it, as the page would show it. */
    List<String> callOf(PhoneNumber phone) {
        var view = CallView.of(exchange.callOf(phone), database.database().inTransaction(tx -> calls.newest(tx, phone)),
                new Hearing(TestDesk::recording), ZoneId.of("Asia/Phnom_Penh"));
        return Stream.concat(Stream.of(view.state()),
                view.said().stream().map(said -> said.kind() + " " + said.language().tag() + ": " + said.words())).toList();
    }

    /** What stands on a phone, the oldest first. */
    List<String> threadOf(PhoneNumber phone) {
        return database.database().inTransaction(tx -> texts.thread(tx, phone, 100)).stream()
                .map(text -> (text.incoming() ? "in " : "out ") + text.state().key() + ": " + text.words()).toList();
    }

    /** Forgets all texts, as between two tests. */
    void empty() {
        Stream.of(REPORTER, ROSA, AMIR, LINA, NOON).forEach(phone -> {
            exchange.decline(phone);
            exchange.hangUp(phone);
        });
        now = now.plus(Duration.ofMinutes(2));
        exchange.tick();
        database.tamper("DELETE FROM virtual_text");
        database.tamper("DELETE FROM virtual_call");
        desk.empty();
        inbox.clear();
        receipts.clear();
        inboxAway = false;
        List.of(REPORTER, ROSA, AMIR, LINA, NOON).forEach(phone -> switches.turn(phone, PhoneSwitch.ON));
        database.changes().announce();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (var turns = 0; turns < 400 && !condition.getAsBoolean(); turns++) {
            Thread.sleep(25);
        }
        assertTrue(condition.getAsBoolean(), what);
    }

    private Receipt take(Envelope envelope) {
        if (inboxAway) {
            throw new DatabaseAway("away for this test", null);
        }
        inbox.add(envelope);
        return Receipt.TAKEN;
    }

    private void report(AttemptId attempt, Delivery delivery, Optional<String> error) {
        receipts.add(attempt + " " + delivery + error.map(code -> " " + code).orElse(""));
    }

    private Member member(String alias, PhoneNumber phone, Role role) {
        return new Member(new MemberId(database.rowIds().next()), alias, phone, true, Language.EN, Set.of(role), Set.of());
    }
}
