package gateway.database;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Our values as those of columns: instants are cut to microseconds, which is what the database keeps. */
final class Columns {

    private Columns() {}

    static Tuple of(@Nullable Object... values) {
        var tuple = Tuple.tuple();
        for (var value : values) {
            tuple.addValue(asColumn(value));
        }
        return tuple;
    }

    private static @Nullable Object asColumn(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            case Instant[] each -> Arrays.stream(each).map(one -> one.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new);
            case byte[] bytes -> Buffer.buffer(bytes);
            case byte[][] each -> Arrays.stream(each).map(Buffer::buffer).toArray(Buffer[]::new);
            default -> value;
        };
    }
}
