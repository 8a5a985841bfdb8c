package gateway.stories;

import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.stories.TimelineFold.Contradiction;
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

/** The part of a fold that follows whom an alert was asked of, and what they did with it. */
final class FoldedAsking {

    final Map<String, FoldedLadder> ladders = new TreeMap<>();
    final List<FoldedDispatch> dispatches = new ArrayList<>();
    final List<FoldedTimer> timers = new ArrayList<>();
    final List<String> outside = new ArrayList<>();
    final Set<String> reliefs = new TreeSet<>();
    @Nullable UUID doneProposedBy;
    int asks;
    int dispatchCalls;
    int notRelieved;

    void add(AskingEntry entry, Instant at) {
        switch (entry) {
            case AskingEntry.LadderStarted started -> start(started.discipline().word(), at);
            case AskingEntry.MoreAsked(var discipline, _, var asked) -> asked.forEach(member -> {
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
            case AskingEntry.Unattended(var discipline, var since) -> {
                if (!since.equals(ladder(discipline.word()).since)) {
                    throw new Contradiction("nobody has it since another moment");
                }
                ladder(discipline.word()).coordinatorsTold = true;
            }
            case AskingEntry.StepAsked asked -> stepAsked(asked, at);
            case AskingEntry.Unreached(var discipline, var member, _) -> {
                var unreached = live(discipline.word(), member.value());
                unreached.state = "unreached";
                climbIfNobodyIsLeft(unreached, at);
            }
            case AskingEntry.ReliefAsked(var discipline, var off, var asked) -> asked.forEach(member -> {
                if (off != null) {
                    reliefs.add(discipline.word() + " " + off + " by " + member);
                }
                if (dispatches.stream().noneMatch(known -> known.discipline.equals(discipline.word())
                        && known.member.equals(member.value()) && known.isLive())) {
                    dispatched(discipline.word(), member.value()).step = ladder(discipline.word()).step;
                    asks++;
                }
            });
            case AskingEntry.NotRelieved(var discipline, var off) -> {
                held(discipline.word(), off.value());
                notRelieved++;
            }
            case AskingEntry.Escalated(var discipline) -> ladder(discipline.word()).next = at;
            case AskingEntry.CodeReplaced(var discipline, var member) -> {
                if (!live(discipline.word(), member.value()).state.equals("taken")) {
                    asks++;
                }
            }
            case AskingEntry.Rung(var discipline, var member) -> {
                live(discipline.word(), member.value());
                dispatchCalls++;
            }
            case AskingEntry.RungAgain(var discipline, var member) -> {
                live(discipline.word(), member.value());
                dispatchCalls++;
            }
            case AskingEntry.OutsideRung(var contact) -> outside.add(contact + " rung");
            case AskingEntry.OutsideHeard(var contact) -> outside.add(contact + " heard");
        }
    }

    void add(HoldingEntry entry, Instant at) {
        switch (entry) {
            case HoldingEntry.CompanionCame(var discipline, var member, _) -> live(discipline.word(), member.value()).state = "taken";
            case HoldingEntry.CompanionLeft(var discipline, var member, _) -> {
                var left = live(discipline.word(), member.value());
                if (!left.companion || !left.state.equals("taken")) {
                    throw new Contradiction("somebody leaves who did not come");
                }
                left.state = "handed_back";
            }
            case HoldingEntry.TimerStarted(var member, var dueAt, _, var proven) -> standing(member.value(), proven)
                    .ifPresentOrElse(timer -> timer.due = dueAt, () -> timers.add(new FoldedTimer(member.value(), proven, dueAt)));
            case HoldingEntry.TimerEnded(var member, _, var proven) -> {
                var timer = timer(member.value(), proven);
                if (proven && timer.state.equals("overdue")) {
                    throw new Contradiction("an overdue proven timer is not ended by her");
                }
                timer.state = "ended";
            }
            case HoldingEntry.TimerOverdue(var member, var proven) -> timer(member.value(), proven).state = "overdue";
            case HoldingEntry.TimerCleared(var member, _) -> timers.stream()
                    .filter(timer -> timer.member.equals(member.value()))
                    .forEach(timer -> timer.state = switch (timer.state) {
                        case "overdue" -> "cleared";
                        case "running" -> "ended";
                        default -> timer.state;
                    });
            case HoldingEntry.Acknowledged(var discipline, var member, _, var checkInBy) -> {
                var ladder = ladder(discipline.word());
                ladder.holder = member.value();
                ladder.next = checkInBy;
                ladder.since = null;
                ladder.coordinatorsTold = false;
                take(discipline.word(), member.value(), ladder);
            }
            case HoldingEntry.Relieved(var discipline, var off, var member, _, var checkInBy) -> {
                var ladder = held(discipline.word(), off.value());
                ladder.holder = member.value();
                ladder.next = checkInBy;
                take(discipline.word(), member.value(), ladder);
            }
            case HoldingEntry.CheckedIn(var discipline, var member, _, var checkInBy) ->
                held(discipline.word(), member.value()).next = checkInBy;
            case HoldingEntry.Lapsed(var discipline, var member) -> {
                held(discipline.word(), member.value()).letGo(at);
                live(discipline.word(), member.value()).state = "asked";
            }
            case HoldingEntry.Passed(var discipline, var member, _, var until) -> {
                var dispatch = live(discipline.word(), member.value());
                dispatch.state = "passed";
                dispatch.later = until;
                climbIfNobodyIsLeft(dispatch, at);
            }
            case HoldingEntry.HandedBack(var discipline, var member, _) -> {
                held(discipline.word(), member.value()).letGo(at);
                live(discipline.word(), member.value()).state = "handed_back";
            }
            case HoldingEntry.DoneProposed(var member, _) -> doneProposedBy = member.value();
            case HoldingEntry.ResponderLost(var discipline, var member, _) -> {
                live(discipline.word(), member.value()).state = "ended";
                var ladder = ladder(discipline.word());
                if (ladder.holder == null || ladder.holder.equals(member.value())) {
                    ladder.letGo(at);
                }
            }
        }
    }

    /** Whoever has it keeps it, and so does who has come beside her, unless a coordinator's merge asks them too. */
    void askAfresh(boolean whether, Instant at) {
        if (whether) {
            dispatches.stream().filter(FoldedDispatch::isLive)
                    .filter(one -> ladder(one.discipline).holder == null || !one.state.equals("taken")).forEach(dispatch -> {
                dispatch.state = "asked";
                asks++;
            });
            ladders.values().stream().filter(ladder -> ladder.holder == null).forEach(ladder -> ladder.letGo(at));
        }
    }

    void end() {
        doneProposedBy = null;
        ladders.values().forEach(FoldedLadder::end);
        dispatches.stream().filter(FoldedDispatch::isLive).forEach(dispatch -> dispatch.state = "ended");
    }

    private void stepAsked(AskingEntry.StepAsked asked, Instant at) {
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

    void start(String discipline, Instant at) {
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
