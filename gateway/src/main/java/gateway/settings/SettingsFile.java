package gateway.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code gateway.yaml}: one line a setting, its key written with dots. */
final class SettingsFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private SettingsFile() {}

    static Map<String, String> read(Path file) {
        try {
            var root = YAML.readTree(Files.readString(file));
            return root.isObject() ? values(file, root) : Map.of();
        } catch (JsonProcessingException notYaml) {
            var where = notYaml.getLocation();
            throw new BadSettings(List.of(file + (where == null ? "" : " line " + where.getLineNr()) + ": "
                    + notYaml.getOriginalMessage().lines().findFirst().orElse("cannot be read")));
        } catch (IOException absent) {
            throw new BadSettings(List.of(file + " cannot be read"));
        }
    }

    private static Map<String, String> values(Path file, JsonNode root) {
        var values = new TreeMap<String, String>();
        var faults = new ArrayList<String>();
        for (var entry : root.properties()) {
            if (entry.getValue().isContainerNode()) {
                faults.add(entry.getKey() + " in " + file + " must be one value; keys are written with dots, a line each");
            } else {
                values.put(entry.getKey(), entry.getValue().isNull() ? "" : entry.getValue().asText());
            }
        }
        if (!faults.isEmpty()) {
            throw new BadSettings(faults);
        }
        return values;
    }
}
