package gateway.network;

import java.net.URI;
import java.util.Locale;

/** Whether numbers reserved for fiction may stand in a network: not where a real carrier would be asked to ring them. */
public enum FictionNumbers {
    ALLOWED, REFUSED;

    /** @param apiUrl the address of the carrier's API; one on loopback is a rehearsal, and rings nobody */
    public static FictionNumbers forCarrier(String kind, URI apiUrl) {
        return kind.equals("twilio") && !isLoopback(apiUrl) ? REFUSED : ALLOWED;
    }

    private static boolean isLoopback(URI address) {
        var host = address.getHost();
        if (host == null) {
            return false;
        }
        var plain = host.toLowerCase(Locale.ROOT);
        return plain.equals("localhost") || plain.equals("[::1]") || plain.matches("127(\\.[0-9]{1,3}){3}");
    }
}
