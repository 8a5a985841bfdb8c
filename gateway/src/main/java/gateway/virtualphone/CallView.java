package gateway.virtualphone;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A phone's call as the page shows it.
 *
 * @param id    which call; empty when there is none to read
 * @param state its phrase: what the phone does, or how its last call ended; empty when it never had one
 * @param time  when it began
 */
public record CallView(String id, Controls controls, String state, List<SaidView> said, @Nullable PhoneNumber shown,
        String time) {

    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /** What can be done with the phone's call. */
    public enum Controls {
        NONE, ANSWER_OR_DECLINE, PRESS_OR_HANG_UP, SPEAK_OR_HANG_UP
    }

    /**
     * One line of what was heard, pressed and said.
     *
     * @param id     its place on the page, so that only new lines are added
     * @param kind   told, pressed, own or other
     * @param prompt the name of the recording; empty where there is none
     */
    public record SaidView(String id, String kind, Language language, String words, String prompt) {

        @Override
        public String toString() {
            return "SaidView[" + kind + "]";
        }
    }

    /** Of the living call, else of the last one in memory, else of the last that was written down. */
    static CallView of(Optional<VirtualCall> call, Optional<VirtualCalls.Newest> newest, Hearing hearing, ZoneId zone) {
        return call.filter(one -> !(one.state() instanceof CallState.Reaching))
                .filter(one -> one.isAlive() || newest.isEmpty() || !newest.get().at().isAfter(one.begunAt()))
                .map(one -> of(one, hearing, zone))
                .or(() -> newest.filter(VirtualCalls.Newest::isOver).map(one -> new CallView("", Controls.NONE,
                        "ended-" + one.ending().replace('_', '-'), List.of(), null, time(one.at(), zone))))
                .orElse(new CallView("", Controls.NONE, "", List.of(), null, ""));
    }

    private static CallView of(VirtualCall call, Hearing hearing, ZoneId zone) {
        return new CallView(call.id().toString(), controls(call.state()), state(call.state()),
                IntStream.range(0, call.state().said().size())
                        .mapToObj(index -> view("said-" + call.id() + "-" + index, call.state().said().get(index), hearing))
                        .toList(), call.hotline(),
                time(call.begunAt(), zone));
    }

    private static Controls controls(CallState state) {
        return switch (state) {
            case CallState.Reaching _, CallState.Ended _ -> Controls.NONE;
            case CallState.Ringing _ -> Controls.ANSWER_OR_DECLINE;
            case CallState.Answered _ -> Controls.PRESS_OR_HANG_UP;
            case CallState.Joined _ -> Controls.SPEAK_OR_HANG_UP;
        };
    }

    private static String state(CallState state) {
        return switch (state) {
            case CallState.Reaching _ -> "";
            case CallState.Ringing _ -> "rings";
            case CallState.Answered(var playing) -> switch (playing.doing()) {
                case Doing.Gathering _ -> "waits";
                case Doing.Dialling _ -> "dials";
                case Doing.Telling _, Doing.Asking _, Doing.Over _ -> "speaks";
            };
            case CallState.Joined _ -> "joined";
            case CallState.Ended(var ending, _, _) -> "ended-" + ending.key();
        };
    }

    private static SaidView view(String id, Said said, Hearing hearing) {
        return switch (said) {
            case Said.Told(var what) ->
                    new SaidView(id, "told", hearing.language(what), hearing.words(what), hearing.recording(what));
            case Said.Pressed(var keys) -> new SaidView(id, "pressed", Language.EN, keys, "");
            case Said.Spoken(var own, var words) -> new SaidView(id, own ? "own" : "other", Language.EN, words, "");
        };
    }

    private static String time(Instant at, ZoneId zone) {
        return HOURS_AND_MINUTES.format(at.atZone(zone));
    }

    public boolean isAlive() {
        return controls != Controls.NONE;
    }

    public boolean rings() {
        return controls == Controls.ANSWER_OR_DECLINE;
    }

    public boolean isJoined() {
        return controls == Controls.SPEAK_OR_HANG_UP;
    }

    /** The only number a phone is shown in a call. */
    public PhoneNumber hotline() {
        return Objects.requireNonNull(shown);
    }

    /** Changes whenever what is said and how the call stands does. */
    String seen() {
        return id + "-" + state + "-" + time + "-" + said.size();
    }

    /** Changes only when other things can be done, so that a finger on the keypad never loses its key. */
    String seenControls() {
        return id + "-" + controls;
    }
}
