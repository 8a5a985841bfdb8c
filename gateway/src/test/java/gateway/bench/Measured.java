package gateway.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** One gateway under measurement: its process, its database, and those who text it. */
record Measured(GatewayProcess gateway, BenchDatabase database, Strangers strangers, FastCarrier carrier, LongAdder putOff)
        implements AutoCloseable {

    private static final int FASTEST = 1200;
    private static final Duration LAST_REQUEST = Duration.ofSeconds(60);
    /** While it stands, every responder was last told of anything long ago: what is measured waits for no pace. */
    private static final String FREE = """
            CREATE FUNCTION free() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.known_at = 'epoch';
                    NEW.known_from = 'epoch';
                    NEW.strangers_at = 'epoch';
                    NEW.strangers_from = 'epoch';
                    RETURN NEW;
                END $$;
            CREATE TRIGGER free BEFORE INSERT OR UPDATE ON pace FOR EACH ROW EXECUTE FUNCTION free();
            CREATE FUNCTION long_left() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN NEW.left_at = NEW.left_at - interval '1 hour'; RETURN NEW; END $$;
            CREATE TRIGGER long_left BEFORE UPDATE OF left_at ON message FOR EACH ROW EXECUTE FUNCTION long_left();
            UPDATE pace SET known_at = 'epoch';
            UPDATE message SET left_at = left_at WHERE left_at > now() - interval '5 minutes'
            """;
    private static final String PACED = "DROP FUNCTION free, long_left CASCADE";

    Measured(GatewayProcess gateway, BenchDatabase database, FastCarrier carrier, LongAdder putOff) {
        this(gateway, database, new Strangers(gateway.port()), carrier, putOff);
    }

    /** So many numbers have texted before, and what came of it vouches for them. */
    void makeKnown(int numbers) {
        putOff.add(OpenLoop.send(gateway.port(), 50, strangers.known(numbers)).refused());
        database.quieten();
        database.vouch();
    }

    /** How many texts of strangers are committed, each line sending the next at once. */
    ClosedLoop.Done webhooks(int connections, Duration span) {
        database.quieten();
        var made = strangers.webhooks((int) (FASTEST * span.toSeconds()));
        var done = ClosedLoop.webhooks(gateway.port(), connections, span, made);
        strangers.giveBack((int) (made.size() - done.count() - done.putOff() - connections));
        putOff.add(done.putOff());
        database.quieten();
        return done;
    }

    /** Microseconds from when each text of a known number was due to the first request for its alert; negative where none came. */
    long[] latencies(int aSecond, Duration span) {
        database.quieten();
        database.run(FREE);
        var since = Instant.now().minusMillis(50);
        var webhooks = strangers.known((int) (aSecond * span.toSeconds()));
        var sent = OpenLoop.send(gateway.port(), aSecond, webhooks);
        putOff.add(sent.refused());
        for (var until = Instant.now().plus(LAST_REQUEST); Instant.now().isBefore(until) && !database.isTold();) {
            GatewayProcess.pause(Duration.ofMillis(200));
        }
        database.run(PACED);
        var attempts = database.attemptsSince(since);
        var times = new long[webhooks.size()];
        for (var i = 0; i < times.length; i++) {
            var first = attempts.getOrDefault(database.indexOf(webhooks.get(i).sid()), List.of()).stream()
                    .map(carrier.attempts()::get).filter(Objects::nonNull).min(Comparator.naturalOrder());
            var due = sent.due()[i];
            times[i] = first.map(arrived -> (arrived - due) / 1000).orElse(-1L);
        }
        return times;
    }

    @Override
    public void close() {
        database.close();
        gateway.close();
    }
}
