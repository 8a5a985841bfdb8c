package gateway.stories;

import gateway.alert.Timeline.Told;
import gateway.entry.AlertEntry;
import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.entry.ReportEntry;
import gateway.entry.SpeakingEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final FoldedAsking asked = new FoldedAsking();
    private String code = "";
    private @Nullable String area;
    private int reports;
    private boolean resolved;
    private List<String> outcomes = new ArrayList<>();
    private String coverReply = "";
    private boolean seized;
    private @Nullable Instant seizedChangedAt;
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
    private String witness = "";
    private int bridges;
    private int ringBacksRefused;
    private int dialled;
    private int bridged;
    private int callBacks;
    private @Nullable UUID enrolment;
    private boolean silenceAsked;
    private int cardsOpened;
    private int callsJoined;

    private TimelineFold() {}

    public static TimelineState of(List<Told> entries) {
        var fold = new TimelineFold();
        entries.forEach(fold::add);
        return fold.state();
    }

    private TimelineState state() {
        var ladderStates = new TreeMap<String, String>();
        asked.ladders.forEach((discipline, ladder) -> ladderStates.put(discipline, ladder.toString()));
        return new TimelineState(code, area, reports, resolved, asked.doneProposedBy, outcomes, ladderStates,
                asked.dispatches.stream().map(FoldedDispatch::toString).sorted().toList(), coverReply, seized, seizedChangedAt, asked.asks, asked.dispatchCalls,
                notes, reveals, enrolment, silenceAsked, cardsOpened, bridges, ringBacksRefused, dialled, bridged, callBacks,
                callsJoined, asked.outside.stream().sorted().toList(), new TimelineState.Later(stages, proposals.entrySet().stream().map(one -> one.getKey() + " " + one.getValue())
                        .sorted().toList(), unread, mergedInto, mergedFrom, memberTexts, fromMember, blocked, carrierWords, asked.notRelieved, asked.reliefs, witness,
                        asked.timers.stream().map(FoldedTimer::toString).sorted().toList()));
    }

    private void add(Told told) {
        switch (told.entry()) {
            case ReportEntry report -> add(report, told.at());
            case AskingEntry asking -> asked.add(asking, told.at());
            case HoldingEntry holding -> asked.add(holding, told.at());
            case SpeakingEntry speaking -> add(speaking);
            case AlertEntry alert -> add(alert, told.at());
        }
    }

    private void add(ReportEntry entry, Instant at) {
        switch (entry) {
            case ReportEntry.Opened opened -> {
                code = opened.code();
                area = opened.area();
                reports = 1;
                seize(opened.presumedSeized(), at);
                opened.ladders().forEach(discipline -> asked.start(discipline.word(), at));
                for (var i = 0; i < opened.arrestees(); i++) {
                    outcomes.add("none");
                    stages.add("none");
                }
                hear(opened.report(), opened.toBeRead());
            }
            case ReportEntry.ReportJoined joined -> {
                reports++;
                code = joined.gravestCode();
                area = area == null ? joined.area() : area;
                seize(seized || joined.presumedSeized(), at);
                hear(joined.report(), joined.toBeRead());
                asked.askAfresh(joined.askedAfresh(), at);
            }
            case ReportEntry.MemberTexted(var text, _, _) -> memberTexts.add(text);
            case ReportEntry.FromMember _ -> fromMember = true;
            case ReportEntry.PersonRecognised(var person, _) -> enrolment = enrolment == null ? person : enrolment;
            case ReportEntry.SilenceAsked _ -> silenceAsked = true;
            case ReportEntry.Proposed(var proposal, _, var kind, var what) -> proposals.put(proposal, kind + " " + what);
            case ReportEntry.ProposalDecided decided -> decide(decided);
            case ReportEntry.ReportRead read -> {
                unread.remove(read.report());
                code = read.gravestCode();
                area = read.area();
                seize(seized || read.presumedSeized(), at);
                asked.askAfresh(read.askedAfresh(), at);
            }
            case ReportEntry.AskedAfresh _ -> asked.askAfresh(true, at);
            case ReportEntry.LeftUnread _ -> asked.ladders.values().stream()
                    .filter(ladder -> ladder.holder == null && ladder.next != null).forEach(ladder -> ladder.next = at);
            case ReportEntry.CarrierWord _ -> carrierWords++;
            case ReportEntry.PhoneBlocked _ -> blocked = true;
        }
    }

    private void add(SpeakingEntry entry) {
        switch (entry) {
            case SpeakingEntry.WitnessTold _ -> witness = "sent";
            case SpeakingEntry.WitnessNotTold _ -> witness = "withheld";
            case SpeakingEntry.RingBackAsked _ -> bridges++;
            case SpeakingEntry.RingBackRefused _ -> ringBacksRefused++;
            case SpeakingEntry.RingBackDialled _ -> dialled++;
            case SpeakingEntry.Bridged _ -> bridged++;
            case SpeakingEntry.CalledBack _ -> callBacks++;
            case SpeakingEntry.CallJoined _, SpeakingEntry.MembersJoined _ -> callsJoined++;
            case SpeakingEntry.ReporterAnswered _ -> coverReply = "sent";
            case SpeakingEntry.ReplyWithheld _ -> coverReply = "withheld";
        }
    }

    private void add(AlertEntry entry, Instant at) {
        switch (entry) {
            case AlertEntry.Noted _ -> notes++;
            case AlertEntry.Resolved(var told2, _) -> {
                outcomes = new ArrayList<>(told2);
                end();
            }
            case AlertEntry.Reopened _ -> {
                resolved = false;
                mergedInto = null;
                outcomes.replaceAll(outcome -> "none");
                asked.ladders.values().forEach(ladder -> ladder.climbAfresh(at));
            }
            case AlertEntry.SeizureSet _ -> seize(true, at);
            case AlertEntry.SeizureLifted _ -> seize(false, at);
            case AlertEntry.NumberRevealed _ -> reveals++;
            case AlertEntry.CardOpened _ -> cardsOpened++;
            case AlertEntry.MergedInto(var other) -> {
                mergedInto = other;
                end();
            }
            case AlertEntry.MergedFrom merged -> {
                mergedFrom.add(merged.alert());
                code = merged.gravestCode();
                area = merged.area();
                while (outcomes.size() < merged.people()) {
                    outcomes.add("none");
                    stages.add("none");
                }
                asked.askAfresh(merged.askedAfresh(), at);
            }
            case AlertEntry.Unmerged(var other) -> mergedFrom.remove(other);
            case AlertEntry.Erased _ -> throw new Contradiction("an erased alert can be read");
        }
    }

    private void hear(UUID report, boolean toBeRead) {
        if (toBeRead) {
            unread.add(report);
        }
    }

    private void decide(ReportEntry.ProposalDecided decided) {
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

    private void end() {
        resolved = true;
        asked.end();
    }

    private void seize(boolean now, Instant at) {
        seizedChangedAt = now == seized ? seizedChangedAt : at;
        seized = now;
    }
}
