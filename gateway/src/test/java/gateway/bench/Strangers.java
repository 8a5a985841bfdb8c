package gateway.bench;

import gateway.stories.FakeCarrier;
import gateway.stories.TwilioSigning;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** People who text for the first time, each from a number of their own, to one hotline after the other. */
final class Strangers {

    static final String WORDS = "2 daun penh";
    /** Areas 202 to 999, a hundred numbers each, but those of the members. */
    private static final int NUMBERS = 798 * 100;
    /** The last of them are kept for those who text again and again. */
    private static final int KNOWN = 3000;

    private final int port;
    private int next = BenchNetwork.RESPONDERS + 1;

    Strangers(int port) {
        this.port = port;
    }

    /** One signed webhook as its bytes, made beforehand so that making it is not measured. */
    record Webhook(String sid, byte[] request) {}

    List<Webhook> webhooks(int count) {
        if (next + count > NUMBERS - KNOWN) {
            throw new IllegalStateException("no more numbers are reserved for fiction");
        }
        var first = next;
        next += count;
        return IntStream.range(first, next).parallel().mapToObj(this::webhook).toList();
    }

    /** Texts of numbers that text again each time they are asked for here. */
    List<Webhook> known(int count) {
        return IntStream.range(NUMBERS - KNOWN, NUMBERS - KNOWN + count).parallel().mapToObj(this::webhook).toList();
    }

    /** The last of them were not sent after all. */
    void giveBack(int count) {
        next -= count;
    }

    /** A text from a number that has texted before, or will again. */
    Webhook webhook(int stranger) {
        var sid = FakeCarrier.newSid();
        var fields = FakeCarrier.incoming(sid, BenchNetwork.number(stranger),
                BenchNetwork.hotline(stranger % BenchNetwork.HOTLINES), WORDS);
        var url = "http://127.0.0.1:" + port + "/twilio/texts";
        var body = FakeCarrier.encode(fields);
        var head = """
                POST /twilio/texts HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r
                X-Twilio-Signature: %s\r
                Content-Length: %d\r
                \r
                """.formatted(port, TwilioSigning.sign(FakeCarrier.TOKEN, url, fields), body.length)
                .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return new Webhook(sid, request);
    }
}
