package gateway.verifying;

import gateway.contact.Hotline;
import gateway.contact.Hotlines;
import gateway.database.Transaction;
import gateway.dispatch.AskedAgain;
import gateway.member.Member;
import gateway.member.Verifications;
import gateway.replyword.Reply;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that a phone is a member's: a code goes to it, and comes back from it by text, or on her page. The text asks for
 * nothing and names nobody, so that whoever has her old number by now has no reason to answer; her coordinator tells her
 * what to do. A bare six-digit number is an answer while a code waits, and when it is one that went to this phone: sent
 * twice, or late, it is no cry for help. Otherwise it is a report like any other.
 */
public final class Verifying {

    private static final Logger log = LoggerFactory.getLogger(Verifying.class);
    private static final Duration LIFE = Duration.ofHours(24);
    /** How long the text is worth sending: phones are switched off. */
    private static final Duration WORTH = Duration.ofHours(4);
    private static final Duration ANSWER = Duration.ofMinutes(10);
    private static final Duration KNOWN_AGAIN = Duration.ofDays(30);
    private static final int MOST_A_DAY = 3;
    private static final int FEWEST_DIFFERENT = 3;
    private static final Pattern WITH_WORD = Pattern.compile("^verify[ :.,#-]*([0-9 ]{1,12})[ .]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("^((?:[0-9] ?){5}[0-9])[ .]*$");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Dispatching dispatching;
    private final Hotlines hotlines;
    private final AskedAgain askedAgain;
    private final RandomGenerator random;

    public Verifying(Dispatching dispatching, Hotlines hotlines, AskedAgain askedAgain, RandomGenerator random) {
        this.dispatching = dispatching;
        this.hotlines = hotlines;
        this.askedAgain = askedAgain;
        this.random = random;
    }

    /** What came of asking for a code. */
    public enum Asked { SENT, NO_PHONE, TOO_OFTEN }

    /** Sends a fresh code; an earlier one counts no more. */
    public Asked ask(Transaction tx, Member member) {
        var now = tx.now();
        dispatching.members().verifications().lock(tx, member.id());
        if (!dispatching.telling().phones().mayBeVerified(tx, member)) {
            return Asked.NO_PHONE;
        }
        if (dispatching.members().verifications().countSince(tx, member.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            return Asked.TOO_OFTEN;
        }
        var code = draw();
        dispatching.members().verifications().start(tx, member.id(), code, now, now.plus(LIFE));
        dispatching.telling().tellOfItself(tx, member, "verification.code", Map.of("code", code, "time", TIME.format(now.plus(LIFE)
                .atZone(zone(tx)))), WORTH);
        return Asked.SENT;
    }

    /** Whether a text from her phone was about this; then it is done, and answered. */
    public boolean hear(Transaction tx, Member member, String words) {
        var written = Reply.plain(words);
        var withWord = WITH_WORD.matcher(written);
        var bare = BARE.matcher(written);
        var waits = dispatching.members().verifications().waiting(tx, member.id(), tx.now()).isPresent();
        if (withWord.matches()) {
            if (waits) {
                answer(tx, member, withWord.group(1));
            }
            return true;
        }
        if (!bare.matches() || !mayBeOurs(bare.group(1))) {
            return false;
        }
        if (waits) {
            answer(tx, member, bare.group(1));
        }
        return waits || dispatching.members().verifications().wasSent(tx, member.id(), bare.group(1).replace(" ", ""),
                tx.now().minus(KNOWN_AGAIN));
    }

    /** The same from a lost phone that a coordinator says was found. */
    public boolean hearOfFound(Transaction tx, Member member, String words) {
        return dispatching.members().bars().isSaidFound(tx, member.id(), tx.now()) && hear(tx, member, words);
    }

    /** What she wrote on her page; says whether it was the code. */
    public boolean give(Transaction tx, Member member, String written) {
        var given = dispatching.members().verifications().give(tx, member.id(), Reply.plain(written).replace(" ", ""), tx.now());
        if (given) {
            log.info("The phone of member {} is verified by a code", member.id());
            dispatching.members().bars().endRefusal(tx, member.id());
            if (dispatching.members().bars().isSaidFound(tx, member.id(), tx.now())) {
                dispatching.members().bars().unbar(tx, member.id());
            }
            askedAgain.add(tx, member.id());
        }
        return given;
    }

    private void answer(Transaction tx, Member member, String digits) {
        if (give(tx, member, digits)) {
            dispatching.telling().tellOfItself(tx, member, "verification.done",
                    Map.of("date", day(tx, tx.now().plus(Verifications.VALID))), ANSWER);
        } else {
            dispatching.telling().tellOfItself(tx, member, "verification.wrong", Map.of(), ANSWER);
        }
    }

    /** The day of a moment, where the hotlines are. */
    String day(Transaction tx, Instant at) {
        return DAY.format(at.atZone(zone(tx)));
    }

    ZoneId zone(Transaction tx) {
        return hotlines.all(tx).stream().findFirst().map(Hotline::zone).orElse(ZoneOffset.UTC);
    }

    /** Never one that reads as a code of the book: a digit again and again is that digit. */
    private String draw() {
        while (true) {
            var code = "%06d".formatted(random.nextInt(1_000_000));
            if (mayBeOurs(code)) {
                return code;
            }
        }
    }

    private static boolean mayBeOurs(String digits) {
        return digits.replace(" ", "").chars().distinct().count() >= FEWEST_DIFFERENT;
    }
}
