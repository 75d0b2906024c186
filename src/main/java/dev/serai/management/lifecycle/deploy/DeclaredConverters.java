package dev.serai.management.lifecycle.deploy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.converter.DefaultTypeConverter;
import org.apache.camel.spi.TypeConvertible;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.ObjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Converts by the nearest converter that was declared for a value's class, its interfaces or its superclasses.
 *
 * <p>Camel's own registry keeps what it learns (instances of this class go by toString(), of that one not at all) among what was declared, and
 * serves a new class by the first entry that fits any of its supertypes, in the order of identity hash codes. After one plain {@link Object}
 * went as text, the next stream may go as {@code ByteArrayInputStreamCache@1f2e3d}; after one could not be had as bytes, no stream may. Here
 * what is learnt about a class serves that class only, and the order is that of the class hierarchy.
 */
final class DeclaredConverters extends DefaultTypeConverter {

    /**
     * How instances of one class become those of another.
     *
     * @param nearest declared for the class or a supertype of it, nearest first
     * @param distant what Camel takes when no fallback knows either: by assignable types
     */
    private record Ways(List<TypeConverter> nearest, List<TypeConverter> distant) {}

    private final ConcurrentMap<TypeConvertible<?, ?>, Ways> known = new ConcurrentHashMap<>();

    DeclaredConverters(CamelContext context) {
        super(
                context,
                PluginHelper.getPackageScanClassResolver(context),
                context.getInjector(),
                Boolean.TRUE.equals(context.isLoadTypeConverters()),
                Boolean.TRUE.equals(context.isTypeConverterStatisticsEnabled()));
    }

    @Override
    public void addConverter(TypeConvertible<?, ?> pair, TypeConverter converter) {
        super.addConverter(pair, converter);
        known.clear();
    }

    @Override
    public void addTypeConverter(Class<?> toType, Class<?> fromType, TypeConverter converter) {
        super.addTypeConverter(toType, fromType, converter);
        known.clear();
    }

    @Override
    public boolean removeTypeConverter(Class<?> toType, Class<?> fromType) {
        boolean removed = super.removeTypeConverter(toType, fromType);
        known.clear();
        return removed;
    }

    /** Looks before it locks: nearly every pair is known, and every message asks. */
    private Ways ways(Class<?> from, Class<?> to) {
        TypeConvertible<?, ?> pair = new TypeConvertible<>(from, to);
        Ways before = known.get(pair);
        return before == null ? known.computeIfAbsent(pair, this::ways) : before;
    }

    /** As Camel's, but for what it learns; a value that needs no conversion goes Camel's way. */
    @Override
    protected @Nullable Object doConvertTo(
            Class<?> type, @Nullable Exchange exchange, @Nullable Object value, boolean tryConvert) {
        if (value == null || type.isInstance(value)) {
            return super.doConvertTo(type, exchange, value, tryConvert);
        }
        Ways ways = ways(value.getClass(), type);
        Object answer = first(ways.nearest(), type, exchange, value);
        if (answer == null) {
            answer = byFallback(type, exchange, value, tryConvert);
        }
        if (answer == null) {
            answer = first(ways.distant(), type, exchange, value);
        }
        return answer == null ? MISS_VALUE : answer;
    }

    private static @Nullable Object first(
            List<TypeConverter> converters, Class<?> type, @Nullable Exchange exchange, Object value) {
        for (TypeConverter converter : converters) {
            Object answer = converter.convertTo(type, exchange, value);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private @Nullable Object byFallback(Class<?> type, @Nullable Exchange exchange, Object value, boolean tryConvert) {
        for (FallbackTypeConverter candidate : fallbackConverters) {
            TypeConverter fallback = candidate.getFallbackTypeConverter();
            Object answer = tryConvert
                    ? fallback.tryConvertTo(type, exchange, value)
                    : fallback.convertTo(type, exchange, value);
            if (answer != null || fallback.allowNull()) {
                return answer;
            }
        }
        return null;
    }

    private Ways ways(TypeConvertible<?, ?> pair) {
        Class<?> type = ObjectHelper.convertPrimitiveTypeToWrapperType(pair.getTo());
        List<TypeConverter> nearest = upwards(pair.getFrom(), new LinkedHashSet<>()).stream()
                .map(from -> getTypeConverter(type, from))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Ways(nearest, nearest.isEmpty() ? distant(pair, type) : List.of());
    }

    private List<TypeConverter> distant(TypeConvertible<?, ?> pair, Class<?> type) {
        return Stream.of(pair.getTo(), type)
                .map(to -> doLookup(to, pair.getFrom()))
                .filter(Objects::nonNull)
                .limit(1)
                .toList();
    }

    /** A class before its interfaces, and these before its superclass. */
    private static Set<Class<?>> upwards(@Nullable Class<?> type, Set<Class<?>> seen) {
        if (type != null && seen.add(type)) {
            for (Class<?> above : type.getInterfaces()) {
                upwards(above, seen);
            }
            upwards(type.getSuperclass(), seen);
        }
        return seen;
    }
}
