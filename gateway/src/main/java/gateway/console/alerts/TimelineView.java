package gateway.console.alerts;

import gateway.alert.Timeline.Told;
import gateway.console.frame.Aliases;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Words;
import gateway.entry.AlertEntry;
import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.entry.ReportEntry;
import gateway.entry.SpeakingEntry;
import gateway.entry.TimelineEntry;
import gateway.entry.Way;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells an alert's timeline in plain words. */
final class TimelineView {

    private final Words words;
    private final Aliases aliases;
    private final AlertPeople people;
    private final Map<UUID, String> reports;
    private final Function<UUID, String> numbers;

    /**
     * Tells in these words.
     *
     * @param reports what each report said
     * @param numbers the number of any alert
     */
    TimelineView(Words words, Aliases aliases, AlertPeople people, Map<UUID, String> reports, Function<UUID, String> numbers) {
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
            case ReportEntry report -> tell(report);
            case AskingEntry asking -> tell(asking);
            case HoldingEntry holding -> tell(holding);
            case SpeakingEntry speaking -> tell(speaking);
            case AlertEntry alert -> tell(alert);
        };
    }

    private Telling tell(ReportEntry entry) {
        return switch (entry) {
            case ReportEntry.Opened opened -> opened(opened);
            case ReportEntry.ReportJoined joined -> reported("report-joined", joined.code(),
                    details(joined.area(), joined.presumedSeized(), joined.askedAfresh()), joined.report());
            case ReportEntry.MemberTexted(_, var member, var said) -> telling("member-texted", member).saying(said);
            case ReportEntry.FromMember(var member) -> telling("from-member", member);
            case ReportEntry.PersonRecognised(var enrolment, var borrowed) -> telling(
                    borrowed ? "person-recognised-borrowed" : "person-recognised", "who", people.of(enrolment));
            case ReportEntry.SilenceAsked _ -> telling("silence-asked");
            case ReportEntry.Proposed(_, _, var kind, var what) -> telling("proposed", "what", ProposalView.text(kind, what, words));
            case ReportEntry.ProposalDecided decided -> decided(decided);
            case ReportEntry.ReportRead read -> reported("report-read", read.code(),
                    details(null, read.presumedSeized(), read.askedAfresh()), read.report());
            case ReportEntry.AskedAfresh(var report) -> telling("safe-unconfirmed").saying(reports.getOrDefault(report, ""));
            case ReportEntry.LeftUnread(var report) -> telling("left-unread").saying(reports.getOrDefault(report, ""));
            case ReportEntry.CarrierWord(var why) -> telling("carrier-word-" + why);
            case ReportEntry.PhoneBlocked(var why) -> telling("phone-blocked-" + why);
        };
    }

    private Telling tell(AskingEntry entry) {
        return switch (entry) {
            case AskingEntry.LadderStarted(var discipline) -> telling("ladder-started", "discipline", name(discipline));
            case AskingEntry.MoreAsked(_, var wanted, var asked) -> asked.isEmpty()
                    ? telling("more-nobody", "wanted", Integer.toString(wanted))
                    : telling("more-asked", "wanted", Integer.toString(wanted), "asked", aliases.of(asked));
            case AskingEntry.Unattended(var discipline, var since) -> telling("unattended", "discipline", name(discipline),
                    "time", words.time(since));
            case AskingEntry.StepAsked step -> new Telling(StepView.text(step, words, aliases),
                    StepView.details(step, words, aliases), "");
            case AskingEntry.Unreached(var discipline, var member, var error) -> telling("unreached", member,
                    "discipline", name(discipline), "error", error);
            case AskingEntry.Rung(_, var member) -> telling("rung", member);
            case AskingEntry.RungAgain(_, var member) -> telling("rung-again", member);
            case AskingEntry.OutsideRung _ -> telling("outside-rung");
            case AskingEntry.OutsideHeard _ -> telling("outside-heard");
            case AskingEntry.ReliefAsked(_, var holder, var asked) -> holder == null
                    ? telling("relief-asked-open", "asked", aliases.of(asked))
                    : telling(asked.isEmpty() ? "relief-asked-nobody" : "relief-asked", holder, "asked", aliases.of(asked));
            case AskingEntry.NotRelieved(_, var holder) -> telling("not-relieved", holder);
            case AskingEntry.Escalated(var discipline) -> telling("escalated", "discipline", name(discipline));
            case AskingEntry.CodeReplaced(_, var member) -> telling("code-replaced", member);
        };
    }

    private Telling tell(HoldingEntry entry) {
        return switch (entry) {
            case HoldingEntry.CompanionCame(_, var member, var way) -> telling("companion-came", member, "way", name(way));
            case HoldingEntry.CompanionLeft(_, var member, var way) -> telling("companion-left", member, "way", name(way));
            case HoldingEntry.Acknowledged(var discipline, var member, var way, var checkInBy) -> telling("acknowledged", member,
                    "discipline", name(discipline), "way", name(way), "time", words.time(checkInBy));
            case HoldingEntry.Relieved(_, var holder, var member, var way, var checkInBy) -> telling("relieved", member,
                    "holder", aliases.of(holder), "way", name(way), "time", words.time(checkInBy));
            case HoldingEntry.CheckedIn(_, var member, var way, var checkInBy) -> telling("checked-in", member,
                    "way", name(way), "time", words.time(checkInBy));
            case HoldingEntry.Lapsed(var discipline, var member) -> telling("lapsed", member, "discipline", name(discipline));
            case HoldingEntry.Passed passed -> passed(passed);
            case HoldingEntry.HandedBack(_, var member, var way) -> telling("handed-back", member, "way", name(way));
            case HoldingEntry.DoneProposed(var member, var said) -> telling("done-proposed", member).saying(said);
            case HoldingEntry.ResponderLost(_, var member, var why) -> telling("responder-lost", member,
                    "why", words.say("skip." + why));
            case HoldingEntry.TimerStarted(var member, var dueAt, var way, var proven) ->
                telling(proven ? "timer-started" : "timer-started-by-number", member, "time", words.time(dueAt), "way", name(way));
            case HoldingEntry.TimerEnded(var member, var way, _) -> telling("timer-ended", member, "way", name(way));
            case HoldingEntry.TimerOverdue(var member, var proven) -> telling(proven ? "timer-overdue" : "timer-overdue-by-number", member);
            case HoldingEntry.TimerCleared(var member, var reason) -> telling("timer-cleared", member).saying(reason);
        };
    }

    private Telling tell(SpeakingEntry entry) {
        return switch (entry) {
            case SpeakingEntry.WitnessTold _ -> telling("witness-told");
            case SpeakingEntry.WitnessNotTold(var why) -> telling("witness-not-told", "why", words.say("reply." + why));
            case SpeakingEntry.RingBackAsked(var member, var reason) -> telling("ring-back-asked", member).saying(reason);
            case SpeakingEntry.RingBackRefused(var member, var why) -> telling("ring-back-refused", member,
                    "why", words.say("ring-back." + why));
            case SpeakingEntry.RingBackDialled(var member) -> telling("ring-back-dialled", member);
            case SpeakingEntry.Bridged(var member, var how) -> telling("bridged", member, "how", words.say("ring-back-end." + how));
            case SpeakingEntry.MembersJoined(var holder, var with) -> telling("members-joined", holder, "with", aliases.of(with));
            case SpeakingEntry.CallJoined(var member) -> telling("call-joined", member);
            case SpeakingEntry.CalledBack _ -> telling("called-back");
            case SpeakingEntry.ReporterAnswered _ -> telling("reporter-answered");
            case SpeakingEntry.ReplyWithheld(var why) -> telling("reply-withheld", "why", words.say("reply." + why));
        };
    }

    private Telling tell(AlertEntry entry) {
        return switch (entry) {
            case AlertEntry.Noted(var said) -> telling("noted").saying(said);
            case AlertEntry.Resolved(var outcomes, var said) -> telling("resolved", "outcomes", outcomes.stream()
                    .map(outcome -> words.name("outcome", outcome)).collect(Collectors.joining("; "))).saying(said);
            case AlertEntry.Reopened(var reason) -> telling("reopened").saying(reason);
            case AlertEntry.SeizureSet(var reason) -> telling("seizure-set").saying(reason);
            case AlertEntry.SeizureLifted(var reason) -> telling("seizure-lifted").saying(reason);
            case AlertEntry.NumberRevealed(var reason) -> telling("number-revealed").saying(reason);
            case AlertEntry.CardOpened(var enrolment, var reason) -> telling("card-opened", "who", people.of(enrolment)).saying(reason);
            case AlertEntry.MergedInto(var other) -> telling("merged-into", "number", numbers.apply(other));
            case AlertEntry.MergedFrom merged -> new Telling(words.say("timeline.merged-from", "number", numbers.apply(merged.alert())),
                    details(null, false, merged.askedAfresh()), "");
            case AlertEntry.Unmerged(var other) -> telling("unmerged", "number", numbers.apply(other));
            case AlertEntry.Erased _ -> telling("erased");
        };
    }

    private Telling passed(HoldingEntry.Passed passed) {
        var telling = telling("passed", passed.member());
        var told = passed.words() == null ? telling : telling.saying(passed.words());
        return passed.until() == null ? told : new Telling(told.text(),
                List.of(words.say("timeline.not-before", "time", words.time(passed.until()))), told.said());
    }

    private Telling opened(ReportEntry.Opened opened) {
        var details = details(opened.area(), false, false);
        if (opened.arrestees() > 1) {
            details.add(words.say("timeline.people", "people", Integer.toString(opened.arrestees())));
        }
        details.addAll(details(null, opened.presumedSeized(), false));
        if (!opened.knownHotline()) {
            details.add(words.say("timeline.unknown-hotline"));
        }
        return new Telling(words.say("timeline.opened", "code", words.name("code", opened.code()),
                "disciplines", opened.ladders().stream().map(this::name).collect(Collectors.joining(", "))),
                details, reports.getOrDefault(opened.report(), ""));
    }

    private Telling reported(String kind, String code, List<String> details, UUID report) {
        return new Telling(words.say("timeline." + kind, "code", words.name("code", code)), details, reports.getOrDefault(report, ""));
    }

    private List<String> details(@Nullable String area, boolean presumedSeized, boolean askedAfresh) {
        var details = new ArrayList<String>();
        if (area != null) {
            details.add(words.say("timeline.place", "area", words.name("area", area)));
        }
        if (presumedSeized) {
            details.add(words.say("timeline.presumed-seized"));
        }
        if (askedAfresh) {
            details.add(words.say("timeline.asked-afresh"));
        }
        return details;
    }

    private Telling decided(ReportEntry.ProposalDecided decided) {
        var text = words.say(decided.confirmed() ? "timeline.proposal-confirmed" : "timeline.proposal-declined",
                "what", ProposalView.text(decided.kind(), decided.what(), words));
        return decided.arrestees().isEmpty() ? new Telling(text)
                : new Telling(text, words.say("timeline.for-people", "people",
                        decided.arrestees().stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    private Telling telling(String kind, MemberId who, String... values) {
        return telling(kind, Stream.concat(Stream.of("who", aliases.of(who)), Arrays.stream(values)).toArray(String[]::new));
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
