package gateway.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import gateway.member.MemberId;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Entries to and from the JSON that is sealed in the timeline. The kinds are frozen: a golden file holds them. */
public final class TimelineJson {

    /** The version of an entry's fields; a change of meaning, not a new field that may be null, counts it up. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, written(Instant::toString))
                    .addDeserializer(Instant.class, read(Instant::parse))
                    .addSerializer(MemberId.class, written(MemberId::toString))
                    .addDeserializer(MemberId.class, read(id -> new MemberId(UUID.fromString(id)))))
            .build();

    private static final Map<String, Class<? extends TimelineEntry>> TYPES =
            TimelineEntry.kinds().collect(Collectors.toUnmodifiableMap(TimelineJson::kind, type -> type));

    private TimelineJson() {}

    /** Its record's name in small letters: two words or more are parted by an underscore. */
    public static String kind(TimelineEntry entry) {
        return kind(entry.getClass());
    }

    private static String kind(Class<? extends TimelineEntry> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    public static String write(TimelineEntry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an entry cannot be written: " + kind(entry), impossible);
        }
    }

    public static TimelineEntry read(String kind, String json) {
        try {
            return JSON.readValue(json, type(kind));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an entry cannot be read: " + kind, broken);
        }
    }

    private static Class<? extends TimelineEntry> type(String kind) {
        return Optional.ofNullable(TYPES.get(kind)).orElseThrow(() ->
                new IllegalStateException("an entry of a kind this version does not know: " + kind));
    }

    private static <T> JsonSerializer<T> written(Function<T, String> text) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(text.apply(value));
            }
        };
    }

    private static <T> JsonDeserializer<T> read(Function<String, T> value) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return value.apply(json.getText());
            }
        };
    }
}
