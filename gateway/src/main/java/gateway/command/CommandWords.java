package gateway.command;

/** What the commands say to whoever sits at the command line; the network's findings have their own words. */
public final class CommandWords {

    static final String NO_CHANGE = "no change";
    static final String REHEARSED = "a dry run: nothing was changed";
    public static final String WRONG_KEY = "the sealing key is not the one this database was sealed with";
    static final String WHOLE = "every timeline is whole";
    static final String SOUND = "nothing found";
    static final String CARRIERS_OWN_ANSWERS =
            "carrier twilio: are its own answers to STOP and HELP turned off, for each hotline? README says how";
    static final String KEY_BESIDE_DATABASE =
            "the sealing key lies in the data directory beside the database: whoever takes this disk can read all";
    static final String ONE_ROLE = "database: the role that runs may change or delete timeline entries, so what it has"
            + " written is not protected from it; set database.migration.url to a role of its own";

    private CommandWords() {}

    static String notRecorded(String language, long sentences) {
        return "calls: " + sentences + (sentences == 1 ? " sentence has" : " sentences have") + " no recording in " + language
                + ", so the English is read out there";
    }

    static String wrongSample(int line, String text, String wanted, String read) {
        return "samples.tsv line " + line + ": \"" + text + "\" is read as " + read + ", and " + wanted + " is wanted";
    }

    static String noSample(int line) {
        return "samples.tsv line " + line + ": must be a text, a tab, and the mark of a code or ?";
    }

    static String notAdded(String written) {
        return "--add \"" + written + "\" must be a word, = and the digit of a code";
    }

    public static String databaseAway(String why) {
        return "the database is away: " + why;
    }

    static String noMember(String alias) {
        return "there is no member " + alias;
    }

    static String lost(String alias) {
        return alias + "'s phone is lost: nothing more is sent to it, its codes are dead, and what " + alias
                + " holds climbs within 5 seconds of a running gateway";
    }

    static String lostAlready(String alias) {
        return alias + "'s phone is lost already; nothing is sent to it";
    }

    static String noPhone(String alias) {
        return alias + " has no phone";
    }

    static String invitation(String alias, long minutes) {
        return "For " + alias + ", once, within " + minutes + " minutes:";
    }

    static String broken(String alert, int entry) {
        return "alert " + alert + ": entry " + entry + " is broken";
    }

    static String clocksDiffer(long seconds) {
        return "clock: the gateway's time is " + Math.abs(seconds) + " seconds " + (seconds > 0 ? "ahead of" : "behind")
                + " this machine's";
    }
}
