package gateway.badhouse;

import gateway.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What no timeline entry may hold. */
public sealed interface BadEntry {

    record Heard(UUID report, PhoneNumber number, String texts) implements BadEntry {}

    record Gathered(List<Kept> all) implements BadEntry {}

    record Kept(Map<UUID, PhoneNumber> among, String words) implements BadEntry {}
}
