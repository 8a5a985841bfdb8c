package gateway;

import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.messaging.Carrier;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where a test may cut in to stop the gateway dead: before a door commits, around taking in, around sending. In
 * production all of them do nothing.
 */
public record Seams(Runnable beforeCommit, UnaryOperator<Function<Envelope, Receipt>> inbox, UnaryOperator<Carrier> carrier) {

    public static final Seams NONE = new Seams(() -> { }, UnaryOperator.identity(), UnaryOperator.identity());
}
