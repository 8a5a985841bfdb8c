package gateway.stories;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.alert.Timeline.Told;
import gateway.alert.TimelineEntry;
import gateway.database.Row;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert's state as its entries alone tell it, worked out a second time and not by the code that made them. An entry
 * that cannot follow from those before it, such as a step asked before its moment, is a contradiction.
 */
public final class TimelineFold {

    /** Everything that entries tell and that stands elsewhere too. */
    public record State(String code, @Nullable String area, int reports, boolean resolved, @Nullable UUID doneProposedBy,
            List<String> outcomes, Map<String, String> ladders, List<String> dispatches, String coverReply, boolean seized,
            @Nullable Instant seizedChangedAt, int asks, int dispatchCalls, int notes, int reveals,
            @Nullable UUID enrolment, boolean silenceAsked, int cardsOpened,
            int bridges, int ringBacksRefused, int dialled, int bridged, int callBacks, int callsJoined, List<String> outside, Later later) {}

    /** What later texts and humans who read them brought. */
    public record Later(List<String> stages, List<String> proposals, Set<UUID> unread, @Nullable UUID mergedInto,
            Set<UUID> mergedFrom, Set<UUID> memberTexts, boolean fromMember, boolean blocked, int carrierWords, int notRelieved,
            Set<String> reliefs, String witness, List<String> timers) {}

    /** Entries that contradict one another. */
    public static final class Contradiction extends RuntimeException {
        Contradiction(String what) {
            super(what);
        }
    }

    private static final class LadderFold {
        private int step;
        private int round;
        private @Nullable UUID holder;
        private @Nullable Instant next;
        private @Nullable Instant since;
        private boolean coordinatorsTold;

        @Override
        public String toString() {
            return (next == null ? "ended" : holder == null ? "climbing" : "acknowledged by " + holder)
                    + " step " + step + " round " + round + " next " + next + " nobody since " + since
                    + (coordinatorsTold ? ", which the coordinators know" : "");
        }
    }

    private static final class DispatchFold {
        private final String discipline;
        private final UUID member;
        private String state = "asked";
        private @Nullable Instant later;
        private int step;
        private boolean companion;

        DispatchFold(String discipline, UUID member) {
            this.discipline = discipline;
            this.member = member;
        }

        boolean isLive() {
            return List.of("asked", "unreached", "taken").contains(state);
        }

        @Override
        public String toString() {
            return discipline + " " + member + " " + state + " step " + step + (companion ? " beside" : "") + " later " + later;
        }
    }

    private static final class TimerFold {
        private final UUID member;
        private final boolean proven;
        private Instant due;
        private String state = "running";

        TimerFold(UUID member, boolean proven, Instant due) {
            this.member = member;
            this.proven = proven;
            this.due = due;
        }

        @Override
        public String toString() {
            return member + " " + state + " " + due;
        }
    }

    private String code = "";
    private @Nullable String area;
    private int reports;
    private boolean resolved;
    private @Nullable UUID doneProposedBy;
    private List<String> outcomes = new ArrayList<>();
    private String coverReply = "";
    private boolean seized;
    private @Nullable Instant seizedChangedAt;
    private int asks;
    private int dispatchCalls;
    private int notes;
    private int reveals;
    private final List<String> stages = new ArrayList<>();
    private final Map<UUID, String> proposals = new TreeMap<>();
    private final Set<UUID> unread = new TreeSet<>();
    private @Nullable UUID mergedInto;
    private final Set<UUID> mergedFrom = new TreeSet<>();
    private final Set<UUID> memberTexts = new TreeSet<>();
    private boolean fromMember;
    private boolean blocked;
    private int carrierWords;
    private int notRelieved;
    private final Set<String> reliefs = new TreeSet<>();
    private String witness = "";
    private int bridges;
    private int ringBacksRefused;
    private int dialled;
    private int bridged;
    private int callBacks;
    private final List<String> outside = new ArrayList<>();
    private @Nullable UUID enrolment;
    private boolean silenceAsked;
    private int cardsOpened;
    private int callsJoined;
    private final List<TimerFold> timers = new ArrayList<>();
    private final Map<String, LadderFold> ladders = new TreeMap<>();
    private final List<DispatchFold> dispatches = new ArrayList<>();

    private TimelineFold() {}

    public static State of(List<Told> entries) {
        var fold = new TimelineFold();
        entries.forEach(fold::add);
        return fold.state();
    }

    /** The same, read from the tables; what stands nowhere else is taken from the story's own count. */
    public static State stored(TestHouse house, LockedAlert alert, State folded) {
        var id = alert.alert().id().value();
        return house.database(tx -> {
            var ladders = new TreeMap<String, String>();
            tx.query("SELECT * FROM ladder WHERE alert_id = $1", row -> {
                ladders.put(row.text("discipline"), ladder(row));
                return row;
            }, id);
            var row = tx.queryOne("""
                    SELECT alert.code, area, resolved_at, done_proposed_by, presumed_seized, seized_changed_at, alert.enrolment_id,
                           silence_asked,
                           (SELECT count(*) FROM report WHERE alert_id = alert.id) AS reports,
                           (SELECT coalesce(sum(asks), 0) FROM dispatch WHERE alert_id = alert.id) AS asks,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'dispatch' AND kind = 'call') AS dispatch_calls,
                           (SELECT count(*) FROM timeline_entry WHERE alert_id = alert.id AND kind = 'noted') AS notes,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'bridge') AS bridges,
                           (SELECT count(*) FROM message
                             WHERE alert_id = alert.id AND purpose = 'call_back') AS call_backs,
                           (SELECT count(*) FROM bridge WHERE alert_id = alert.id AND state = 'joined') AS calls_joined,
                           (SELECT decided FROM cover_reply WHERE alert_id = alert.id) AS cover_reply
                      FROM alert
                      JOIN contact_point ON contact_point.id = alert.contact_point_id
                     WHERE alert.id = $1
                    """, found -> new State(found.text("code"), found.textIfAny("area").orElse(null),
                    (int) found.count("reports"), found.momentIfAny("resolved_at").isPresent(),
                    found.idIfAny("done_proposed_by").orElse(null), List.of(), Map.of(), List.of(),
                    found.textIfAny("cover_reply").orElse(""), found.flag("presumed_seized"),
                    found.momentIfAny("seized_changed_at").orElse(null), (int) found.count("asks"), (int) found.count("dispatch_calls"),
                    (int) found.count("notes"), 0,
                    found.idIfAny("enrolment_id").orElse(null), found.flag("silence_asked"), 0,
                    (int) found.count("bridges"), 0, 0, 0, (int) found.count("call_backs"),
                    (int) found.count("calls_joined"), List.of(), folded.later), id).orElseThrow();
            var outcomes = tx.query("SELECT outcome FROM arrestee WHERE alert_id = $1 ORDER BY ordinal",
                    found -> found.textIfAny("outcome").orElse("none"), id);
            var dispatches = tx.query("""
                    SELECT ladder.discipline, member_id, dispatch.state, dispatch.step, dispatch.later_at, companion
                      FROM dispatch JOIN ladder ON ladder.id = dispatch.ladder_id
                     WHERE dispatch.alert_id = $1
                    """, found -> found.text("discipline") + " " + found.id("member_id") + " " + found.text("state")
                    + " step " + found.number("step") + (found.flag("companion") ? " beside" : "")
                    + " later " + found.momentIfAny("later_at").orElse(null), id).stream().sorted().toList();
            var alone = tx.queryOne("SELECT count(*) AS count FROM alert WHERE erased_at IS NULL", found -> found.count("count"))
                    .orElseThrow() == 1;
            return new State(row.code, row.area, row.reports, row.resolved, row.doneProposedBy, outcomes, ladders, dispatches,
                    row.coverReply, alone ? row.seized : folded.seized, alone ? row.seizedChangedAt : folded.seizedChangedAt,
                    row.asks, row.dispatchCalls, row.notes,
                    alone ? house.page().numbersRevealed() : folded.reveals, row.enrolment, row.silenceAsked,
                    alone ? house.page().cardsOpened() : folded.cardsOpened, row.bridges,
                    alone ? house.page().ringBacksRefused() : folded.ringBacksRefused,
                    alone ? house.reportersDialled().size() : folded.dialled,
                    alone ? (int) house.reportersDialled().stream().filter(call -> call.state() == FakeCall.State.OVER).count()
                            : folded.bridged, row.callBacks, row.callsJoined, outside(tx, alert), later(house, tx, alert, folded.later, alone));
        });
    }

    private static Later later(TestHouse house, Transaction tx, LockedAlert alert, Later folded, boolean alone) {
        var id = alert.alert().id().value();
        var stages = tx.query("SELECT stage FROM arrestee WHERE alert_id = $1 ORDER BY ordinal",
                found -> found.textIfAny("stage").orElse("none"), id);
        var what = house.house().proposals(tx, alert).stream().collect(Collectors.toMap(Proposal::id, Proposal::what));
        var proposals = tx.query("SELECT id, kind, decided FROM proposal WHERE alert_id = $1", found -> found.id("id") + " "
                + found.text("kind") + " " + found.textIfAny("decided").orElse(what.getOrDefault(found.id("id"), "lost")), id)
                .stream().sorted().toList();
        var unread = new TreeSet<>(tx.query("SELECT report_id FROM unread WHERE alert_id = $1 AND due_at IS NOT NULL",
                found -> found.id("report_id"), id));
        var merged = tx.queryOne("SELECT merged_into FROM alert WHERE id = $1", found -> found.idIfAny("merged_into"), id)
                .orElseThrow().orElse(null);
        var mergedFrom = new TreeSet<>(tx.query("SELECT id FROM alert WHERE merged_into = $1", found -> found.id("id"), id));
        var blocked = tx.queryOne("SELECT blocked_by_carrier FROM contact_point WHERE id = $1",
                found -> found.flag("blocked_by_carrier"), alert.alert().contactPoint().value()).orElseThrow();
        var memberTexts = new TreeSet<>(tx.query("SELECT id FROM member_text WHERE alert_id = $1", found -> found.id("id"), id));
        var fromMember = tx.queryOne("""
                SELECT EXISTS (SELECT FROM member
                                 JOIN contact_point ON number_index = phone_index
                                WHERE contact_point.id = $1 AND retired_at IS NULL) AS of_member
                """, found -> found.flag("of_member"), alert.alert().contactPoint().value()).orElseThrow();
        var witness = tx.queryOne("SELECT decided FROM witness_reply WHERE alert_id = $1", found -> found.textIfAny("decided").orElse(""), id)
                .orElse("");
        var carrierWords = house.wordsOf(alert).stream().filter(house.house().codebook()::isCarrierWord).count()
                + (alone ? house.answeredByTheCarrier() : 0);
        // What was told to an alert that is merged is read in the one that goes on for it, and a phone may have several.
        return new Later(stages, proposals, alone ? unread : folded.unread, merged, mergedFrom, memberTexts, fromMember, alone ? blocked : folded.blocked,
                (int) carrierWords, tx.queryOne("SELECT count(*) AS count FROM hand_over WHERE alert_id = $1 AND state = 'told'",
                        found -> (int) found.count("count"), id).orElse(0), new TreeSet<>(tx.query("""
                                SELECT discipline, relief.holder_id, member_id
                                  FROM relief
                                  JOIN ladder ON ladder.id = ladder_id
                                 WHERE alert_id = $1
                                """, found -> found.text("discipline") + " " + found.id("holder_id") + " by " + found.id("member_id"),
                                id)), witness,
                tx.query("""
                        SELECT member_id, due_at, CASE WHEN cleared_at IS NOT NULL THEN 'cleared'
                                                       WHEN ended_at IS NOT NULL THEN 'ended'
                                                       WHEN overdue_at IS NOT NULL THEN 'overdue' ELSE 'running' END AS state
                          FROM safety_timer WHERE alert_id = $1 AND kind = 'inside' ORDER BY begun_at, id
                        """, found -> found.id("member_id") + " " + found.text("state") + " " + found.moment("due_at"), id).stream().sorted().toList());
    }

    private static String ladder(Row row) {
        var fold = new LadderFold();
        fold.step = row.number("step");
        fold.round = row.number("round");
        fold.holder = row.idIfAny("holder_id").orElse(null);
        fold.next = row.momentIfAny("due_at").orElse(null);
        fold.since = row.momentIfAny("nobody_since").orElse(null);
        var toldAt = row.momentIfAny("told_nobody_at");
        fold.coordinatorsTold = fold.since != null && toldAt.filter(at -> !at.isBefore(fold.since)).isPresent();
        return fold.toString();
    }

    private State state() {
        var ladderStates = new TreeMap<String, String>();
        ladders.forEach((discipline, ladder) -> ladderStates.put(discipline, ladder.toString()));
        return new State(code, area, reports, resolved, doneProposedBy, outcomes, ladderStates,
                dispatches.stream().map(DispatchFold::toString).sorted().toList(), coverReply, seized, seizedChangedAt, asks, dispatchCalls,
                notes, reveals, enrolment, silenceAsked, cardsOpened, bridges, ringBacksRefused, dialled, bridged, callBacks,
                callsJoined, outside.stream().sorted().toList(), new Later(stages, proposals.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .sorted().toList(), unread, mergedInto, mergedFrom, memberTexts, fromMember, blocked, carrierWords, notRelieved, reliefs, witness,
                        timers.stream().map(TimerFold::toString).sorted().toList()));
    }

    private void add(Told told) {
        var at = told.at();
        switch (told.entry()) {
            case TimelineEntry.Opened opened -> {
                code = opened.code();
                area = opened.area();
                reports = 1;
                seize(opened.presumedSeized(), at);
                opened.ladders().forEach(discipline -> start(discipline.word(), at));
                for (var i = 0; i < opened.arrestees(); i++) {
                    outcomes.add("none");
                    stages.add("none");
                }
                hear(opened.report(), opened.toBeRead());
            }
            case TimelineEntry.ReportJoined joined -> {
                reports++;
                code = joined.gravestCode();
                area = area == null ? joined.area() : area;
                seize(seized || joined.presumedSeized(), at);
                hear(joined.report(), joined.toBeRead());
                askAfresh(joined.askedAfresh(), false, at);
            }
            case TimelineEntry.LadderStarted started -> start(started.discipline().word(), at);
            case TimelineEntry.MoreAsked(var discipline, _, var asked) -> asked.forEach(member -> {
                var dispatch = dispatches.stream().filter(known -> known.discipline.equals(discipline.word())
                        && known.member.equals(member.value()) && known.isLive()).findFirst()
                        .orElseGet(() -> dispatched(discipline.word(), member.value()));
                if (dispatch.state.equals("taken")) {
                    throw new Contradiction("who has it, or has come beside, is asked to come beside");
                }
                dispatch.companion = true;
                dispatch.state = "asked";
                dispatch.step = ladder(discipline.word()).step;
                asks++;
            });
            case TimelineEntry.CompanionCame(var discipline, var member, _) -> live(discipline.word(), member.value()).state = "taken";
            case TimelineEntry.CompanionLeft(var discipline, var member, _) -> {
                var left = live(discipline.word(), member.value());
                if (!left.companion || !left.state.equals("taken")) {
                    throw new Contradiction("somebody leaves who did not come");
                }
                left.state = "handed_back";
            }
            case TimelineEntry.WitnessTold _ -> witness = "sent";
            case TimelineEntry.WitnessNotTold _ -> witness = "withheld";
            case TimelineEntry.TimerStarted(var member, var dueAt, _, var proven) -> standing(member.value(), proven)
                    .ifPresentOrElse(timer -> timer.due = dueAt, () -> timers.add(new TimerFold(member.value(), proven, dueAt)));
            case TimelineEntry.TimerEnded(var member, _, var proven) -> {
                var timer = timer(member.value(), proven);
                if (proven && timer.state.equals("overdue")) {
                    throw new Contradiction("an overdue proven timer is not ended by her");
                }
                timer.state = "ended";
            }
            case TimelineEntry.TimerOverdue(var member, var proven) -> timer(member.value(), proven).state = "overdue";
            case TimelineEntry.TimerCleared(var member, _) -> timers.stream()
                    .filter(timer -> timer.member.equals(member.value()))
                    .forEach(timer -> timer.state = switch (timer.state) {
                        case "overdue" -> "cleared";
                        case "running" -> "ended";
                        default -> timer.state;
                    });
            case TimelineEntry.Unattended(var discipline, var since) -> {
                if (!since.equals(ladder(discipline.word()).since)) {
                    throw new Contradiction("nobody has it since another moment");
                }
                ladder(discipline.word()).coordinatorsTold = true;
            }
            case TimelineEntry.StepAsked asked -> stepAsked(asked, at);
            case TimelineEntry.Unreached(var discipline, var member, _) -> {
                var unreached = live(discipline.word(), member.value());
                unreached.state = "unreached";
                climbIfNobodyIsLeft(unreached, at);
            }
            case TimelineEntry.Acknowledged(var discipline, var member, _, var checkInBy) -> {
                var ladder = ladder(discipline.word());
                ladder.holder = member.value();
                ladder.next = checkInBy;
                ladder.since = null;
                ladder.coordinatorsTold = false;
                take(discipline.word(), member.value(), ladder);
            }
            case TimelineEntry.ReliefAsked(var discipline, var off, var asked) -> asked.forEach(member -> {
                if (off != null) {
                    reliefs.add(discipline.word() + " " + off + " by " + member);
                }
                if (dispatches.stream().noneMatch(known -> known.discipline.equals(discipline.word())
                        && known.member.equals(member.value()) && known.isLive())) {
                    dispatched(discipline.word(), member.value()).step = ladder(discipline.word()).step;
                    asks++;
                }
            });
            case TimelineEntry.Relieved(var discipline, var off, var member, _, var checkInBy) -> {
                var ladder = held(discipline.word(), off.value());
                ladder.holder = member.value();
                ladder.next = checkInBy;
                take(discipline.word(), member.value(), ladder);
            }
            case TimelineEntry.NotRelieved(var discipline, var off) -> {
                held(discipline.word(), off.value());
                notRelieved++;
            }
            case TimelineEntry.CheckedIn(var discipline, var member, _, var checkInBy) ->
                held(discipline.word(), member.value()).next = checkInBy;
            case TimelineEntry.Lapsed(var discipline, var member) -> {
                letGo(held(discipline.word(), member.value()), at);
                live(discipline.word(), member.value()).state = "asked";
            }
            case TimelineEntry.Passed(var discipline, var member, _, var until) -> {
                var dispatch = live(discipline.word(), member.value());
                dispatch.state = "passed";
                dispatch.later = until;
                climbIfNobodyIsLeft(dispatch, at);
            }
            case TimelineEntry.HandedBack(var discipline, var member, _) -> {
                letGo(held(discipline.word(), member.value()), at);
                live(discipline.word(), member.value()).state = "handed_back";
            }
            case TimelineEntry.DoneProposed(var member, _) -> doneProposedBy = member.value();
            case TimelineEntry.Escalated(var discipline) -> ladder(discipline.word()).next = at;
            case TimelineEntry.Noted _ -> notes++;
            case TimelineEntry.MemberTexted(var text, _, _) -> memberTexts.add(text);
            case TimelineEntry.FromMember _ -> fromMember = true;
            case TimelineEntry.Resolved(var told2, _) -> {
                outcomes = new ArrayList<>(told2);
                end();
            }
            case TimelineEntry.Reopened _ -> {
                resolved = false;
                mergedInto = null;
                outcomes.replaceAll(outcome -> "none");
                ladders.values().forEach(ladder -> climbAfresh(ladder, at));
            }
            case TimelineEntry.SeizureSet _ -> seize(true, at);
            case TimelineEntry.SeizureLifted _ -> seize(false, at);
            case TimelineEntry.ResponderLost(var discipline, var member, _) -> {
                live(discipline.word(), member.value()).state = "ended";
                var ladder = ladder(discipline.word());
                if (ladder.holder == null || ladder.holder.equals(member.value())) {
                    letGo(ladder, at);
                }
            }
            case TimelineEntry.CodeReplaced(var discipline, var member) -> {
                if (!live(discipline.word(), member.value()).state.equals("taken")) {
                    asks++;
                }
            }
            case TimelineEntry.Rung(var discipline, var member) -> {
                live(discipline.word(), member.value());
                dispatchCalls++;
            }
            case TimelineEntry.RungAgain(var discipline, var member) -> {
                live(discipline.word(), member.value());
                dispatchCalls++;
            }
            case TimelineEntry.RingBackAsked _ -> bridges++;
            case TimelineEntry.RingBackRefused _ -> ringBacksRefused++;
            case TimelineEntry.RingBackDialled _ -> dialled++;
            case TimelineEntry.Bridged _ -> bridged++;
            case TimelineEntry.CalledBack _ -> callBacks++;
            case TimelineEntry.OutsideRung(var contact) -> outside.add(contact + " rung");
            case TimelineEntry.OutsideHeard(var contact) -> outside.add(contact + " heard");
            case TimelineEntry.NumberRevealed _ -> reveals++;
            case TimelineEntry.PersonRecognised(var person, _) -> enrolment = enrolment == null ? person : enrolment;
            case TimelineEntry.CardOpened _ -> cardsOpened++;
            case TimelineEntry.CallJoined _, TimelineEntry.MembersJoined _ -> callsJoined++;
            case TimelineEntry.SilenceAsked _ -> silenceAsked = true;
            case TimelineEntry.ReporterAnswered _ -> coverReply = "sent";
            case TimelineEntry.ReplyWithheld _ -> coverReply = "withheld";
            case TimelineEntry.Proposed(var proposal, _, var kind, var what) -> proposals.put(proposal, kind + " " + what);
            case TimelineEntry.ProposalDecided decided -> decide(decided);
            case TimelineEntry.ReportRead read -> {
                unread.remove(read.report());
                code = read.gravestCode();
                area = read.area();
                seize(seized || read.presumedSeized(), at);
                askAfresh(read.askedAfresh(), false, at);
            }
            case TimelineEntry.AskedAfresh _ -> askAfresh(true, false, at);
            case TimelineEntry.LeftUnread _ -> ladders.values().stream()
                    .filter(ladder -> ladder.holder == null && ladder.next != null).forEach(ladder -> ladder.next = at);
            case TimelineEntry.MergedInto(var other) -> {
                mergedInto = other;
                end();
            }
            case TimelineEntry.MergedFrom merged -> {
                mergedFrom.add(merged.alert());
                code = merged.gravestCode();
                area = merged.area();
                while (outcomes.size() < merged.people()) {
                    outcomes.add("none");
                    stages.add("none");
                }
                askAfresh(merged.askedAfresh(), true, at);
            }
            case TimelineEntry.Unmerged(var other) -> mergedFrom.remove(other);
            case TimelineEntry.CarrierWord _ -> carrierWords++;
            case TimelineEntry.PhoneBlocked _ -> blocked = true;
            case TimelineEntry.Erased _ -> throw new Contradiction("an erased alert can be read");
        }
    }

    private void hear(UUID report, boolean toBeRead) {
        if (toBeRead) {
            unread.add(report);
        }
    }

    private void decide(TimelineEntry.ProposalDecided decided) {
        var known = proposals.replace(decided.proposal(), decided.kind() + (decided.confirmed() ? " confirmed" : " declined"));
        if (known == null) {
            throw new Contradiction("something was decided that nobody proposed");
        }
        area = decided.area();
        decided.arrestees().forEach(ordinal -> stages.set(ordinal - 1, decided.what()));
        while (decided.confirmed() && decided.kind().equals("people") && outcomes.size() < Integer.parseInt(decided.what())) {
            outcomes.add("none");
            stages.add("none");
        }
    }

    /** Whoever has it keeps it, and so does who has come beside her, unless a coordinator's merge asks them too. */
    private void askAfresh(boolean whether, boolean holdersToo, Instant at) {
        if (whether) {
            dispatches.stream().filter(DispatchFold::isLive)
                    .filter(one -> holdersToo || ladder(one.discipline).holder == null || !one.state.equals("taken")).forEach(dispatch -> {
                dispatch.state = "asked";
                asks++;
            });
            ladders.values().stream().filter(ladder -> holdersToo || ladder.holder == null).forEach(ladder -> letGo(ladder, at));
        }
    }

    private void end() {
        resolved = true;
        doneProposedBy = null;
        ladders.values().forEach(ladder -> {
            ladder.holder = null;
            ladder.next = null;
            ladder.since = null;
            ladder.coordinatorsTold = false;
        });
        dispatches.stream().filter(DispatchFold::isLive).forEach(dispatch -> dispatch.state = "ended");
    }

    private void seize(boolean now, Instant at) {
        seizedChangedAt = now == seized ? seizedChangedAt : at;
        seized = now;
    }

    private static List<String> outside(Transaction tx, LockedAlert alert) {
        return tx.query("""
                SELECT outside_contact_id || ' rung' AS what
                  FROM message
                 WHERE alert_id = $1
                   AND outside_contact_id IS NOT NULL
                 UNION ALL
                SELECT outside_contact_id || ' heard'
                  FROM message
                 WHERE alert_id = $1
                   AND outside_contact_id IS NOT NULL
                   AND settled_at IS NOT NULL
                """, row -> row.text("what"), alert.alert().id().value()).stream().sorted().toList();
    }

    private void stepAsked(TimelineEntry.StepAsked asked, Instant at) {
        var discipline = asked.discipline().word();
        var ladder = ladder(discipline);
        if (ladder.holder != null) {
            throw new Contradiction("a step was asked while somebody has it");
        }
        if (ladder.next == null || at.isBefore(ladder.next)) {
            throw new Contradiction("a step was asked before its moment");
        }
        if (asked.step() != ladder.step) {
            throw new Contradiction("a step was asked out of order");
        }
        ladder.step = asked.lastResort() ? asked.step() : asked.step() + 1;
        ladder.round = asked.round();
        ladder.next = asked.nextAt();
        for (var member : asked.asked()) {
            asks++;
            var dispatch = dispatches.stream()
                    .filter(known -> known.discipline.equals(discipline) && known.member.equals(member.value()) && known.isLive())
                    .findFirst()
                    .orElseGet(() -> dispatched(discipline, member.value()));
            dispatch.state = dispatch.state.equals("taken") && !dispatch.companion ? "taken" : "asked";
            dispatch.companion = false;
            dispatch.step = asked.step();
        }
    }

    private void take(String discipline, UUID member, LadderFold ladder) {
        var mine = dispatches.stream()
                .filter(known -> known.discipline.equals(discipline) && known.member.equals(member) && known.isLive())
                .findFirst()
                .orElseGet(() -> {
                    var made = dispatched(discipline, member);
                    made.step = ladder.step;
                    return made;
                });
        mine.state = "taken";
        mine.companion = false;
        dispatches.stream()
                .filter(known -> known.discipline.equals(discipline) && known.isLive() && known != mine && !known.companion)
                .forEach(known -> known.state = "stood_down");
    }

    private DispatchFold dispatched(String discipline, UUID member) {
        var dispatch = new DispatchFold(discipline, member);
        dispatches.add(dispatch);
        return dispatch;
    }

    private void climbIfNobodyIsLeft(DispatchFold left, Instant at) {
        if (left.companion) {
            return;
        }
        var discipline = left.discipline;
        var ladder = ladder(discipline);
        if (ladder.holder == null && ladder.round == 0 && dispatches.stream().noneMatch(dispatch ->
                dispatch.discipline.equals(discipline) && dispatch.state.equals("asked") && !dispatch.companion
                        && dispatch.step == ladder.step - 1)) {
            ladder.next = at;
        }
    }

    private static void letGo(LadderFold ladder, Instant at) {
        ladder.holder = null;
        ladder.next = at;
        ladder.since = ladder.since == null ? at : ladder.since;
    }

    private static void climbAfresh(LadderFold ladder, Instant at) {
        ladder.step = 0;
        ladder.round = 0;
        letGo(ladder, at);
    }

    private void start(String discipline, Instant at) {
        var ladder = new LadderFold();
        ladder.next = at;
        ladder.since = at;
        ladders.put(discipline, ladder);
    }

    private TimerFold timer(UUID member, boolean proven) {
        return standing(member, proven).orElseThrow(() -> new Contradiction("no such timer of hers stands"));
    }

    private Optional<TimerFold> standing(UUID member, boolean proven) {
        return timers.stream().filter(timer -> timer.member.equals(member) && timer.proven == proven
                && (timer.state.equals("running") || timer.state.equals("overdue"))).findFirst();
    }

    private LadderFold ladder(String discipline) {
        var ladder = ladders.get(discipline);
        if (ladder == null) {
            throw new Contradiction("no ladder of " + discipline);
        }
        return ladder;
    }

    private LadderFold held(String discipline, UUID member) {
        var ladder = ladder(discipline);
        if (!Objects.equals(ladder.holder, member)) {
            throw new Contradiction("somebody acts who does not hold it");
        }
        return ladder;
    }

    private DispatchFold live(String discipline, UUID member) {
        return dispatches.stream()
                .filter(known -> known.discipline.equals(discipline) && known.member.equals(member) && known.isLive())
                .findFirst()
                .orElseThrow(() -> new Contradiction("nobody asked " + member));
    }

}
