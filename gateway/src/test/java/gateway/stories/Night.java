package gateway.stories;

/** The small network, but with Rosa among the peers by day and Lina by night. */
final class Night {

    private static final String ROSA = "      - { member: Rosa, days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:00\" }\n";

    private Night() {}

    static String shifts(String network) {
        return with(network, "", day("Rosa", "08:00", "20:00") + day("Lina", "20:00", "08:00"));
    }

    /** Amir may cover, too: he is of the roster by a minute a week. */
    static String withAmir(String network) {
        return with(network, "", day("Rosa", "08:00", "20:00") + day("Lina", "20:00", "08:00")
                + "      - { member: Amir, days: [sun], from: \"12:00\", to: \"12:01\" }\n");
    }

    static String lateWithAmir(String network) {
        return with(network, "", day("Rosa", "08:00", "23:00") + day("Lina", "23:00", "08:00")
                + "      - { member: Amir, days: [sun], from: \"12:00\", to: \"12:01\" }\n");
    }

    static String wantingSay(String network) {
        return with(network, "    swaps: coordinator\n", day("Rosa", "08:00", "20:00") + day("Lina", "20:00", "08:00"));
    }

    static String onlyByDay(String network) {
        return with(network, "", day("Rosa", "08:00", "20:00"));
    }

    static String closedByNight(String network) {
        return with(network, "    closed:\n      - { days: [mon, tue, wed, thu, fri, sat, sun], from: \"20:00\", to: \"08:00\" }\n",
                day("Rosa", "08:00", "20:00"));
    }

    private static String day(String alias, String from, String to) {
        return "      - { member: " + alias + ", days: [mon, tue, wed, thu, fri, sat, sun], from: \"" + from + "\", to: \"" + to + "\" }\n";
    }

    private static String with(String network, String keys, String shifts) {
        if (!network.contains(ROSA)) {
            throw new IllegalStateException("the small network has changed");
        }
        return network.replace("    shifts:\n" + ROSA, keys + "    shifts:\n" + shifts);
    }
}
