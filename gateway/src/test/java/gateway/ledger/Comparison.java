package gateway.ledger;

import gateway.ledger.Books.StoredReport;
import gateway.ledger.Reporters.Text;
import gateway.stories.FakeText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The three books side by side.
 *
 * @param lost            texts that were answered with a 2xx and are nowhere
 * @param wrong           texts that are stored with other words or another sender
 * @param storedTwice     texts that are more than one report
 * @param untold          reports that no timeline tells of
 * @param broken          alerts whose timeline's chain is broken
 * @param stuck           unresolved alerts without a next moment
 * @param unasked         alerts that the carrier was never asked to tell anybody about
 * @param unknownSends    requests to the carrier of which the database knows nothing
 * @param unmarkedDoubles requests for a message that was requested before, without the mark of a repeat
 * @param markedRepeats   those with the mark: what the kills cost
 * @param strangers       requests that go to nobody's phone of the network
 */
record Comparison(int lost, int wrong, int storedTwice, int untold, int broken, int stuck, int unasked, int unknownSends,
        int unmarkedDoubles, int markedRepeats, int strangers) {

    private static final String REPEAT = "repeat: ";
    /** Rosa, Amir, Lina, Noon and Mali of the example network. */
    private static final Set<String> MEMBERS = Set.of("+12025550111", "+12025550112", "+12025550113", "+12025550114",
            "+12025550115");

    static Comparison of(Collection<Text> answered, List<FakeText> requests, Books books) {
        var stored = books.reports().stream().collect(Collectors.groupingBy(StoredReport::carrierId));
        var told = books.reportsToldOf();
        var lost = 0;
        var wrong = 0;
        var storedTwice = 0;
        var untold = 0;
        for (var text : answered) {
            var reports = stored.getOrDefault(books.ofCarrierId(text.sid()), List.of());
            lost += reports.isEmpty() ? 1 : 0;
            storedTwice += reports.size() > 1 ? 1 : 0;
            wrong += reports.stream().allMatch(report -> isAsSent(report, text, books)) ? 0 : 1;
            untold += reports.stream().allMatch(report -> told.contains(report.id())) ? 0 : 1;
        }

        var attempts = books.attempts();
        var unknownSends = 0;
        var unmarkedDoubles = 0;
        var markedRepeats = 0;
        var requested = new HashSet<UUID>();
        var toldAbout = new HashSet<UUID>();
        for (var request : requests) {
            var attempt = attempts.get(request.attempt());
            if (attempt == null) {
                unknownSends++;
                continue;
            }
            toldAbout.addAll(attempt.alerts());
            var isFirst = requested.add(attempt.message());
            var isMarked = request.body().startsWith(REPEAT);
            unmarkedDoubles += !isFirst && !isMarked ? 1 : 0;
            markedRepeats += isMarked ? 1 : 0;
        }
        return new Comparison(lost, wrong, storedTwice, untold, books.brokenAlerts().size(), books.stuckAlerts().size(),
                (int) books.alerts().stream().filter(alert -> !toldAbout.contains(alert)).count(), unknownSends,
                unmarkedDoubles, markedRepeats,
                (int) requests.stream().filter(request -> !MEMBERS.contains(request.to())).count());
    }

    private static boolean isAsSent(StoredReport report, Text text, Books books) {
        return report.words().equals(text.words()) && report.from().equals(books.ofNumber(text.from()));
    }

    /** Whether nothing is wrong; a marked repeat is not. */
    boolean isClean() {
        return equals(new Comparison(0, 0, 0, 0, 0, 0, 0, 0, 0, markedRepeats, 0));
    }
}
