package gateway.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request was signed by Twilio for our address: HMAC-SHA-1 over the address and the sorted fields, as
 * decoded. The address is the configured one, never the request's Host, and may be signed with or without its default
 * port (Twilio does both). Twilio-java's own check decodes and encodes the address anew and drops any port: this one
 * does not.
 */
final class SignatureCheck {

    private final List<String> addresses;

    SignatureCheck(URI publicUrl) {
        var written = publicUrl.toString().replaceFirst("/$", "");
        var defaultPort = "https".equalsIgnoreCase(publicUrl.getScheme()) ? ":443" : ":80";
        var host = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
        var path = written.substring(host.length());
        if (publicUrl.getPort() < 0) {
            addresses = List.of(written, host + defaultPort + path);
        } else if (host.endsWith(defaultPort)) {
            addresses = List.of(written, host.substring(0, host.length() - defaultPort.length()) + path);
        } else {
            addresses = List.of(written);
        }
    }

    /**
     * @param uri    the path and query as they were asked for, undecoded
     * @param fields names and values as {@link WebhookFields#signed} joins them
     */
    boolean isSigned(TwilioAccount account, String uri, byte[] fields, String signature) {
        var given = signature.getBytes(StandardCharsets.UTF_8);
        var signed = false;
        // All are compared, so that the time it takes does not tell which token was nearly right.
        for (var token : account.tokens()) {
            for (var address : addresses) {
                signed |= MessageDigest.isEqual(sign(token, address + uri, fields), given);
            }
        }
        return signed;
    }

    private static byte[] sign(String token, String url, byte[] fields) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(url.getBytes(StandardCharsets.UTF_8));
            mac.update(fields);
            return Base64.getEncoder().encode(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1", impossible);
        }
    }
}
