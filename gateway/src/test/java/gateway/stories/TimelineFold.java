package gateway.stories;

import gateway.alert.Timeline.Told;
import gateway.alert.TimelineEntry;
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
import org.jspecify.annotations.Nullable;

/**
 * An alert's state as its entries alone tell it, worked out a second time and not by the code that made them. An entry
 * that cannot follow from those before it, such as a step asked before its moment, is a contradiction.
 */
public final class TimelineFold {

    /** Entries that contradict one another. */
    public static final class Contradiction extends RuntimeException {
        Contradiction(String what) {
            super(what);
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
    private final List<FoldedTimer> timers = new ArrayList<>();
    private final Map<String, FoldedLadder> ladders = new TreeMap<>();
    private final List<FoldedDispatch> dispatches = new ArrayList<>();

    private TimelineFold() {}

    public static TimelineState of(List<Told> entries) {
        var fold = new TimelineFold();
        entries.forEach(fold::add);
        return fold.state();
    }

    private TimelineState state() {
        var ladderStates = new TreeMap<String, String>();
        ladders.forEach((discipline, ladder) -> ladderStates.put(discipline, ladder.toString()));
        return new TimelineState(code, area, reports, resolved, doneProposedBy, outcomes, ladderStates,
                dispatches.stream().map(FoldedDispatch::toString).sorted().toList(), coverReply, seized, seizedChangedAt, asks, dispatchCalls,
                notes, reveals, enrolment, silenceAsked, cardsOpened, bridges, ringBacksRefused, dialled, bridged, callBacks,
                callsJoined, outside.stream().sorted().toList(), new TimelineState.Later(stages, proposals.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .sorted().toList(), unread, mergedInto, mergedFrom, memberTexts, fromMember, blocked, carrierWords, notRelieved, reliefs, witness,
                        timers.stream().map(FoldedTimer::toString).sorted().toList()));
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
                    .ifPresentOrElse(timer -> timer.due = dueAt, () -> timers.add(new FoldedTimer(member.value(), proven, dueAt)));
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
                held(discipline.word(), member.value()).letGo(at);
                live(discipline.word(), member.value()).state = "asked";
            }
            case TimelineEntry.Passed(var discipline, var member, _, var until) -> {
                var dispatch = live(discipline.word(), member.value());
                dispatch.state = "passed";
                dispatch.later = until;
                climbIfNobodyIsLeft(dispatch, at);
            }
            case TimelineEntry.HandedBack(var discipline, var member, _) -> {
                held(discipline.word(), member.value()).letGo(at);
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
                ladders.values().forEach(ladder -> ladder.climbAfresh(at));
            }
            case TimelineEntry.SeizureSet _ -> seize(true, at);
            case TimelineEntry.SeizureLifted _ -> seize(false, at);
            case TimelineEntry.ResponderLost(var discipline, var member, _) -> {
                live(discipline.word(), member.value()).state = "ended";
                var ladder = ladder(discipline.word());
                if (ladder.holder == null || ladder.holder.equals(member.value())) {
                    ladder.letGo(at);
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
            dispatches.stream().filter(FoldedDispatch::isLive)
                    .filter(one -> holdersToo || ladder(one.discipline).holder == null || !one.state.equals("taken")).forEach(dispatch -> {
                dispatch.state = "asked";
                asks++;
            });
            ladders.values().stream().filter(ladder -> holdersToo || ladder.holder == null).forEach(ladder -> ladder.letGo(at));
        }
    }

    private void end() {
        resolved = true;
        doneProposedBy = null;
        ladders.values().forEach(FoldedLadder::end);
        dispatches.stream().filter(FoldedDispatch::isLive).forEach(dispatch -> dispatch.state = "ended");
    }

    private void seize(boolean now, Instant at) {
        seizedChangedAt = now == seized ? seizedChangedAt : at;
        seized = now;
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

    private void take(String discipline, UUID member, FoldedLadder ladder) {
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

    private FoldedDispatch dispatched(String discipline, UUID member) {
        var dispatch = new FoldedDispatch(discipline, member);
        dispatches.add(dispatch);
        return dispatch;
    }

    private void climbIfNobodyIsLeft(FoldedDispatch left, Instant at) {
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

    private void start(String discipline, Instant at) {
        var ladder = new FoldedLadder();
        ladder.next = at;
        ladder.since = at;
        ladders.put(discipline, ladder);
    }

    private FoldedTimer timer(UUID member, boolean proven) {
        return standing(member, proven).orElseThrow(() -> new Contradiction("no such timer of hers stands"));
    }

    private Optional<FoldedTimer> standing(UUID member, boolean proven) {
        return timers.stream().filter(timer -> timer.member.equals(member) && timer.proven == proven
                && (timer.state.equals("running") || timer.state.equals("overdue"))).findFirst();
    }

    private FoldedLadder ladder(String discipline) {
        var ladder = ladders.get(discipline);
        if (ladder == null) {
            throw new Contradiction("no ladder of " + discipline);
        }
        return ladder;
    }

    private FoldedLadder held(String discipline, UUID member) {
        var ladder = ladder(discipline);
        if (!Objects.equals(ladder.holder, member)) {
            throw new Contradiction("somebody acts who does not hold it");
        }
        return ladder;
    }

    private FoldedDispatch live(String discipline, UUID member) {
        return dispatches.stream()
                .filter(known -> known.discipline.equals(discipline) && known.member.equals(member) && known.isLive())
                .findFirst()
                .orElseThrow(() -> new Contradiction("nobody asked " + member));
    }

}
