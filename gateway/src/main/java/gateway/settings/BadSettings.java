package gateway.settings;

import java.util.List;

/** The settings cannot be used. Each fault is one line that names the key, its value and what is allowed. */
public final class BadSettings extends RuntimeException {

    private final transient List<String> faults;

    BadSettings(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
