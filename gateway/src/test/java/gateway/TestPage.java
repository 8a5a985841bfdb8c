package gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AlertNumber;
import gateway.alert.LockedAlert;
import gateway.alert.OpeningCard;
import gateway.contact.Card;
import gateway.contact.Enrolling;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.phone.PhoneNumber;
import gateway.roster.Cover;
import gateway.voice.RingBackResult;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What members do on the console's pages, and how often, so that stories can hold the timeline against it. */
public final class TestPage {

    private final TestHouse story;
    private final House house;
    private int notes;
    private int reveals;
    private int ringBacksRefused;
    private int cards;

    TestPage(TestHouse story, House house) {
        this.story = story;
        this.house = house;
    }

    /** A coordinator lets somebody stand in on the page, or takes somebody off. */
    public void covers(String roster, Cover.Change change, String from, String to) {
        var zone = ZoneId.of("Asia/Phnom_Penh");
        story.database(tx -> house.plans.rosters().covers().add(tx, story.roster(roster).id(), new Cover(change,
                LocalDateTime.parse(from).atZone(zone).toInstant(), LocalDateTime.parse(to).atZone(zone).toInstant()),
                story.member("Noon").id()));
        story.turn();
    }

    /** A coordinator puts somebody on call beside the others, from now on and for so long. */
    public void standsBeside(String roster, String alias, Duration span) {
        story.database(tx -> house.plans.rosters().covers().add(tx, story.roster(roster).id(), new Cover(new Cover.Change.Add(story.member(alias).id()),
                story.clock.instant(), story.clock.instant().plus(span)), story.member("Noon").id()));
        story.turn();
    }

    /** A coordinator or responder does something on the page. */
    public void does(String alias, Act act) {
        var member = story.member(alias);
        story.database(tx -> {
            act.on(tx, house.heart.alerts().lock(tx, theAlertNumber(tx)).orElseThrow(), member);
            return tx;
        });
        story.turn();
    }

    public interface Act {
        void on(Transaction tx, LockedAlert alert, Member member);
    }

    public void notes(String alias, String words) {
        notes++;
        does(alias, (tx, alert, member) -> house.alertActs.noteTaking().note(tx, alert, member.id(), words));
    }

    public void reveals(String alias, String reason) {
        reveals++;
        does(alias, (tx, alert, member) -> house.alertActs.revealing().reveal(tx, alert, member.id(), reason));
    }

    /** A member asks on the page to speak with the reporter. */
    public RingBackResult ringsBack(String alias) {
        var result = new RingBackResult[1];
        does(alias, (tx, alert, member) -> {
            house.reporters.contactPoints().lock(tx, alert.alert().contactPoint());
            result[0] = house.calling.ringingBack().ask(tx, alert, member, "she asked for it");
        });
        if (result[0] instanceof RingBackResult.Refused) {
            ringBacksRefused++;
        }
        return result[0];
    }

    /** A member opens the cards of those the alert is about. */
    public OpeningCard.Result opensCard(String alias, String reason) {
        var result = new OpeningCard.Result[1];
        does(alias, (tx, alert, member) -> result[0] = house.alertActs.openingCard().open(tx, alert, member.id(), reason));
        if (result[0] instanceof OpeningCard.Result.Shown(var shown)) {
            cards += shown.size();
        }
        return result[0];
    }

    /** The story knows that a member who was joining was told no at the last moment. */
    public void ringBackWasRefusedAtDialling() {
        ringBacksRefused++;
    }

    public int ringBacksRefused() {
        return ringBacksRefused;
    }

    public int cardsOpened() {
        return cards;
    }

    /** Noon enrols somebody, with her own phones. */
    public EnrolmentId enrols(Enrolments.Chosen chosen, Optional<Card> card, String... phones) {
        var by = story.member("Noon").id().value();
        var form = new Enrolling.Form(chosen, Arrays.stream(phones).map(PhoneNumber::new).toList(), Optional.empty(),
                card);
        return switch (story.database(tx -> house.reporters.enrolling().enrol(tx, form, by))) {
            case Enrolling.Result.Done(var id) -> id;
            case Enrolling.Result refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Noon enrols somebody who leaves a safe word and one for duress. */
    public EnrolmentId enrols(Enrolments.Chosen chosen, String safeWord, String duressWord, String phone) {
        var by = story.member("Noon").id().value();
        var words = Optional.of(house.reporters.safeWords().hash(safeWord, duressWord));
        var form = new Enrolling.Form(chosen, List.of(new PhoneNumber(phone)), words, Optional.empty());
        return switch (story.database(tx -> house.reporters.enrolling().enrol(tx, form, by))) {
            case Enrolling.Result.Done(var id) -> id;
            case Enrolling.Result refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** She chooses anew how she is spoken to. */
    public void changes(EnrolmentId id, Enrolments.Chosen chosen) {
        story.database(tx -> house.reporters.enrolling().change(tx, id, new Enrolling.Form(chosen, List.of(), Optional.empty(), Optional.empty()),
                Set.of()));
    }

    public void withdraws(EnrolmentId id) {
        boolean withdrawn = story.database(tx -> house.reporters.enrolling().withdraw(tx, id));
        assertTrue(withdrawn);
    }

    public int notesTaken() {
        return notes;
    }

    public int numbersRevealed() {
        return reveals;
    }

    private AlertNumber theAlertNumber(Transaction tx) {
        return house.heart.alerts().lists().unresolved(tx, 1).stream().findFirst()
                .or(() -> house.heart.alerts().lists().recentlyResolved(tx, 1).stream().findFirst()).orElseThrow().number();
    }
}
