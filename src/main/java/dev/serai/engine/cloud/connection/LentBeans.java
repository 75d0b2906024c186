package dev.serai.engine.cloud.connection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.BeanRepository;
import org.jspecify.annotations.Nullable;

/** Finds the beans of connections under {@code connection.bean} when a route refers to them, and never by their type alone. */
final class LentBeans implements BeanRepository {

    private final CamelContext context;
    private final BiFunction<String, String, Optional<Object>> lender;
    private final Map<String, Object> found = new ConcurrentHashMap<>();

    /**
     * @param context whose routes refer to them
     * @param lender finds one by the name of its connection and its own
     */
    LentBeans(CamelContext context, BiFunction<String, String, Optional<Object>> lender) {
        this.context = context;
        this.lender = lender;
    }

    @Override
    public @Nullable Object lookupByName(String name) {
        int dot = name.indexOf('.');
        return dot < 1
                ? null
                : found.computeIfAbsent(name, key -> lender.apply(key.substring(0, dot), key.substring(dot + 1))
                        .orElse(null));
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Object bean = lookupByName(name);
        return bean == null ? null : context.getTypeConverter().convertTo(type, bean);
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }
}
