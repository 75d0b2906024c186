package dev.serai.management.lifecycle.test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.processor.aggregate.MemoryAggregationRepository;
import org.apache.camel.spi.AggregationRepository;
import org.apache.camel.spi.BeanRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.Policy;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.jspecify.annotations.Nullable;

/** Take the place of what connections lend to routes, such as {@code orders-db.idempotent}: repositories in memory, transactions that take nothing back. */
final class StandInBeans implements BeanRepository {

    private static final Map<Class<?>, Supplier<Object>> KINDS = Map.of(
            IdempotentRepository.class, MemoryIdempotentRepository::new,
            AggregationRepository.class, MemoryAggregationRepository::new,
            Policy.class, JustTheSteps::new,
            TransactedPolicy.class, JustTheSteps::new);

    private final Map<String, Object> made = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object lookupByName(String name) {
        return null;
    }

    @Override
    public <T> @Nullable T lookupByNameAndType(String name, Class<T> type) {
        Supplier<Object> kind = KINDS.get(type);
        return kind == null || name.indexOf('.') < 1 ? null : type.cast(made.computeIfAbsent(name, key -> kind.get()));
    }

    @Override
    public <T> Map<String, T> findByTypeWithName(Class<T> type) {
        return Map.of();
    }

    @Override
    public <T> Set<T> findByType(Class<T> type) {
        return Set.of();
    }

    private static final class JustTheSteps implements TransactedPolicy {

        @Override
        public void beforeWrap(Route route, NamedNode definition) {
            // nothing to prepare
        }

        @Override
        public Processor wrap(Route route, Processor steps) {
            return steps;
        }
    }
}
