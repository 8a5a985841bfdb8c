package gateway.console.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The style sheets, scripts and fonts of the pages, all our own to serve. An asset's address carries the hash of what it
 * holds, so that a browser may keep it for ever and never keeps an old one.
 */
public final class Assets {

    /** One file: what it is, its bytes, and the same compressed. */
    public record Asset(String address, String type, byte[] bytes, byte[] compressed) {}

    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";

    private final Map<String, Asset> byName = new HashMap<>();
    private final Map<String, Asset> byAddress = new HashMap<>();

    public Assets() {
        add("noto-sans-khmer-400.woff2", "font/woff2", read("/console/noto-sans-khmer-400.woff2"));
        add("noto-sans-khmer-700.woff2", "font/woff2", read("/console/noto-sans-khmer-700.woff2"));
        add("noto-sans-khmer-OFL.txt", "text/plain; charset=utf-8", read("/console/noto-sans-khmer-OFL.txt"));
        add("pico.css", "text/css; charset=utf-8", read(PICO));
        add("console.css", "text/css; charset=utf-8", withAddresses(read("/console/console.css")));
        add("htmx.js", "text/javascript; charset=utf-8", read(HTMX));
        add("htmx-sse.js", "text/javascript; charset=utf-8", read("/console/htmx-ext-sse-2.2.4.min.js"));
        add("console.js", "text/javascript; charset=utf-8", read("/console/console.js"));
        add("recording.js", "text/javascript; charset=utf-8", read("/console/recording.js"));
        add("recording-worklet.js", "text/javascript; charset=utf-8", read("/console/recording-worklet.js"));
        add("mark.svg", "image/svg+xml", read("/console/mark.svg"));
    }

    /** Where a page finds the asset of this name. */
    public String address(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalStateException("no asset is called " + name);
        }
        return asset.address();
    }

    public Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private void add(String name, String type, byte[] bytes) {
        var dot = name.lastIndexOf('.');
        var address = "/assets/" + name.substring(0, dot) + "-" + hash(bytes) + name.substring(dot);
        var asset = new Asset(address, type, bytes, compress(bytes));
        byName.put(name, asset);
        byAddress.put(address, asset);
    }

    /** The style sheet names fonts by their file names; browsers ask for them by their addresses. */
    private byte[] withAddresses(byte[] style) {
        var text = new String(style, StandardCharsets.UTF_8);
        for (var asset : byName.entrySet()) {
            text = text.replace("url(" + asset.getKey() + ")", "url(" + asset.getValue().address() + ")");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] compress(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (var gzip = new GZIPOutputStream(compressed) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static byte[] read(String resource) {
        try (var stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
