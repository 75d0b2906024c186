package dev.serai.service.governance.model;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thing that rules ask: its fields by name, each made when a rule first names it. Not for several threads at a time. */
public final class Facts extends AbstractMap<String, Object> {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private @Nullable Object view;

    private record Later(Supplier<Object> made) {}

    /** The same, as if nothing had been asked of it yet. */
    public Facts fresh() {
        Facts fresh = new Facts();
        fresh.fields.putAll(fields);
        return fresh;
    }

    /** How a language of rules sees it, made once. */
    public Object view(Function<Facts, Object> made) {
        Object known = view;
        if (known == null) {
            known = made.apply(this);
            view = known;
        }
        return known;
    }

    /** A field that is there. */
    public Facts with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /** A field that is made when it is first asked for. */
    public Facts later(String name, Supplier<Object> made) {
        fields.put(name, new Later(made));
        return this;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Object value = fields.get(name);
        if (value instanceof Later later && name instanceof String key) {
            Object made = later.made().get();
            fields.put(key, made);
            return made;
        }
        return value;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return fields.containsKey(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        fields.keySet().forEach(this::get);
        return fields.entrySet();
    }
}
