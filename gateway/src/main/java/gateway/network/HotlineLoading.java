package gateway.network;

import static gateway.network.Changelist.part;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.Hotlines;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.network.Network.ListedHotline;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The hotlines' part of a load. */
final class HotlineLoading {

    private static final String HOTLINE = "hotline";

    private final Hotlines hotlines;
    private final RowIds ids;

    HotlineLoading(Hotlines hotlines, RowIds ids) {
        this.hotlines = hotlines;
        this.ids = ids;
    }

    void load(Transaction tx, Network network, UUID carrierAccount, String pack, Changelist changes) {
        var standing = hotlines.all(tx).stream()
                .collect(toMap(Hotline::name, identity(), (one, other) -> one, TreeMap::new));
        retire(tx, standing, network, changes);
        hotlines.releaseNumbers(tx, network.hotlines().stream()
                .flatMap(listed -> Optional.ofNullable(standing.get(listed.name())).stream()
                        .filter(was -> !was.number().equals(listed.number())))
                .map(Hotline::id)
                .toList());
        for (var listed : network.hotlines()) {
            var was = standing.get(listed.name());
            var hotline = new Hotline(was == null ? arriving(tx, listed, changes) : was.id(), listed.name(),
                    listed.number(), carrierAccount, listed.languages(), listed.answer(), listed.calls(),
                    listed.policy(), pack, network.zone());
            if (was == null || isChanged(was, hotline, changes)) {
                hotlines.save(tx, hotline);
            }
        }
    }

    private void retire(Transaction tx, Map<String, Hotline> standing, Network network, Changelist changes) {
        var listed = network.hotlines().stream().map(ListedHotline::name).collect(Collectors.toSet());
        standing.forEach((name, hotline) -> {
            if (!listed.contains(name)) {
                hotlines.retire(tx, hotline.id());
                changes.retires(HOTLINE, name);
            }
        });
    }

    private HotlineId arriving(Transaction tx, ListedHotline listed, Changelist changes) {
        var retired = hotlines.retired(tx, listed.name());
        changes.arrives(HOTLINE, listed.name(), retired.isPresent());
        return retired.orElseGet(() -> new HotlineId(ids.next()));
    }

    private static boolean isChanged(Hotline was, Hotline now, Changelist changes) {
        return changes.changes(HOTLINE, now.name(),
                part("number", was.number(), now.number()),
                part("carrier account", was.carrierAccount(), now.carrierAccount()),
                part("languages", was.languages(), now.languages()),
                part("answer", was.answer(), now.answer()),
                part("calls", was.calls(), now.calls()),
                part("policy", was.policyName(), now.policyName()),
                part("pack", was.pack(), now.pack()),
                part("time zone", was.zone(), now.zone()));
    }
}
