package gateway.console.alerts;

import gateway.alert.Timeline.Told;
import gateway.alert.TimelineEntry;
import gateway.alert.TimelineEntry.Acknowledged;
import gateway.alert.TimelineEntry.AskedAfresh;
import gateway.alert.TimelineEntry.Bridged;
import gateway.alert.TimelineEntry.CallJoined;
import gateway.alert.TimelineEntry.CalledBack;
import gateway.alert.TimelineEntry.CardOpened;
import gateway.alert.TimelineEntry.CarrierWord;
import gateway.alert.TimelineEntry.CheckedIn;
import gateway.alert.TimelineEntry.CodeReplaced;
import gateway.alert.TimelineEntry.CompanionCame;
import gateway.alert.TimelineEntry.CompanionLeft;
import gateway.alert.TimelineEntry.DoneProposed;
import gateway.alert.TimelineEntry.Erased;
import gateway.alert.TimelineEntry.Escalated;
import gateway.alert.TimelineEntry.HandedBack;
import gateway.alert.TimelineEntry.LadderStarted;
import gateway.alert.TimelineEntry.Lapsed;
import gateway.alert.TimelineEntry.LeftUnread;
import gateway.alert.TimelineEntry.MembersJoined;
import gateway.alert.TimelineEntry.MergedFrom;
import gateway.alert.TimelineEntry.MergedInto;
import gateway.alert.TimelineEntry.MoreAsked;
import gateway.alert.TimelineEntry.Noted;
import gateway.alert.TimelineEntry.NumberRevealed;
import gateway.alert.TimelineEntry.Opened;
import gateway.alert.TimelineEntry.OutsideHeard;
import gateway.alert.TimelineEntry.OutsideRung;
import gateway.alert.TimelineEntry.Passed;
import gateway.alert.TimelineEntry.PersonRecognised;
import gateway.alert.TimelineEntry.PhoneBlocked;
import gateway.alert.TimelineEntry.ProposalDecided;
import gateway.alert.TimelineEntry.Proposed;
import gateway.alert.TimelineEntry.Reopened;
import gateway.alert.TimelineEntry.ReplyWithheld;
import gateway.alert.TimelineEntry.ReportJoined;
import gateway.alert.TimelineEntry.ReportRead;
import gateway.alert.TimelineEntry.ReporterAnswered;
import gateway.alert.TimelineEntry.Resolved;
import gateway.alert.TimelineEntry.ResponderLost;
import gateway.alert.TimelineEntry.RingBackAsked;
import gateway.alert.TimelineEntry.RingBackDialled;
import gateway.alert.TimelineEntry.RingBackRefused;
import gateway.alert.TimelineEntry.Rung;
import gateway.alert.TimelineEntry.RungAgain;
import gateway.alert.TimelineEntry.SeizureLifted;
import gateway.alert.TimelineEntry.SeizureSet;
import gateway.alert.TimelineEntry.SilenceAsked;
import gateway.alert.TimelineEntry.StepAsked;
import gateway.alert.TimelineEntry.TimerCleared;
import gateway.alert.TimelineEntry.TimerEnded;
import gateway.alert.TimelineEntry.TimerOverdue;
import gateway.alert.TimelineEntry.TimerStarted;
import gateway.alert.TimelineEntry.Unattended;
import gateway.alert.TimelineEntry.Unmerged;
import gateway.alert.TimelineEntry.Unreached;
import gateway.alert.TimelineEntry.WitnessNotTold;
import gateway.alert.TimelineEntry.WitnessTold;
import gateway.alert.Way;
import gateway.console.frame.Aliases;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Words;
import gateway.roster.Discipline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells an alert's timeline in plain words. */
final class TimelineView {

    private final Words words;
    private final Aliases aliases;
    private final People people;
    private final Map<UUID, String> reports;
    private final Function<UUID, String> numbers;

    /**
     * Tells in these words.
     *
     * @param reports what each report said
     * @param numbers the number of any alert
     */
    TimelineView(Words words, Aliases aliases, People people, Map<UUID, String> reports, Function<UUID, String> numbers) {
        this.words = words;
        this.aliases = aliases;
        this.people = people;
        this.reports = reports;
        this.numbers = numbers;
    }

    TimelineLine line(Told told) {
        var telling = tell(told.entry());
        return new TimelineLine(words.time(told.at()), words.exactTime(told.at()), aliases.ofActor(told.actor()),
                telling.text(), telling.details(), VisibleText.of(telling.said()));
    }

    private record Telling(String text, List<String> details, String said) {

        Telling(String text, String... details) {
            this(text, List.of(details), "");
        }

        Telling saying(String words) {
            return new Telling(text, details, words);
        }
    }

    private Telling tell(TimelineEntry entry) {
        return switch (entry) {
            case Opened opened -> opened(opened);
            case ReportJoined joined -> joined(joined);
            case LadderStarted(var discipline) -> telling("ladder-started", "discipline", name(discipline));
            case MoreAsked(_, var wanted, var asked) -> asked.isEmpty()
                    ? telling("more-nobody", "wanted", Integer.toString(wanted))
                    : telling("more-asked", "wanted", Integer.toString(wanted), "asked", aliases.of(asked));
            case CompanionCame(_, var member, var way) ->
                telling("companion-came", "who", aliases.of(member), "way", name(way));
            case CompanionLeft(_, var member, var way) ->
                telling("companion-left", "who", aliases.of(member), "way", name(way));
            case WitnessTold _ -> telling("witness-told");
            case WitnessNotTold(var why) -> telling("witness-not-told", "why", words.say("reply." + why));
            case Unattended(var discipline, var since) -> telling("unattended", "discipline", name(discipline),
                    "time", words.time(since));
            case StepAsked step -> step(step);
            case Unreached(var discipline, var member, var error) -> telling("unreached", "who", aliases.of(member),
                    "discipline", name(discipline), "error", error);
            case Rung(_, var member) -> telling("rung", "who", aliases.of(member));
            case RungAgain(_, var member) -> telling("rung-again", "who", aliases.of(member));
            case OutsideRung _ -> telling("outside-rung");
            case OutsideHeard _ -> telling("outside-heard");
            case Acknowledged(var discipline, var member, var way, var checkInBy) -> telling("acknowledged",
                    "who", aliases.of(member), "discipline", name(discipline), "way", name(way), "time", words.time(checkInBy));
            case TimelineEntry.ReliefAsked(_, var holder, var asked) -> holder == null
                    ? telling("relief-asked-open", "asked", aliases.of(asked))
                    : telling(asked.isEmpty() ? "relief-asked-nobody" : "relief-asked", "who", aliases.of(holder),
                            "asked", aliases.of(asked));
            case TimelineEntry.Relieved(_, var holder, var member, var way, var checkInBy) -> telling("relieved",
                    "who", aliases.of(member), "holder", aliases.of(holder), "way", name(way), "time", words.time(checkInBy));
            case TimelineEntry.NotRelieved(_, var holder) -> telling("not-relieved", "who", aliases.of(holder));
            case CheckedIn(_, var member, var way, var checkInBy) -> telling("checked-in", "who", aliases.of(member),
                    "way", name(way), "time", words.time(checkInBy));
            case Lapsed(var discipline, var member) -> telling("lapsed", "who", aliases.of(member),
                    "discipline", name(discipline));
            case Passed passed -> passed(passed);
            case HandedBack(_, var member, var way) -> telling("handed-back", "who", aliases.of(member), "way", name(way));
            case DoneProposed(var member, var said) -> telling("done-proposed", "who", aliases.of(member)).saying(said);
            case Escalated(var discipline) -> telling("escalated", "discipline", name(discipline));
            case Noted(var said) -> telling("noted").saying(said);
            case TimelineEntry.MemberTexted(_, var member, var said) -> telling("member-texted", "who", aliases.of(member)).saying(said);
            case TimelineEntry.FromMember(var member) -> telling("from-member", "who", aliases.of(member));
            case Resolved(var outcomes, var said) -> telling("resolved", "outcomes", outcomes.stream()
                    .map(outcome -> words.name("outcome", outcome)).collect(Collectors.joining("; "))).saying(said);
            case Reopened(var reason) -> telling("reopened").saying(reason);
            case SeizureSet(var reason) -> telling("seizure-set").saying(reason);
            case SeizureLifted(var reason) -> telling("seizure-lifted").saying(reason);
            case ResponderLost(_, var member, var why) -> telling("responder-lost", "who", aliases.of(member),
                    "why", words.say("skip." + why));
            case CodeReplaced(_, var member) -> telling("code-replaced", "who", aliases.of(member));
            case NumberRevealed(var reason) -> telling("number-revealed").saying(reason);
            case RingBackAsked(var member, var reason) -> telling("ring-back-asked", "who", aliases.of(member)).saying(reason);
            case RingBackRefused(var member, var why) -> telling("ring-back-refused", "who", aliases.of(member),
                    "why", words.say("ring-back." + why));
            case RingBackDialled(var member) -> telling("ring-back-dialled", "who", aliases.of(member));
            case Bridged(var member, var how) -> telling("bridged", "who", aliases.of(member),
                    "how", words.say("ring-back-end." + how));
            case PersonRecognised(var enrolment, var borrowed) -> telling(
                    borrowed ? "person-recognised-borrowed" : "person-recognised", "who", people.of(enrolment));
            case MembersJoined(var holder, var with) -> telling("members-joined", "who", aliases.of(holder), "with",
                    aliases.of(with));
            case CallJoined(var member) -> telling("call-joined", "who", aliases.of(member));
            case CardOpened(var enrolment, var reason) -> telling("card-opened", "who", people.of(enrolment)).saying(reason);
            case SilenceAsked _ -> telling("silence-asked");
            case CalledBack _ -> telling("called-back");
            case ReporterAnswered _ -> telling("reporter-answered");
            case ReplyWithheld(var why) -> telling("reply-withheld", "why", words.say("reply." + why));
            case Proposed(_, _, var kind, var what) -> telling("proposed", "what", ProposalView.text(kind, what, words));
            case ProposalDecided decided -> decided(decided);
            case ReportRead read -> read(read);
            case AskedAfresh(var report) -> telling("safe-unconfirmed").saying(reports.getOrDefault(report, ""));
            case LeftUnread(var report) -> telling("left-unread").saying(reports.getOrDefault(report, ""));
            case MergedInto(var other) -> telling("merged-into", "number", numbers.apply(other));
            case MergedFrom merged -> mergedFrom(merged);
            case Unmerged(var other) -> telling("unmerged", "number", numbers.apply(other));
            case CarrierWord(var why) -> telling("carrier-word-" + why);
            case PhoneBlocked(var why) -> telling("phone-blocked-" + why);
            case TimerStarted(var member, var dueAt, var way, var proven) -> telling(proven ? "timer-started" : "timer-started-by-number", "who", aliases.of(member),
                    "time", words.time(dueAt), "way", name(way));
            case TimerEnded(var member, var way, _) -> telling("timer-ended", "who", aliases.of(member), "way", name(way));
            case TimerOverdue(var member, var proven) -> telling(proven ? "timer-overdue" : "timer-overdue-by-number", "who", aliases.of(member));
            case TimerCleared(var member, var reason) -> telling("timer-cleared", "who", aliases.of(member)).saying(reason);
            case Erased _ -> telling("erased");
        };
    }

    private Telling passed(Passed passed) {
        var telling = telling("passed", "who", aliases.of(passed.member()));
        var told = passed.words() == null ? telling : telling.saying(passed.words());
        return passed.until() == null ? told : new Telling(told.text(),
                List.of(words.say("timeline.not-before", "time", words.time(passed.until()))), told.said());
    }

    private Telling opened(Opened opened) {
        var details = new ArrayList<String>();
        if (opened.area() != null) {
            details.add(words.say("timeline.place", "area", words.name("area", opened.area())));
        }
        if (opened.arrestees() > 1) {
            details.add(words.say("timeline.people", "people", Integer.toString(opened.arrestees())));
        }
        if (opened.presumedSeized()) {
            details.add(words.say("timeline.presumed-seized"));
        }
        if (!opened.knownHotline()) {
            details.add(words.say("timeline.unknown-hotline"));
        }
        var text = words.say("timeline.opened", "code", words.name("code", opened.code()),
                "disciplines", opened.ladders().stream().map(this::name).collect(Collectors.joining(", ")));
        return new Telling(text, List.copyOf(details), reports.getOrDefault(opened.report(), ""));
    }

    private Telling joined(ReportJoined joined) {
        var details = new ArrayList<String>();
        if (joined.area() != null) {
            details.add(words.say("timeline.place", "area", words.name("area", joined.area())));
        }
        if (joined.presumedSeized()) {
            details.add(words.say("timeline.presumed-seized"));
        }
        if (joined.askedAfresh()) {
            details.add(words.say("timeline.asked-afresh"));
        }
        var text = words.say("timeline.report-joined", "code", words.name("code", joined.code()));
        return new Telling(text, List.copyOf(details), reports.getOrDefault(joined.report(), ""));
    }

    private Telling decided(ProposalDecided decided) {
        var text = words.say(decided.confirmed() ? "timeline.proposal-confirmed" : "timeline.proposal-declined",
                "what", ProposalView.text(decided.kind(), decided.what(), words));
        return decided.arrestees().isEmpty() ? new Telling(text)
                : new Telling(text, words.say("timeline.for-people", "people",
                        decided.arrestees().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private Telling read(ReportRead read) {
        var details = new ArrayList<String>();
        if (read.presumedSeized()) {
            details.add(words.say("timeline.presumed-seized"));
        }
        if (read.askedAfresh()) {
            details.add(words.say("timeline.asked-afresh"));
        }
        var text = words.say("timeline.report-read", "code", words.name("code", read.code()));
        return new Telling(text, List.copyOf(details), reports.getOrDefault(read.report(), ""));
    }

    private Telling mergedFrom(MergedFrom merged) {
        var text = words.say("timeline.merged-from", "number", numbers.apply(merged.alert()));
        return merged.askedAfresh() ? new Telling(text, words.say("timeline.asked-afresh")) : new Telling(text);
    }

    private Telling step(StepAsked step) {
        var details = new ArrayList<String>();
        switch (step.way()) {
            case "voice" -> details.add(words.say("timeline.by-call"));
            case "text-then-call" -> details.add(words.say("timeline.by-text-then-call"));
            default -> { }
        }
        if (!step.quiet().isEmpty()) {
            details.add(words.say("timeline.quiet", "who", aliases.of(step.quiet())));
        }
        if (!step.rungLater().isEmpty()) {
            details.add(words.say("timeline.rung-later", "who", aliases.of(step.rungLater())));
        }
        step.skipped().forEach(skipped -> details.add(words.say("timeline.skipped",
                "who", aliases.of(skipped.member()), "why", words.say("skip." + skipped.why()))));
        details.add(words.say("timeline.next", "time", words.time(step.nextAt())));
        var key = (step.lastResort() ? "last-resort" : "step") + (step.asked().isEmpty() ? "-nobody" : "-asked");
        return new Telling(words.say("timeline." + key, "discipline", name(step.discipline()),
                "step", Integer.toString(step.step() + 1), "round", Integer.toString(step.round()),
                "asked", aliases.of(step.asked())), List.copyOf(details), "");
    }

    private Telling telling(String kind, String... values) {
        return new Telling(words.say("timeline." + kind, values));
    }

    private String name(Discipline discipline) {
        return words.say("discipline." + discipline.word());
    }

    private String name(Way way) {
        return words.say("way." + way.word());
    }
}
