package gateway.alert;

import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a report, or a text from a member's phone, names and a human has yet to confirm.
 *
 * @param source    the report or the text that named it
 * @param what      one of the pack's ids, an area's short code, a head count, or how she says that she is safe
 * @param insteadOf what stood before; empty where nothing did
 * @param member    the member from whose phone it came; null where a report named it
 * @param doubted   whether that phone may be with the police, now or when the words came: nobody may confirm it then
 */
public record Proposal(UUID id, AlertId alert, UUID source, Kind kind, String what, String insteadOf, Instant proposedAt,
        @Nullable MemberId member, boolean doubted) {

    /** Whoever is held beyond these is in the words, which are kept: a slip of a digit is not to make a thousand rows. */
    public static final int MOST_PEOPLE = 50;
    /** "Safe", with the right word beside it. */
    public static final String WORD_GIVEN = "word_given";
    /** "Safe", without the word that was agreed with her. */
    public static final String NO_WORD = "no_word";
    /** "Safe", with the word that says that she is forced. */
    public static final String DURESS_WORD = "duress_word";
    /** "Safe", from somebody with whom no word was agreed. */
    public static final String NONE_AGREED = "none_agreed";

    /** What it is about. */
    public enum Kind {
        STAGE, HARM, NEED, SAFE, PLACE, PEOPLE;

        /** As the database, the timeline and phrases write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Whether this member may confirm it. What came from a member's phone is confirmed by a coordinator who is somebody else,
     * whether or not that phone is in doubt: so nobody who reads her page with her can tell that it is.
     */
    public boolean mayBeConfirmedBy(Member reader) {
        return !doubted && (member == null || reader.is(Role.COORDINATOR) && !member.equals(reader.id()));
    }

    /** Something proposed, before it has an id. */
    public record Named(Kind kind, String what, String insteadOf) {}
}
