package gateway.virtualphone;

import gateway.phone.PhoneNumber;
import gateway.voice.Heard;
import java.time.Instant;
import java.util.UUID;

/**
 * One phone's call, in memory. When two phones are joined, each has a call of its own.
 *
 * @param phone   whose call it is
 * @param hotline the only number it is shown
 */
record VirtualCall(UUID id, PhoneNumber phone, PhoneNumber hotline, Origin origin, CallState state, Instant begunAt) {

    /** Who began it. */
    sealed interface Origin {

        /** The phone has rung a hotline. */
        record FromPhone(boolean withheld) implements Origin {}

        /**
         * The gateway rings the phone; the call's id is that of the attempt.
         *
         * @param refused whether it was told at once that nobody can be rung there, so that no receipt is owed
         */
        record Placed(boolean refused) implements Origin {}

        /** Another call's script rings the phone, to join the two. */
        record DialledBy(UUID call) implements Origin {}
    }

    /** As carriers write it of a phone that shows no number. */
    private static final String WITHHELD = "anonymous";

    VirtualCall in(CallState next) {
        return new VirtualCall(id, phone, hotline, origin, next, begunAt);
    }

    boolean isAlive() {
        return state.isAlive();
    }

    boolean isIncoming() {
        return !(origin instanceof Origin.FromPhone);
    }

    boolean owesReceipts() {
        return origin instanceof Origin.Placed(var refused) && !refused;
    }

    /** What a door hands in of it. */
    Heard heard(UUID carrierAccount, Doing.Asking asking) {
        return switch (origin) {
            case Origin.FromPhone(var withheld) ->
                    new Heard(carrierAccount, "VC" + id, withheld ? WITHHELD : phone.e164(), hotline.e164(), asking.keys());
            case Origin.Placed _, Origin.DialledBy _ ->
                    new Heard(carrierAccount, "VC" + id, hotline.e164(), phone.e164(), asking.keys());
        };
    }
}
