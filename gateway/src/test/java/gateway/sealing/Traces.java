package gateway.sealing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What some words leave behind on a disk, in whatever form they may have been written there, and where it was found. */
final class Traces {

    /** As the words stand in one form. */
    record Trace(String words, String form, byte[] bytes) {}

    /** A trace that was found, and the file it was found in. */
    record Found(String words, String form, Path file) {}

    private static final int PREFIX = 4;

    private final Map<Integer, List<Trace>> byPrefix;
    private final boolean[] begins = new boolean[1 << 16];

    private Traces(Collection<Trace> traces) {
        byPrefix = traces.stream().collect(Collectors.groupingBy(trace -> prefix(trace.bytes, 0)));
        traces.forEach(trace -> begins[pair(trace.bytes, 0)] = true);
    }

    static Traces of(Collection<String> words) {
        return new Traces(words.stream().flatMap(each -> forms(each).entrySet().stream()
                .map(form -> new Trace(each, form.getKey(), form.getValue()))).toList());
    }

    /** The words in every form that is looked for. */
    static Map<String, byte[]> forms(String words) {
        var utf8 = words.getBytes(StandardCharsets.UTF_8);
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("UTF-8", utf8);
        forms.put("UTF-16LE", words.getBytes(Charset.forName("UTF-16LE")));
        forms.put("UTF-16BE", words.getBytes(Charset.forName("UTF-16BE")));
        forms.put("hex", ascii(HexFormat.of().formatHex(utf8)));
        forms.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        for (var offset = 0; offset < 3; offset++) {
            forms.put("base64 at " + offset, ascii(base64(utf8, offset)));
            forms.put("base64 for URLs at " + offset, ascii(base64(utf8, offset).replace('+', '-').replace('/', '_')));
        }
        var encoded = URLEncoder.encode(words, StandardCharsets.UTF_8);
        forms.put("URL", ascii(encoded));
        forms.put("url", ascii(encoded.toLowerCase(Locale.ROOT)));
        forms.put("URL with %20", ascii(encoded.replace("+", "%20")));
        return forms;
    }

    /** All that is found in the folder and below it; the server's own programs are passed over. */
    Set<Found> in(Path folder) throws IOException {
        var found = new HashMap<String, Found>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).toString().contains("binaries-")).toList();
        }
        for (var file : files) {
            for (var trace : in(bytes(file))) {
                found.put(trace.form + trace.words + file, new Found(trace.words, trace.form, folder.relativize(file)));
            }
        }
        return Set.copyOf(found.values());
    }

    static Set<String> formsFound(Collection<Found> found) {
        return found.stream().map(Found::form).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Trace> in(byte[] bytes) {
        var found = new ArrayList<Trace>();
        for (var at = 0; at + PREFIX <= bytes.length; at++) {
            if (begins[pair(bytes, at)]) {
                for (var trace : byPrefix.getOrDefault(prefix(bytes, at), List.of())) {
                    var end = at + trace.bytes.length;
                    if (end <= bytes.length && Arrays.equals(bytes, at, end, trace.bytes, 0, trace.bytes.length)) {
                        found.add(trace);
                    }
                }
            }
        }
        return found;
    }

    /** A live server removes files while we look. */
    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    /** The characters that do not depend on what stands before and after the words. */
    private static String base64(byte[] words, int offset) {
        var shifted = new byte[offset + words.length];
        System.arraycopy(words, 0, shifted, offset, words.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return encoded.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static byte[] ascii(String written) {
        return written.getBytes(StandardCharsets.US_ASCII);
    }

    private static int pair(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static int prefix(byte[] bytes, int at) {
        return pair(bytes, at) << 16 | pair(bytes, at + 2);
    }
}
