package gateway.console.frame;

import java.net.URI;

/**
 * What the console must know of the world outside.
 *
 * @param publicUrl the address members use, without a path
 * @param training  whether the carrier is virtual, which every page then says
 */
public record ConsoleSettings(URI publicUrl, boolean training) {

    /** Whether cookies may be marked for https alone. */
    public boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }
}
