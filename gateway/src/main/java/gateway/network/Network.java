package gateway.network;

import gateway.contact.Answer;
import gateway.contact.CallAnswer;
import gateway.escalation.EscalationStep.Way;
import gateway.member.Role;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.roster.Discipline;
import gateway.roster.Hours;
import gateway.roster.ShiftRules;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sound network file says. Everything is named by its name, and every name that is used is also explained. */
public record Network(ZoneId zone, List<ListedMember> members, List<ListedRoster> rosters, List<ListedPolicy> policies,
        List<ListedHotline> hotlines, List<ListedContact> outsideContacts) {

    /**
     * A member as the file lists her.
     *
     * @param languages what she speaks, as tags; empty where the file does not say
     * @param areas     where she can be soon, as short codes; empty where the file does not say
     */
    public record ListedMember(String alias, @Nullable PhoneNumber phone, boolean verified, Language language,
            Set<Role> roles, Set<String> languages, Set<String> areas) {

        @Override
        public String toString() {
            return "ListedMember[" + alias + "]";
        }
    }

    /** A roster as the file lists it. */
    public record ListedRoster(String name, Discipline discipline, List<ListedShift> shifts,
            List<ListedRotation> rotations, List<ListedSurgeShift> surges, List<ListedCover> covers, List<Hours> closed,
            ShiftRules rules) {}

    /** A shift; the member by alias. */
    public record ListedShift(String member, Set<DayOfWeek> days, LocalTime from, LocalTime to) {}

    /** A rotation; its members by alias. */
    public record ListedRotation(List<String> members, Duration every, LocalDateTime starts, Hours hours) {}

    /** A member's part in a surge plan; the member by alias. */
    public record ListedSurgeShift(String plan, String member, Set<LocalDate> dates, LocalTime from, LocalTime to) {}

    /** How a cover changes who is on call. */
    public enum ListedChange { ADD, REMOVE, STAND_IN }

    /**
     * A cover; members by alias.
     *
     * @param away for whom the member stands in; empty for other changes
     */
    public record ListedCover(ListedChange change, String member, String away, LocalDateTime from, LocalDateTime to) {}

    /** A policy; rosters by name. */
    public record ListedPolicy(String name, Map<Discipline, List<ListedStep>> ladders, int rounds, String lastResort) {}

    /** A step of a policy; rosters by name, members by alias. */
    public record ListedStep(List<String> rosters, List<String> members, Way way, Duration patience, int rounds,
            Duration callAfter) {}

    /** A phone of another organisation. */
    public record ListedContact(String name, PhoneNumber number, Language language) {

        @Override
        public String toString() {
            return "ListedContact[" + name + "]";
        }
    }

    /** A hotline; its policy by name. */
    public record ListedHotline(String name, PhoneNumber number, List<Language> languages, Answer answer, CallAnswer calls,
            String policy) {}
}
