package gateway.virtualphone;

import gateway.phone.PhoneNumber;
import gateway.virtualphone.VirtualCall.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The newest call of each phone, and how two that are joined hang together. Whoever reads need not wait. */
final class CallsInHand {

    private final Map<PhoneNumber, VirtualCall> calls = new ConcurrentHashMap<>();
    private final Map<UUID, VirtualCall> unwritten = new LinkedHashMap<>();

    Optional<VirtualCall> of(PhoneNumber phone) {
        return Optional.ofNullable(calls.get(phone));
    }

    boolean isBusy(PhoneNumber phone) {
        return of(phone).filter(VirtualCall::isAlive).isPresent();
    }

    Optional<VirtualCall> find(UUID id) {
        return calls.values().stream().filter(call -> call.id().equals(id)).findFirst();
    }

    List<VirtualCall> alive() {
        return calls.values().stream().filter(VirtualCall::isAlive).toList();
    }

    /** The call whose script dialled this one. */
    Optional<VirtualCall> parent(VirtualCall call) {
        return call.origin() instanceof Origin.DialledBy(var dialling) ? find(dialling) : Optional.empty();
    }

    /** The living calls that this one's script dialled. */
    List<VirtualCall> children(VirtualCall call) {
        return alive().stream()
                .filter(child -> child.origin() instanceof Origin.DialledBy(var dialling) && dialling.equals(call.id()))
                .toList();
    }

    /** Keeps the call; where it stands otherwise than before, beside what was said, it is to be written down. */
    void put(VirtualCall call) {
        var before = calls.put(call.phone(), call);
        if (before == null || !before.id().equals(call.id())
                || !before.state().getClass().equals(call.state().getClass())) {
            unwritten.put(call.id(), call);
        }
    }

    /** A call that its phone never showed, since it was in another. */
    void putAside(VirtualCall call) {
        unwritten.put(call.id(), call);
    }

    /** All that is to be written down; it is so again when {@code writing} throws. */
    void writeDown(Consumer<List<VirtualCall>> writing) {
        if (!unwritten.isEmpty()) {
            writing.accept(List.copyOf(unwritten.values()));
            unwritten.clear();
        }
    }

    /** As it stands now, to compare with later. */
    Map<PhoneNumber, VirtualCall> copy() {
        return Map.copyOf(calls);
    }
}
