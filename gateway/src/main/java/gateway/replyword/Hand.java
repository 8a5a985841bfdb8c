package gateway.replyword;

import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a responder has from us at a moment, as a reply is read: the codes that are alive for her phone.
 *
 * @param live all of them
 * @param held those of what she has
 */
public record Hand(Set<String> live, List<String> held) {

    public static Hand of(List<Dispatch> living) {
        return new Hand(Set.copyOf(living.stream().map(one -> one.code().digits()).toList()),
                living.stream().filter(one -> one.state() == DispatchState.TAKEN)
                        .collect(Collectors.toMap(Dispatch::alert, one -> one, (first, _) -> first,
                                LinkedHashMap::new))
                        .values().stream().map(one -> one.code().digits()).toList());
    }

    /** Codes are not printed. */
    @Override
    public String toString() {
        return "Hand[" + live.size() + "]";
    }
}
