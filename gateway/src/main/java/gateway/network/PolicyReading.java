package gateway.network;

import gateway.escalation.EscalationStep;
import gateway.escalation.EscalationStep.Way;
import gateway.network.Network.ListedPolicy;
import gateway.network.Network.ListedStep;
import gateway.roster.Discipline;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the policies of a network file: whom each step asks, how, and for how long it waits. */
final class PolicyReading {

    static final Set<String> POLICY = Stream.concat(Stream.of("name", "steps", "rounds", "last-resort"),
            Discipline.beside().stream().map(Discipline::word)).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> STEP = Set.of("ask", "by", "wait", "call-after", "rounds");
    private static final int MOST_ROUNDS_OF_A_STEP = 10;
    private static final int MOST_ROUNDS = 5;
    private static final Asked NOBODY = new Asked("", false);

    private final Map<String, String> rosterNames;
    private final Map<String, String> aliases;

    PolicyReading(Map<String, String> rosterNames, Map<String, String> aliases) {
        this.rosterNames = rosterNames;
        this.aliases = aliases;
    }

    ListedPolicy read(FileSection policy, String name) {
        var ladders = new EnumMap<Discipline, List<ListedStep>>(Discipline.class);
        ladders.put(Discipline.PEER_ADVOCATE, policy.sections("steps", STEP).stream().map(this::step).toList());
        Discipline.beside().stream().filter(beside -> policy.has(beside.word())).forEach(beside ->
                ladders.put(beside, policy.sections(beside.word(), STEP).stream().map(this::step).toList()));
        var lastResort = policy.value("last-resort", roster -> NetworkWords.known(rosterNames, roster),
                NetworkFile.unknown("roster", rosterNames), "");
        return new ListedPolicy(name, ladders, rounds(policy, MOST_ROUNDS), lastResort);
    }

    private ListedStep step(FileSection step) {
        var ask = step.values("ask", this::asked, PlainWords.unknownAsked(rosterNames.values(), aliases.values()), NOBODY);
        var way = step.has("by")
                ? step.value("by", word -> NetworkWords.constant(Way.class, word.replace('-', '_')), PlainWords.WAY, Way.TEXT)
                : Way.TEXT;
        var patience = step.value("wait", NetworkWords::span, PlainWords.WAIT, Duration.ofMinutes(5));
        return new ListedStep(names(ask, false), names(ask, true), way, patience, rounds(step, MOST_ROUNDS_OF_A_STEP),
                callAfter(step, way, patience));
    }

    private static Duration callAfter(FileSection step, Way way, Duration patience) {
        var usual = EscalationStep.usualCallAfter(way, patience);
        if (!step.has("call-after")) {
            return usual;
        }
        var given = step.value("call-after", NetworkWords::span, PlainWords.WAIT, usual);
        if (way != Way.TEXT_THEN_CALL) {
            step.fault("call-after", PlainWords.CALL_AFTER_WITHOUT_TEXT);
            return usual;
        }
        if (given.compareTo(patience) >= 0) {
            step.fault("call-after", PlainWords.CALL_AFTER_THE_STEP);
            return usual;
        }
        return given;
    }

    /** Whom a step names: a roster, or a member by alias. */
    private record Asked(String name, boolean isMember) {}

    /** A name that both a roster and a member have says too little. */
    private Optional<Asked> asked(String word) {
        var roster = NetworkWords.known(rosterNames, word).map(name -> new Asked(name, false));
        var member = NetworkWords.known(aliases, word).map(alias -> new Asked(alias, true));
        return roster.isPresent() && member.isPresent() ? Optional.empty() : roster.or(() -> member);
    }

    private static List<String> names(List<Asked> asked, boolean members) {
        return asked.stream().filter(one -> one.isMember() == members).map(Asked::name).toList();
    }

    private static int rounds(FileSection section, int most) {
        return section.has("rounds")
                ? section.value("rounds", word -> NetworkWords.rounds(word, most), PlainWords.rounds(most), 1) : 1;
    }
}
