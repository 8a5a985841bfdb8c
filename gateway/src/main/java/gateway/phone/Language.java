package gateway.phone;

import java.util.Arrays;
import java.util.Optional;

/** The languages we speak and write. */
public enum Language {
    EN("en"),
    KM("km");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Its BCP 47 tag, as files and pages write it. */
    public String tag() {
        return tag;
    }

    public static Optional<Language> read(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }
}
