package gateway.database;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by column name; a column that may be null is read by a method that says so. */
public final class Row {

    private final io.vertx.sqlclient.Row row;

    Row(io.vertx.sqlclient.Row row) {
        this.row = row;
    }

    public UUID id(String column) {
        return present(column, row.getUUID(column));
    }

    public Optional<UUID> idIfAny(String column) {
        return Optional.ofNullable(row.getUUID(column));
    }

    public String text(String column) {
        return present(column, row.getString(column));
    }

    public Optional<String> textIfAny(String column) {
        return Optional.ofNullable(row.getString(column));
    }

    public List<String> texts(String column) {
        return List.of(present(column, row.getArrayOfStrings(column)));
    }

    public List<UUID> ids(String column) {
        return Arrays.asList(present(column, row.getArrayOfUUIDs(column)));
    }

    public int number(String column) {
        return present(column, row.getInteger(column));
    }

    public Optional<Integer> numberIfAny(String column) {
        return Optional.ofNullable(row.getInteger(column));
    }

    public long count(String column) {
        return present(column, row.getLong(column));
    }

    public boolean flag(String column) {
        return present(column, row.getBoolean(column));
    }

    public Instant moment(String column) {
        return present(column, row.getOffsetDateTime(column)).toInstant();
    }

    public Optional<Instant> momentIfAny(String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    public LocalTime timeOfDay(String column) {
        return present(column, row.getLocalTime(column));
    }

    /** A time on the wall, in whichever zone its owner has. */
    public LocalDateTime wallTime(String column) {
        return present(column, row.getLocalDateTime(column));
    }

    public List<LocalDate> dates(String column) {
        return List.of(present(column, row.getArrayOfLocalDates(column)));
    }

    public byte[] bytes(String column) {
        return present(column, row.getBuffer(column)).getBytes();
    }

    public Optional<byte[]> bytesIfAny(String column) {
        return Optional.ofNullable(row.getBuffer(column)).map(Buffer::getBytes);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
