package gateway.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the network file while it is read. A value at fault adds to the faults, and reading goes on with a
 * stand-in, so that all faults of a file are found at once; a file with a fault is refused, stand-ins and all.
 */
final class FileSection {

    private final Node node;
    private final List<Fault> faults;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private FileSection(Node node, List<Fault> faults) {
        this.node = node;
        this.faults = faults;
    }

    /** Reads the keys of a mapping: unknown ones, and ones that come twice, are faults. */
    static FileSection of(Node node, List<Fault> faults, Set<String> keys) {
        var section = new FileSection(node, faults);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(new Fault(line(node), written(node), PlainWords.notASection(keys)));
            return section;
        }
        for (var pair : mapping.getValue()) {
            var key = written(pair.getKeyNode());
            if (!keys.contains(key)) {
                faults.add(new Fault(line(pair.getKeyNode()), key, PlainWords.unknownKey(keys)));
            } else if (section.values.putIfAbsent(key, pair.getValueNode()) != null) {
                faults.add(new Fault(line(pair.getKeyNode()), key, PlainWords.KEY_TWICE));
            }
        }
        return section;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A required value; the stand-in when it is at fault. */
    <T> T value(String key, Function<String, Optional<T>> reader, String allowed, T standIn) {
        return required(key).map(value -> read(value, reader, allowed, standIn)).orElse(standIn);
    }

    /** A required list of values, of which there must be one or more; each is kept once. */
    <T> List<T> values(String key, Function<String, Optional<T>> reader, String allowed, T standIn) {
        var read = new LinkedHashSet<T>();
        items(key).forEach(item -> read.add(read(item, reader, allowed, standIn)));
        return List.copyOf(read);
    }

    /** A required list of values, of which there must be one or more; one may come again. */
    <T> List<T> inOrder(String key, Function<String, Optional<T>> reader, String allowed, T standIn) {
        return items(key).stream().map(item -> read(item, reader, allowed, standIn)).toList();
    }

    /** A list of sections that may be missing; where it is written there must be one or more. */
    List<FileSection> sectionsIfAny(String key, Set<String> keys) {
        return has(key) ? sections(key, keys) : List.of();
    }

    /** A required list of sections, of which there must be one or more. */
    List<FileSection> sections(String key, Set<String> keys) {
        return items(key).stream().map(item -> of(item, faults, keys)).toList();
    }

    /** A fault in the value of this key that only the whole file shows. */
    void fault(String key, String problem) {
        var value = values.getOrDefault(key, node);
        faults.add(new Fault(line(value), written(value), problem));
    }

    /** A fault of the whole section, told at its name. */
    void nameFault(String problem) {
        fault("name", problem);
    }

    private List<Node> items(String key) {
        var list = required(key);
        if (list.isEmpty()) {
            return List.of();
        }
        if (!(list.get() instanceof SequenceNode sequence)) {
            faults.add(new Fault(line(list.get()), written(list.get()), PlainWords.notAList(key)));
            return List.of();
        }
        if (sequence.getValue().isEmpty()) {
            faults.add(new Fault(line(sequence), "", PlainWords.emptyList(key)));
        }
        return new ArrayList<>(sequence.getValue());
    }

    private Optional<Node> required(String key) {
        var value = Optional.ofNullable(values.get(key));
        if (value.isEmpty() && node instanceof MappingNode) {
            faults.add(new Fault(line(node), "", PlainWords.missing(key)));
        }
        return value;
    }

    private <T> T read(Node value, Function<String, Optional<T>> reader, String allowed, T standIn) {
        var read = value instanceof ScalarNode scalar ? reader.apply(scalar.getValue()) : Optional.<T>empty();
        if (read.isEmpty()) {
            faults.add(new Fault(line(value), written(value), allowed));
        }
        return read.orElse(standIn);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String written(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
