package gateway;

import gateway.alert.AlertNumber;
import gateway.dispatch.ReplyCode;
import gateway.phone.PhoneNumber;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One value of any record, made by its constructor, so that a rule can be tried on all of them. What cannot be made from
 * nothing, a store or a template engine, is null in it.
 *
 * @param marked the components whose texts are {@link #CANARY}
 */
public record Samples(Predicate<RecordComponent> marked) {

    public static final String CANARY = "a-canary-sang-here";
    public static final String NUMBER = "+12025550199";
    private static final String TEXT = "sample";
    private static final Map<Class<?>, Object> PLAIN = Map.ofEntries(
            Map.entry(boolean.class, true), Map.entry(int.class, 7), Map.entry(long.class, 7L),
            Map.entry(double.class, 7.0), Map.entry(UUID.class, new UUID(7, 7)), Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ofMinutes(7)), Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(ZoneId.class, ZoneOffset.UTC), Map.entry(URI.class, URI.create("http://127.0.0.1")),
            Map.entry(Path.class, Path.of(TEXT)), Map.entry(PhoneNumber.class, new PhoneNumber(NUMBER)),
            Map.entry(AlertNumber.class, AlertNumber.draw(new Random(7), 4)),
            Map.entry(ReplyCode.class, new ReplyCode("482913")));

    /** @throws IllegalArgumentException for a record that refuses such values */
    public Object of(Class<?> record) {
        var plain = PLAIN.get(record);
        if (plain != null) {
            return plain;
        }
        var components = record.getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(component.getGenericType(), marked.test(component) ? CANARY : TEXT)).toArray();
        try {
            var constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("no sample can be made of " + record.getName(), refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("no sample can be made of " + record.getName(), impossible);
        }
    }

    private @Nullable Object value(Type type, String text) {
        return switch (type) {
            case Class<?> plain -> value(plain, text);
            case ParameterizedType generic -> collection(generic, text);
            default -> null;
        };
    }

    private @Nullable Object value(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (PLAIN.containsKey(type)) {
            return PLAIN.get(type);
        }
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 1);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[0], text);
        }
        return type.isRecord() ? of(type) : null;
    }

    private @Nullable Object collection(ParameterizedType generic, String text) {
        var inside = Arrays.stream(generic.getActualTypeArguments()).map(argument -> value(argument, text)).toList();
        if (inside.contains(null)) {
            return null;
        }
        if (generic.getRawType() == List.class) {
            return List.of(inside.getFirst());
        }
        if (generic.getRawType() == Set.class) {
            return Set.of(inside.getFirst());
        }
        if (generic.getRawType() == Map.class) {
            return Map.of(inside.getFirst(), inside.getLast());
        }
        return generic.getRawType() == Optional.class ? Optional.of(inside.getFirst()) : null;
    }
}
