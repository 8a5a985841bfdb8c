package gateway.duty;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.roster.Gap;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the coordinators of gaps that are new or near: all of them in one text, which names the first. */
final class TellingGaps {

    private static final int LONGEST_NAME = 20;

    private final Database database;
    private final GapsTold told;
    private final DutyTexts texts;

    TellingGaps(Database database, GapsTold told, DutyTexts texts) {
        this.database = database;
        this.told = told;
        this.texts = texts;
    }

    private record News(Roster roster, Gap gap) {}

    void attend(Roll roll, Instant now) {
        database.run(tx -> {
            if (told.isMine(tx)) {
                tell(tx, roll, now);
            }
        });
    }

    private void tell(Transaction tx, Roll roll, Instant now) {
        var news = new ArrayList<News>();
        for (var roster : roll.rosters()) {
            var gaps = gaps(roll, roster, now);
            if (!gaps.isEmpty()) {
                GapNews.of(gaps, told.of(tx, roster.id()), roster.zone(), now).forEach(gap -> news.add(new News(roster, gap)));
            }
        }
        news.sort(Comparator.comparing((News one) -> one.gap.from()));
        for (var one : news) {
            told.tell(tx, one.roster.id(), one.gap, GapNews.isNear(one.gap, now), now);
        }
        if (!news.isEmpty()) {
            var first = news.getFirst();
            ZoneId zone = first.roster.zone();
            texts.coordinators(tx, Set.of(), news.size() == 1 ? "notice.gap" : "notice.gaps", Map.of(
                    "roster", shortened(first.roster.name()), "shift", ShiftText.of(first.gap.from(), first.gap.to(), zone),
                    "more", Integer.toString(news.size() - 1)), zone, now, now.plus(GapNews.NEAR));
        }
    }

    /** A roster of which they cannot be worked out has none to tell of, and the others have theirs. */
    private static List<Gap> gaps(Roll roll, Roster roster, Instant now) {
        var gaps = new ArrayList<Gap>();
        Duty.alone("a roster's gaps", () -> gaps.addAll(OnCall.gaps(roster, now, now.plus(GapNews.AHEAD), roll::isAskable)));
        return gaps;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
