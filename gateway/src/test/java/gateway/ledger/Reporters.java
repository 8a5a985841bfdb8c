package gateway.ledger;

import gateway.stories.FakeCarrier;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many strangers who text at 20 a second, whether or not anybody listens; what is not answered with a 2xx comes again
 * under the same id, as a carrier does it. Keeps the ledger of what was answered.
 */
final class Reporters implements AutoCloseable {

    private static final long MILLIS_BETWEEN_TEXTS = 50;
    /** However many alerts there are, few texts tell of them; a responder's text with a code of hers is answered each time. */
    private static final long MILLIS_BETWEEN_REPLIES = 250;
    private static final String ROSA = "+12025550111";
    private static final Pattern CODE = Pattern.compile("TAKE (\\d{6})");
    private static final int RETRY_MILLIS = 1_000;
    /** While so many texts are unanswered, no new one is sent: a carrier, too, has only so many lines. */
    private static final int LINES = 100;
    /** All in the range kept for fiction; none in the area of the example network's own numbers. */
    private static final List<Integer> AREA_CODES = List.of(206, 212, 213, 214, 215, 303, 305, 312, 313, 404, 408,
            410, 412, 414, 415, 503, 504, 505, 512, 602, 612, 615, 617, 619, 702, 713, 718, 808, 901);
    private static final List<String> WORDS = List.of("1", "2 daun penh", "2", "3 toul kork", "4", "5", "6 chamkar mon", "7",
            "9", "២ ដូនពេញ", "please come", "3 girls arrested", "they took her", "1 boeung keng kang");
    private final FakeCarrier carrier;
    private final String hotline;
    private final Random random;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger posts = new AtomicInteger();
    private final Queue<Text> answered = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> otherAnswers = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** One text as its sender and the carrier know it. */
    record Text(String sid, String from, String words) {}

    Reporters(FakeCarrier carrier, String hotline, long seed) {
        this.carrier = carrier;
        this.hotline = hotline;
        this.random = new Random(seed);
    }

    void begin() {
        pace.scheduleAtFixedRate(this::send, 0, MILLIS_BETWEEN_TEXTS, TimeUnit.MILLISECONDS);
        pace.scheduleAtFixedRate(() -> Thread.startVirtualThread(this::reply), 0, MILLIS_BETWEEN_REPLIES, TimeUnit.MILLISECONDS);
    }

    /** No new texts; those not yet answered go on trying. */
    void end() {
        pace.shutdown();
    }

    boolean allAnswered() {
        return pace.isTerminated() && open.get() == 0;
    }

    /** Every text that was answered with a 2xx. */
    List<Text> answered() {
        return List.copyOf(answered);
    }

    /** How many requests that took. */
    int posts() {
        return posts.get();
    }

    /** Answers that are neither a 2xx nor a 503, by status. */
    Map<Integer, AtomicInteger> otherAnswers() {
        return otherAnswers;
    }

    @Override
    public void close() {
        closed = true;
        pace.shutdownNow();
    }

    private void send() {
        if (open.get() >= LINES) {
            return;
        }
        var number = sent.incrementAndGet();
        var from = stranger(random);
        var words = WORDS.get(random.nextInt(WORDS.size())) + " (" + number + ")";
        var text = new Text(FakeCarrier.newSid(), from, words);
        var pauses = new Random(random.nextLong());
        open.incrementAndGet();
        Thread.startVirtualThread(() -> sendUntilAnswered(text, pauses));
    }

    /** She has taken nothing and says that she is there: that is answered, and changes nothing. */
    private void reply() {
        carrier.postsTo(ROSA).stream().map(text -> CODE.matcher(text.body())).filter(Matcher::find)
                .findFirst().ifPresent(code -> {
                    try {
                        carrier.text(FakeCarrier.newSid(), ROSA, hotline, "HERE " + code.group(1));
                    } catch (UncheckedIOException nobodyThere) {
                        // She says it again soon.
                    }
                });
    }

    private static String stranger(RandomGenerator random) {
        return "+1%d55501%02d".formatted(AREA_CODES.get(random.nextInt(AREA_CODES.size())), random.nextInt(100));
    }

    private void sendUntilAnswered(Text text, RandomGenerator pauses) {
        try {
            while (!closed && !isAnswered(text)) {
                Thread.sleep(RETRY_MILLIS + pauses.nextInt(RETRY_MILLIS));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private boolean isAnswered(Text text) {
        posts.incrementAndGet();
        try {
            var status = carrier.text(text.sid(), text.from(), hotline, text.words()).statusCode();
            if (status / 100 == 2) {
                answered.add(text);
                return true;
            }
            if (status != 503) {
                otherAnswers.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
            }
        } catch (UncheckedIOException nobodyThere) {
            // The gateway is dead or died over it: nobody knows whether it was taken, so it comes again.
        }
        return false;
    }
}
