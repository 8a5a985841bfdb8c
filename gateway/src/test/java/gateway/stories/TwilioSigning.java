package gateway.stories;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Twilio describes it, written from that description alone and not from the gateway's own check. */
public final class TwilioSigning {

    private TwilioSigning() {}

    /** The full URL, then each field's name and value, sorted by name, without delimiters: HMAC-SHA1, in Base64. */
    public static String sign(String token, String url, Map<String, String> fields) {
        var toSign = url + fields.keySet().stream().sorted().map(name -> name + fields.get(name))
                .collect(Collectors.joining());
        try {
            var hmac = Mac.getInstance("HmacSHA1");
            hmac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(hmac.doFinal(toSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
