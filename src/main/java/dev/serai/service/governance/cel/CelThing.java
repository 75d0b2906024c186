package dev.serai.service.governance.cel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.StructValue;
import dev.serai.service.governance.model.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A thing as CEL sees it: a field is made and turned into CEL's form when a rule first names it, not the whole thing for every rule. */
@SuppressWarnings("Immutable") // one message, or one check at the gate, is the matter of one thread
final class CelThing extends StructValue<String, Facts> {

    private static final CelType TYPE = StructTypeReference.create("Thing");

    private final Facts facts;
    private final Map<String, Object> known = new HashMap<>();

    private CelThing(Facts facts) {
        this.facts = facts;
    }

    /** A value in CEL's form. */
    static Object of(Object value) {
        if (value instanceof Facts facts) {
            return facts.view(CelThing::new);
        }
        if (value instanceof ImmutableMap<?, ?> || value instanceof ImmutableList<?>) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CelThing::of).collect(ImmutableList.toImmutableList());
        }
        if (value instanceof Map<?, ?> map) {
            ImmutableMap.Builder<Object, Object> copy = ImmutableMap.builder();
            map.forEach((key, one) -> copy.put(key, of(one)));
            return copy.buildOrThrow();
        }
        return value;
    }

    @Override
    public Object select(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException("there is no field \"" + field + "\""));
    }

    @Override
    public Optional<Object> find(String field) {
        Object value = known.get(field);
        if (value == null) {
            Object made = facts.get(field);
            if (made == null) {
                return Optional.empty();
            }
            value = of(made);
            known.put(field, value);
        }
        return Optional.of(value);
    }

    @Override
    public Facts value() {
        return facts;
    }

    @Override
    public boolean isZeroValue() {
        return facts.isEmpty();
    }

    @Override
    public CelType celType() {
        return TYPE;
    }
}
