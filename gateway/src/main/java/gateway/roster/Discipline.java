package gateway.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a roster's people do. An alert is open while a required discipline has nobody on it; the others are asked as long,
 * but at a slower pace, and nobody is woken because they are missing.
 */
public enum Discipline {
    PEER_ADVOCATE("peer-advocate", true),
    LEGAL_AID("legal-aid", true),
    MEDICAL_LINK("medical-link", true),
    VOUCHING_OFFICER("vouching-officer", false),
    INTERPRETER("interpreter", false),
    COORDINATOR("coordinator", false);

    private final String word;
    private final boolean required;

    Discipline(String word, boolean required) {
        this.word = word;
        this.required = required;
    }

    /** As files and the database write it. */
    public String word() {
        return word;
    }

    /** Whether an alert is open while nobody of it has the alert. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it has a ladder of its own beside the peers'. */
    public boolean isBeside() {
        return this != PEER_ADVOCATE && this != COORDINATOR;
    }

    /** Those that are asked beside the peers. */
    public static List<Discipline> beside() {
        return Arrays.stream(values()).filter(Discipline::isBeside).toList();
    }

    /** The words of those without which an alert stays open, for a question to the database. */
    public static String[] requiredWords() {
        return Arrays.stream(values()).filter(Discipline::isRequired).map(Discipline::word).toArray(String[]::new);
    }

    public static Optional<Discipline> read(String word) {
        return Arrays.stream(values()).filter(discipline -> discipline.word.equals(word)).findFirst();
    }
}
