package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowIdsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void ids_of_one_moment_differ_and_sort_in_the_order_in_which_they_were_made() {
        var ids = Stream.generate(new RowIds(InstantSource.fixed(NOON), new Random(1))::next).limit(100_000).toList();

        // As PostgreSQL compares them: byte by byte, without a sign.
        assertEquals(ids, ids.stream().sorted(Comparator.comparing(UUID::toString)).toList());
        assertEquals(ids.size(), new HashSet<>(ids).size());
        assertTrue(ids.stream().allMatch(id -> id.version() == 7 && id.variant() == 2));
        assertTrue(ids.stream().allMatch(id -> id.toString().compareTo(RowIds.floor(NOON).toString()) >= 0));
        assertTrue(ids.stream().allMatch(id -> id.toString().compareTo(RowIds.floor(NOON.plusMillis(1)).toString()) < 0));
    }
}
