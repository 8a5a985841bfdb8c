package gateway.network;

import gateway.roster.Discipline;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the commands of this package say to whoever sits at the command line: the one place where sentences stand in the
 * program rather than in the pack.
 */
final class PlainWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    static final String KEY_TWICE = "stands twice in one section; once is allowed";
    static final String ALIAS = "is no alias; allowed are 1 to 20 letters A to Z, digits and hyphens";
    static final String NAME = "is no name; allowed are 1 to 60 characters on one line";
    static final String NUMBER = "is no phone number; allowed is one with its country code, such as \"+12025550111\"";
    static final String FICTION = "is reserved for fiction, and this carrier is real; allowed is a number that exists";
    static final String YES_OR_NO = "is neither; allowed are true and false";
    static final String ROLE = "is no role; allowed are coordinator, responder";
    static final String SPOKEN = "is no language; allowed is the tag of one, such as km, en or vi";
    static final String AREA = "is no area; allowed is the short code of one in the pack, such as DP";
    static final String DISCIPLINE = "is no discipline; allowed are "
            + listed(Arrays.stream(Discipline.values()).map(Discipline::word).toList());
    static final String DAY = "is no day; allowed are mon, tue, wed, thu, fri, sat, sun";
    static final String TIME = "is no time; allowed are \"00:00\" to \"23:59\"";
    static final String DATE = "is no date; allowed is one such as \"2026-11-24\"";
    static final String DAY_AND_TIME = "is no day and time; allowed is one such as \"2026-11-24 18:00\"";
    static final String EVERY = "is no length of a turn; allowed are day, week, and 1h to 744h, such as 12h";
    static final String DAYS_BEFORE = "is no number of days; allowed are 1 to 31";
    static final String ENDS_FIRST = "is not after its start; allowed is a later day and time";
    static final String SHIFTS_OR_ROTATIONS = "has nobody; allowed is one with \"shifts\" or \"rotations\"";
    static final String ONE_CHANGE = "is not one change; allowed is one of add, remove and stand-in";
    static final String FOR_WITH_STAND_IN = "is said without \"stand-in\"; allowed with it only";
    static final String STANDS_IN_FOR_HERSELF = "stands in for herself; allowed is another member";
    static final String ON_OR_BEFORE = "is not one list of dates; allowed is either \"on\", or \"before\" and \"days\"";
    static final String SWAPS = "is no way for a shift to change hands; allowed are free, coordinator";
    static final String BOTH_TIMES = "has half of its hours; allowed are \"from\" and \"to\" together, or neither";
    static final String ZONE = "is no time zone; allowed is a name such as Asia/Phnom_Penh";
    static final String WAY = "is no way to ask; allowed are text, voice, text-then-call";
    static final String CALL_AFTER_WITHOUT_TEXT = "is said of another way to ask; allowed is it with \"by: text-then-call\" only";
    static final String CALL_AFTER_THE_STEP = "is when the step is over; allowed is less than its wait";
    static final String WAIT = "is no wait; allowed are 30s to 24h, such as 30s, 5m or 1h";
    static final String ANSWER = "is no way to answer; allowed are silent, cover";
    static final String CALLS = "is nothing to do with a call; allowed are menu, flash";
    static final String VERIFIED_WITHOUT_PHONE = "is verified, and there is no phone; allowed with a phone only";
    static final String EMPTY_FILE = "the file is empty";
    static final String NOT_UTF_8 = "the file is not UTF-8 text";

    static final String LAST_RESORT = "its last resort";

    private PlainWords() {}

    static String stepOf(Discipline discipline, int step) {
        return "its step " + step + " for " + discipline.word();
    }

    static String asksUnverified(String how, String alias) {
        return "asks " + alias + " by " + how + ", and nobody knows that the phone is hers; allowed are "
                + "members with \"verified: true\", or who verified it by a code before";
    }

    static String asksWithoutPhone(String how, String alias) {
        return "asks " + alias + " by " + how + ", and there is no phone; allowed are members with a "
                + "\"phone\" that is verified";
    }

    static String asksNobody(String where) {
        return "asks nobody by " + where + "; allowed is one with rosters on which somebody has a verified phone";
    }

    static String unreadable(String why) {
        return "the file cannot be read: " + why;
    }

    static String notYaml(String why) {
        return "the file is not YAML: " + why;
    }

    static String notASection(Collection<String> keys) {
        return "stands where a section is wanted, with " + listed(keys);
    }

    static String unknownKey(Collection<String> keys) {
        return "is no key here; allowed are " + listed(keys);
    }

    static String missing(String key) {
        return "\"" + key + "\" is missing";
    }

    static String notAList(String key) {
        return "stands where a list is wanted: \"" + key + "\" is written as [one, two] or in lines that begin with -";
    }

    static String emptyList(String key) {
        return "\"" + key + "\" is empty; one or more are wanted";
    }

    static String language(Collection<String> tags) {
        return "is no language we write; allowed are " + listed(tags);
    }

    static String twice(String what) {
        return "is a " + what + " already used in this file; each is allowed once";
    }

    static String unknown(String what, Collection<String> known) {
        return "is no " + what + " of this file; allowed are " + listed(known);
    }

    static String unknownAsked(Collection<String> rosters, Collection<String> members) {
        return "is not one roster or one member of this file; allowed are the rosters " + listed(rosters)
                + " and the members " + listed(members);
    }

    static String rounds(int most) {
        return "is no number of rounds; allowed are 1 to " + most;
    }

    private static String listed(Collection<String> words) {
        return words.isEmpty() ? "none" : words.stream().sorted().collect(Collectors.joining(", "));
    }

    static String added(String what, String name) {
        return what + " " + name + " is added";
    }

    static String isBack(String what, String name) {
        return what + " " + name + " is back";
    }

    static String changed(String what, String name, List<String> parts) {
        return what + " " + name + " changes: " + String.join(", ", parts);
    }

    static String retired(String what, String name) {
        return what + " " + name + " is retired";
    }

    static String retiredHolder(String alias, long ladders) {
        return "member " + alias + " is retired and still holds " + ladders + (ladders == 1 ? " ladder" : " ladders")
                + ": it climbs on when the next check-in is missed";
    }

    static String coversWithdrawn(int covers) {
        return covers + (covers == 1 ? " cover or surge shift" : " covers and surge shifts")
                + " made on the page for members who have left " + (covers == 1 ? "is" : "are") + " withdrawn";
    }

    static String newVersion(String name, int version) {
        return "policy " + name + " has version " + version + "; ladders under way keep theirs";
    }

    static String staysBarred(String alias, String reasons) {
        return "member " + alias + " has a phone that stays barred (" + reasons + "): it is not asked";
    }

    static String finding(Finding finding) {
        return switch (finding) {
            case Finding.NobodyOnCall gap -> "roster " + gap.roster() + ": nobody can be asked from "
                    + MOMENT.format(gap.from()) + " to " + MOMENT.format(gap.to()) + " (" + gap.from().getZone() + ")";
            case Finding.NobodyAtAll nobody -> "roster " + nobody.roster() + ": nobody on it can be asked";
            case Finding.CannotBeAsked member -> "roster " + member.roster() + ": " + member.alias() + " is not asked, "
                    + because(member.why());
            case Finding.VerificationEnds ends -> "member " + ends.alias() + ": the phone counts as verified until "
                    + MOMENT.format(ends.at()) + " (" + ends.at().getZone() + "); then others are asked first";
            case Finding.NoCoordinator none -> "no member is a coordinator, so nobody can resolve an alert";
            case Finding.NoHotline none -> "no hotline is loaded";
            case Finding.PolicyMissing missing -> "policy " + missing.policy() + " is missing, though a hotline names it";
            case Finding.NotReadable(var row) -> "the row of " + row.table() + " " + row.name()
                    + " cannot be read and is left out: load the network again, or restore it";
            case Finding.WasLeftOut(var row, var at) -> "the row of " + row.table() + " " + row.name() + " (" + row.id()
                    + ") could not be read on " + MOMENT.format(at) + " (" + at.getZone() + ") and was left out: restore it";
            case Finding.FictionNumber number -> "the number of " + number.whose()
                    + " is reserved for fiction, and this carrier is real";
        };
    }

    private static String because(Finding.Why why) {
        return switch (why) {
            case NO_PHONE -> "for there is no phone";
            case NOT_VERIFIED -> "for the phone is not verified";
            case LOST -> "for the phone is lost";
        };
    }
}
