package gateway.badhouse.dispatch;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

final class AsksTheTime {

    Instant now() {
        return Instant.now();
    }

    LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    InstantSource source() {
        return InstantSource.system();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    RandomGenerator chance() {
        return new SecureRandom();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    LongSupplier reference() {
        return System::nanoTime;
    }
}
