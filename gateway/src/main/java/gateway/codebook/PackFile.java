package gateway.codebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of a pack's files, or a part of it. Every fault it finds names the file, the key and the value. */
public final class PackFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final String at;
    private final JsonNode node;

    private PackFile(Path file, String at, JsonNode node) {
        this.file = file;
        this.at = at;
        this.node = node;
    }

    public static PackFile read(Path file) {
        try {
            var root = YAML.readTree(Files.readString(file));
            if (!root.isObject()) {
                throw new PackFault(file, "has no keys");
            }
            return new PackFile(file, "", root);
        } catch (JsonProcessingException notYaml) {
            var where = notYaml.getLocation();
            throw new PackFault(file, (where == null ? "" : "line " + where.getLineNr() + ": ")
                    + notYaml.getOriginalMessage().lines().findFirst().orElse("cannot be read"));
        } catch (IOException absent) {
            throw new PackFault(file, "cannot be read");
        }
    }

    /** A file that is not there yet: one line below two keys. */
    static PackFile ofLine(Path file, String key, String below, String line) {
        var root = YAML.createObjectNode();
        root.putObject(key).putArray(below).add(line);
        return new PackFile(file, "", root);
    }

    /** Refuses keys that nobody reads: a misspelt one would otherwise change nothing, silently. */
    public PackFile withOnly(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                throw fault(key, "", "is not a key of this file");
            }
        });
        return this;
    }

    public boolean has(String key) {
        return node.has(key);
    }

    public String text(String key) {
        return asText(name(key), need(key));
    }

    /** A text that may be left out; null where it is. */
    public @Nullable String textOrNull(String key) {
        return has(key) ? text(key) : null;
    }

    /** A yes or no; one that is not written is a no. */
    public boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        if (!need(key).isBoolean()) {
            throw fault(key, need(key).asText(), "must be true or false");
        }
        return need(key).asBoolean();
    }

    /** A list of texts; one that is not written is empty. */
    public List<String> texts(String key) {
        return has(key) ? textsOf(name(key), need(key)) : List.of();
    }

    public PackFile part(String key) {
        if (!need(key).isObject()) {
            throw fault(key, need(key).asText(), "must hold keys");
        }
        return new PackFile(file, name(key), need(key));
    }

    /** A list of parts, in the file's order. */
    public List<PackFile> parts(String key) {
        if (!need(key).isArray()) {
            throw fault(key, need(key).asText(), "must be a list");
        }
        var parts = new ArrayList<PackFile>();
        for (var element : need(key)) {
            var name = name(key) + "[" + (parts.size() + 1) + "]";
            if (!element.isObject()) {
                throw new PackFault(file, name, element.asText(), "must hold keys");
            }
            parts.add(new PackFile(file, name, element));
        }
        return parts;
    }

    /** Every text below here, by its keys joined with dots; a single text is a list of one. */
    public Map<String, List<String>> leaves() {
        var leaves = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                part(entry.getKey()).leaves().forEach((key, texts) -> addOnce(leaves, entry.getKey() + "." + key, texts));
            } else if (entry.getValue().isArray()) {
                addOnce(leaves, entry.getKey(), texts(entry.getKey()));
            } else {
                addOnce(leaves, entry.getKey(), List.of(text(entry.getKey())));
            }
        });
        return leaves;
    }

    public PackFault fault(String key, String value, String why) {
        return new PackFault(file, name(key), value, why);
    }

    private void addOnce(Map<String, List<String>> leaves, String key, List<String> texts) {
        if (leaves.put(key, texts) != null) {
            throw fault(key, "", "is written twice");
        }
    }

    private List<String> textsOf(String name, JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw new PackFault(file, name, list.asText(), "must be a list with something in it");
        }
        var texts = new ArrayList<String>();
        for (var element : list) {
            texts.add(asText(name + "[" + (texts.size() + 1) + "]", element));
        }
        return List.copyOf(texts);
    }

    private String asText(String name, JsonNode value) {
        if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
            throw new PackFault(file, name, value.asText(), "must be a text");
        }
        return value.asText();
    }

    private JsonNode need(String key) {
        var value = node.get(key);
        if (value == null) {
            throw fault(key, "", "is missing");
        }
        return value;
    }

    private String name(String key) {
        return at.isEmpty() ? key : at + "." + key;
    }
}
