package gateway.settings;

import gateway.database.DatabaseUrl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings as they were written, in the file or in the environment, which goes before it. Reads each as what it
 * must be and collects every fault, so that one start tells all of them.
 */
final class SettingValues {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(s|m|h)");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
    private final List<String> faults = new ArrayList<>();

    SettingValues(Map<String, String> file, Map<String, String> environment) {
        takeFile(file);
        takeEnvironment(new TreeMap<>(environment));
    }

    Optional<String> text(SettingKey key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isBlank())
                .or(() -> key.usual().isEmpty() ? Optional.empty() : Optional.of(key.usual()));
    }

    int number(SettingKey key, int least, int most) {
        var written = text(key).orElseThrow();
        if (written.matches("\\d{1,9}")) {
            var number = Integer.parseInt(written);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(key, "must be a whole number from " + least + " to " + most);
        return least;
    }

    boolean flag(SettingKey key) {
        var written = text(key).orElseThrow();
        if (!Set.of("true", "false").contains(written)) {
            fault(key, "must be true or false");
        }
        return written.equals("true");
    }

    Duration duration(SettingKey key, Duration least, Duration most) {
        var parts = DURATION.matcher(text(key).orElseThrow());
        if (parts.matches()) {
            var count = Long.parseLong(parts.group(1));
            var duration = switch (parts.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofHours(count);
            };
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        }
        fault(key, "must be from " + words(least) + " to " + words(most) + ", written like 90s, 15m or 2h");
        return least;
    }

    /** One of a few words; of a word that is none of them nothing more is asked than of the harmless one. */
    <T extends Enum<T>> T choice(SettingKey key, Map<String, T> choices, T harmless) {
        var chosen = choices.get(text(key).orElseThrow());
        if (chosen == null) {
            fault(key, "must be " + String.join(" or ", new TreeMap<>(choices).keySet()));
            return harmless;
        }
        return chosen;
    }

    /** An address people or programs enter by: https, or http on this machine. */
    Optional<URI> address(SettingKey key) {
        return text(key).flatMap(written -> {
            try {
                var address = URI.create(written.replaceAll("/+$", ""));
                if (address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null
                        && address.getRawFragment() == null && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && isLoopback(address))) {
                    return Optional.of(address);
                }
            } catch (IllegalArgumentException notAnAddress) {
                // Told below, with all others that are not.
            }
            fault(key, "must be an https address, or http on 127.0.0.1");
            return Optional.empty();
        });
    }

    Optional<DatabaseUrl> database(SettingKey key) {
        return text(key).flatMap(written -> {
            try {
                return Optional.of(DatabaseUrl.read(written));
            } catch (IllegalArgumentException notAnAddress) {
                fault(key, "must read postgresql://user:password@host:port/name");
                return Optional.empty();
            }
        });
    }

    Optional<Secret> secret(SettingKey key) {
        return text(key).map(String::strip).map(Secret::new);
    }

    /** A fault in the value of a key; a secret's value is not repeated. */
    void fault(SettingKey key, String allowed) {
        var shown = key.isSecret() ? "" : text(key).map(value -> " is " + value + ": it").orElse("");
        faults.add(key.written() + shown + " " + allowed);
    }

    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
    }

    static boolean isLoopback(URI address) {
        return LOOPBACK.contains(address.getHost());
    }

    private void takeFile(Map<String, String> file) {
        file.forEach((name, value) -> {
            var key = SettingKey.find(name);
            if (key.isEmpty()) {
                faults.add(name + " in gateway.yaml is not a setting");
            } else if (key.get().isSecret()) {
                faults.add(name + " is a secret and may not stand in gateway.yaml: set " + key.get().variable()
                        + ", or " + key.get().variable() + "_FILE to a file that holds it");
            } else {
                values.put(key.get(), value);
            }
        });
    }

    private void takeEnvironment(Map<String, String> environment) {
        var byVariable = new HashMap<String, SettingKey>();
        var byFileVariable = new HashMap<String, SettingKey>();
        for (var key : SettingKey.values()) {
            byVariable.put(key.variable(), key);
            if (key.isSecret()) {
                byFileVariable.put(key.variable() + "_FILE", key);
            }
        }
        environment.forEach((variable, value) -> {
            var key = byVariable.get(variable);
            var keyOfFile = byFileVariable.get(variable);
            if (key != null) {
                values.put(key, value);
            } else if (keyOfFile != null) {
                takeSecretFile(keyOfFile, variable, value, environment);
            } else if (variable.startsWith("GATEWAY_")) {
                faults.add(variable + " in the environment is not a setting");
            }
        });
    }

    private void takeSecretFile(SettingKey key, String variable, String file, Map<String, String> environment) {
        if (environment.containsKey(key.variable())) {
            faults.add(key.variable() + " and " + variable + " are both set: only one may be");
            return;
        }
        try {
            values.put(key, Files.readString(Path.of(file)).strip());
        } catch (IOException | IllegalArgumentException unreadable) {
            faults.add(variable + " is " + file + ": it must name a file that can be read");
        }
    }

    private static String words(Duration duration) {
        return duration.toMinutes() >= 60 ? duration.toHours() + "h" : duration.toMinutes() + "m";
    }
}
