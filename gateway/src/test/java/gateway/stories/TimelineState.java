package gateway.stories;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that entries tell and that stands elsewhere too. */
public record TimelineState(String code, @Nullable String area, int reports, boolean resolved, @Nullable UUID doneProposedBy,
        List<String> outcomes, Map<String, String> ladders, List<String> dispatches, String coverReply, boolean seized,
        @Nullable Instant seizedChangedAt, int asks, int dispatchCalls, int notes, int reveals,
        @Nullable UUID enrolment, boolean silenceAsked, int cardsOpened,
        int bridges, int ringBacksRefused, int dialled, int bridged, int callBacks, int callsJoined, List<String> outside, Later later) {

    /** What later texts and humans who read them brought. */
    public record Later(List<String> stages, List<String> proposals, Set<UUID> unread, @Nullable UUID mergedInto,
            Set<UUID> mergedFrom, Set<UUID> memberTexts, boolean fromMember, boolean blocked, int carrierWords, int notRelieved,
            Set<String> reliefs, String witness, List<String> timers) {}
}
