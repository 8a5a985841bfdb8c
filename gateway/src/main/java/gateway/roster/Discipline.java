package gateway.roster;

import java.util.Arrays;
import java.util.Optional;

/** What a roster's people do. */
public enum Discipline {
    PEER_ADVOCATE("peer-advocate"),
    LEGAL_AID("legal-aid"),
    COORDINATOR("coordinator");

    private final String word;

    Discipline(String word) {
        this.word = word;
    }

    /** As files and the database write it. */
    public String word() {
        return word;
    }

    public static Optional<Discipline> read(String word) {
        return Arrays.stream(values()).filter(discipline -> discipline.word.equals(word)).findFirst();
    }
}
