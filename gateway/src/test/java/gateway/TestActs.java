package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Alert;
import gateway.alert.Arrestee;
import gateway.alert.CheckInResult;
import gateway.alert.Deciding;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.alert.Timeline;
import gateway.codebook.Codebook;
import gateway.database.FaultyRow;
import gateway.database.LeftOutRows;
import gateway.database.SlowWork;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.duty.DutyDesk;
import gateway.entry.Way;
import gateway.holding.Merging;
import gateway.holding.ResolveResult;
import gateway.intake.UnreadReport;
import gateway.member.BarReason;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Warnings;
import gateway.messaging.MessageId;
import gateway.messaging.OutboundMessage;
import gateway.messaging.Outbox;
import gateway.messaging.Phrases;
import gateway.messaging.Purpose;
import gateway.network.Finding;
import gateway.phone.PhoneNumber;
import gateway.roster.Discipline;
import gateway.roster.Roster;
import gateway.safety.FindingPhone;
import gateway.safety.Proof;
import gateway.safety.SafetyTimer;
import gateway.safety.SafetyTimers;
import gateway.safety.TimingSafety;
import gateway.sealing.QuickHash;
import gateway.sealing.SlowHash;
import gateway.stories.FakeCarrier;
import gateway.unread.Coding;
import gateway.unread.MachineText;
import gateway.unread.MemberText;
import gateway.unread.Mutes;
import gateway.unread.Muting;
import gateway.verifying.Verifying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The acts of the house that stories call as a page would. */
public record TestActs(House house) {

    public void resolve(Transaction tx, LockedAlert alert, MemberId by, List<String> outcomes, String words) {
        assertEquals(ResolveResult.RESOLVED, house.holdingActs.resolving().resolve(tx, alert, by, outcomes, words));
    }

    public AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by, Way way) {
        return house.holdingActs.acknowledging().acknowledge(tx, alert, discipline, by, way);
    }

    public void reopen(Transaction tx, LockedAlert alert, MemberId by, String reason) {
        assertTrue(house.alertActs.reopening().reopen(tx, alert, by, reason));
    }

    public void handBack(Transaction tx, LockedAlert alert, Discipline discipline, MemberId holder, MemberId by) {
        assertTrue(house.holdingActs.handingBack().handBack(tx, alert, discipline, holder, by, Way.PAGE));
    }

    public AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
        return house.holdingActs.acknowledging().acknowledge(tx, alert, discipline, by, Way.PAGE);
    }

    public CheckInResult checkIn(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
        return house.alertActs.checkingIn().checkIn(tx, alert, discipline, by, Way.PAGE);
    }

    public Muting muting() {
        return house.unreadActs.muting();
    }

    /** Texts that woke nobody and that nobody has read, the oldest first. */
    public List<MachineText> machineTexts(Transaction tx) {
        return house.unreadTexts.machineTexts().unread(tx, 1_000, 0);
    }

    public void forgetOldMachineTexts() {
        house.loops.machineTextDeadlines.forgetOld();
    }

    /** Whoever is muted, and how many of its texts were kept from the list. */
    public List<Mutes.Mute> mutes(Transaction tx) {
        return house.unreadTexts.mutes().all(tx, 1_000, 0);
    }

    /** She keeps a PIN, and one for duress. */
    public void keepsPin(Transaction tx, Member member, String pin, String duress) {
        var hash = QuickHash.of(pin, house.foundation.random());
        house.people.pins().keep(tx, member.id(), hash, SlowHash.like(duress, hash), house.clock.instant());
    }

    /** Where PINs are hashed. */
    public SlowWork pinHashing() {
        return house.pinHashing;
    }

    public TimingSafety.Result goIn(Transaction tx, LockedAlert alert, Member member, int minutes) {
        return house.timing.goIn(tx, alert, member.id(), minutes, Proof.PAGE);
    }

    /** Something is queued for a number by whoever forgot that the phone is in its quiet. */
    public void queues(Transaction tx, Purpose purpose, Member member, String words) {
        var account = house.carrierAccounts.known(tx, "twilio", FakeCarrier.SID);
        var now = house.clock.instant();
        var to = member.phone();
        var dispatch = house.dispatching.dispatches().liveOf(tx, member.id()).getFirst();
        var about = new OutboundMessage.About(dispatch.alert().value(), dispatch.id().value(), null, null);
        house.sending.outbox().add(tx, new OutboundMessage.Text(new MessageId(house.foundation.ids().next()), account, purpose,
                new PhoneNumber(TestHouse.HOTLINE), to, words, true, about, now, now.plusSeconds(600)), house.foundation.keys().house());
        if (!purpose.reachesQuietPhones()) {
            house.sending.outbox().add(tx, new OutboundMessage.Call(new MessageId(house.foundation.ids().next()), account, purpose,
                    new PhoneNumber(TestHouse.HOTLINE), to, words, true, about, now, now.plusSeconds(600), Duration.ofSeconds(25)),
                    house.foundation.keys().house());
        }
    }

    public List<String> keptBackOf(Transaction tx, Member member, Instant since) {
        return house.sending.outbox().keptBackOf(tx, member.id().value(), since, 100).stream().map(Outbox.KeptBack::words).toList();
    }

    public boolean clear(Transaction tx, LockedAlert alert, Member member, MemberId by, String reason) {
        return house.timing.clear(tx, alert, member.id(), by, reason);
    }

    public List<SafetyTimer> timers(Transaction tx) {
        return house.safety.timers().standing(tx);
    }

    public SafetyTimers safetyTimers() {
        return house.safety.timers();
    }

    public Dispatches dispatches() {
        return house.dispatching.dispatches();
    }

    /** Alerts that go on, the oldest first. */
    public List<Alert> unresolved(Transaction tx) {
        return house.heart.alerts().lists().unresolved(tx, 10_000);
    }

    public List<Ladder> ladders(Transaction tx, List<Alert> alerts) {
        return house.heart.ladders().ofAll(tx, alerts.stream().map(Alert::id).toList());
    }

    public List<Member> members(Transaction tx) {
        return house.people.members().all(tx);
    }

    public List<Roster> rosters(Transaction tx) {
        return house.plans.rosters().all(tx);
    }

    /** The numbers of alerts for which nobody can be asked. */
    public List<String> nobodyAsked(Transaction tx) {
        return house.heart.ladders().unattended().nobodyAsked(tx).stream().map(one -> one.number().toString()).toList();
    }

    /** Leaves a notice to the coordinators that can wait. */
    public void tellsCoordinators(Transaction tx, LockedAlert alert, String key, Map<String, String> values) {
        house.dispatching.telling().coordinators().tell(tx, alert, key, values);
    }

    /** A member's number alone has caused something. */
    public void tellsOfNumberAlone(Transaction tx, Member about, String key) {
        house.dispatching.telling().coordinators().tellOfNumberAlone(tx, null, about, key, Map.of());
    }

    public void escalate(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
        assertTrue(house.askingActs.escalatingNow().escalate(tx, alert, discipline, by));
    }

    public Verifying.Asked asksForVerification(Transaction tx, Member member) {
        return house.phones.verifying().ask(tx, member);
    }

    public void setSeized(Transaction tx, LockedAlert alert, MemberId by, boolean seized, String reason) {
        house.alertActs.settingSeized().set(tx, alert, by, seized, reason);
    }

    public void chooses(Transaction tx, MemberId member, Choices choices) {
        house.people.members().choices().keep(tx, member, choices, member);
    }

    public Optional<Member> member(Transaction tx, String alias) {
        return house.people.members().byAlias(tx, alias);
    }

    public FindingPhone.Result finds(Transaction tx, Member member, Member by) {
        return house.phones.finding().find(tx, member, by, "she rang me");
    }

    public boolean refuses(Transaction tx, Member member) {
        house.phones.refused().refuse(tx, member);
        return true;
    }

    public boolean losingPhone(Transaction tx, Member member, BarReason reason, String actor) {
        return house.phones.losing().lose(tx, member, reason, actor);
    }

    public Coding.Result code(Transaction tx, LockedAlert alert, UUID report, String code, MemberId by) {
        return house.unreadActs.coding().code(tx, alert, report, code, by);
    }

    public Merging.Result merge(Transaction tx, LockedAlert merged, LockedAlert survivor, MemberId by) {
        return house.merging.merge(tx, merged, survivor, by);
    }

    public Deciding.Result decide(Transaction tx, LockedAlert alert, Proposal proposal, boolean confirmed, Member by) {
        return house.alertActs.deciding().decide(tx, alert, proposal.id(), confirmed, Set.of(1), by);
    }

    /** A report named it. */
    public void propose(Transaction tx, LockedAlert alert, Proposal.Kind kind, String what) {
        house.heart.proposals().add(tx, alert, house.reporting.reports().of(tx, alert, 1).getFirst().id(),
                List.of(new Proposal.Named(kind, what, "")), house.clock.instant());
    }

    public boolean dismiss(Transaction tx, LockedAlert alert, MemberId by) {
        return house.unreadActs.dismissing().dismiss(tx, alert, by);
    }

    public List<Proposal> proposals(Transaction tx, LockedAlert alert) {
        return house.heart.proposals().undecidedOf(tx, alert);
    }

    public List<UnreadReport> unread(Transaction tx, LockedAlert alert) {
        return house.reporting.unread().of(tx, alert);
    }

    public Instant carriedFrom(Transaction tx, LockedAlert alert, MemberId member) {
        return house.heart.leases().carriedFrom(tx, alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow(), member).orElseThrow();
    }

    public List<MemberText> memberTexts(Transaction tx) {
        return house.unreadTexts.memberTexts().unread(tx, null, 1_000);
    }

    public boolean reads(Transaction tx, UUID text, MemberId by) {
        return house.unreadTexts.memberTexts().read(tx, text, by, true, house.clock.instant());
    }

    public List<Arrestee> arrestees(Transaction tx, LockedAlert alert) {
        return house.heart.arrestees().of(tx, alert.alert().id());
    }

    public List<FaultyRow> faultyRows(Transaction tx) {
        return house.findings().faultyRows(tx);
    }

    /** The loop turns that writes down what was left out. */
    public void keepsLeftOut() {
        house.leftOutRows.tick();
    }

    /** What outside the network could not be read within a day. */
    public List<FaultyRow> leftOut(Transaction tx) {
        return house.findings().leftOutLately(tx).stream().map(LeftOutRows.LeftOut::row).toList();
    }

    /** What {@code umbrella check} would say of the network. */
    public List<String> findings() {
        return house.database.inTransaction(tx -> house.findings().find(tx, house.clock.instant())).stream()
                .map(Finding::plainly).toList();
    }

    /** The numbers of alerts whose turns fail. */
    public List<String> failing() {
        return house.database.inTransaction(house.heart.ladders()::failing).stream().map(one -> one.number().toString()).toList();
    }

    public List<Warnings.Warning> warnings(Transaction tx) {
        return house.people.warnings().unseen(tx);
    }

    public Codebook codebook() {
        return house.pack.codebook();
    }

    public List<Timeline.Told> timeline(Transaction tx, LockedAlert alert) {
        return house.heart.alerts().timeline(tx, alert);
    }

    public DutyDesk duty() {
        return house.dutyDesk;
    }

    public Phrases phrases() {
        return house.pack.phrases();
    }
}
