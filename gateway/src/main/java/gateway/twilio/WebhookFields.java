package gateway.twilio;

import io.vertx.ext.web.handler.HttpException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The fields of a request, each once, decoded once. They are kept as the bytes they came as (a char is a byte), since
 * those were signed, even where they are no Unicode. Prints no values.
 */
final class WebhookFields {

    /** All that is ever read of a request. */
    private static final Set<String> READ = Set.of("AccountSid", "MessageSid", "SmsSid", "SmsMessageSid", "From", "To", "Body",
            "CallSid", "Digits", "DialCallStatus", "MessageStatus", "SmsStatus", "CallStatus", "ErrorCode",
            "OptOutType", "NumMedia");
    /** What Twilio and those who speak like it are known to send beside; not read. */
    private static final Set<String> UNREAD = Set.of("ToCountry", "ToState", "ToCity", "ToZip", "FromCountry", "FromState", "FromCity",
            "FromZip", "ApiVersion", "NumSegments", "MessagingServiceSid", "Called", "CalledCountry",
            "CalledState", "CalledCity", "CalledZip", "Caller", "CallerCountry", "CallerState", "CallerCity", "CallerZip",
            "CallerName", "Direction", "ForwardedFrom", "ParentCallSid", "CallToken", "StirVerstat", "StirPassportToken",
            "StirStatus", "msg", "FinishedOnKey", "DialCallSid", "DialCallDuration", "DialBridged", "CallDuration", "Duration",
            "Timestamp", "CallbackSource", "SequenceNumber", "SipResponseCode", "ErrorMessage", "ErrorUrl", "RawDlrDoneDate",
            "ChannelPrefix", "ChannelToAddress", "ProfileName", "WaId", "SmsErrorCode", "Price", "PriceUnit", "AddOns",
            "AnsweredBy", "MachineDetectionDuration");
    private static final Pattern MEDIA = Pattern.compile("Media(Url|ContentType)[0-9]");

    /** Twilio sends some thirty; whoever sends more than this is not Twilio. */
    private static final int MOST_FIELDS = 1000;

    private final SortedMap<String, String> fields;

    private WebhookFields(SortedMap<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a body. We decode it ourselves: Vert.x would refuse a value of more than 8,192 encoded bytes, which a
     * text of 1,600 Khmer letters has.
     *
     * @throws HttpException 400 for a repeated field (two readings of one request are a danger), too many fields, or
     *         an escape that is none
     */
    static WebhookFields read(byte[] body) {
        var fields = new TreeMap<String, String>();
        var pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new HttpException(400, "too many fields");
        }
        for (var pair : pairs) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (fields.put(name, value) != null) {
                    throw new HttpException(400, "repeated field");
                }
            }
        }
        return new WebhookFields(Collections.unmodifiableSortedMap(fields));
    }

    private static String decode(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException noEscape) {
            throw new HttpException(400, "not decodable");
        }
    }

    /** What a signature covers beside the address: all names and values, sorted by name. */
    byte[] signed() {
        var all = new StringBuilder();
        fields.forEach((name, value) -> all.append(name).append(value));
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How many fields nobody knows: one signature fits them, too, cut otherwise (see {@code intake.Signatures}). */
    int countUnknown() {
        return (int) fields.keySet().stream()
                .filter(name -> !READ.contains(name) && !UNREAD.contains(name) && !MEDIA.matcher(name).matches()).count();
    }

    /** The value of a field that may be read, empty when it is absent. */
    String value(String name) {
        if (!READ.contains(name)) {
            throw new IllegalArgumentException("a field that is not to be read: " + name);
        }
        return new String(fields.getOrDefault(name, "").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The first of these fields that holds something. */
    Optional<String> first(String... names) {
        for (var name : names) {
            if (!value(name).isBlank()) {
                return Optional.of(value(name));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
