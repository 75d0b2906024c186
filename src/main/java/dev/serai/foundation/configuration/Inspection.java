package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.Settings;
import dev.serai.foundation.settings.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Checks every {@code serai.} key of every layer, and reads the values that win. */
final class Inspection {

    /** Given by Serai itself. */
    private static final Set<String> GIVEN = Set.of("serai.home", "serai.integration");

    private static final Map<String, Key<?>> KEYS = new HashMap<>();

    static {
        Settings.KEYS.forEach(key -> KEYS.put(key.name(), key));
    }

    private final References references;
    private final Consumer<Finding> problems;
    private final Map<Key<?>, Object> values = new HashMap<>();

    Inspection(References references, Consumer<Finding> problems) {
        this.references = references;
        this.problems = problems;
    }

    /** All of Serai's keys with their values; a key with a problem is missing. */
    Map<Key<?>, Object> inspect(List<Layer> layers) {
        layers.forEach(layer -> layer.values().values().stream()
                .filter(value -> value.key().startsWith("serai."))
                .forEach(this::known));
        for (Key<?> key : Settings.KEYS) {
            List<ConfiguredValue> found = new ArrayList<>();
            layers.forEach(layer -> layer.find(key.name()).ifPresent(found::add));
            found.forEach(value -> read(key, value, value == found.get(found.size() - 1)));
        }
        return values;
    }

    /** A reader of what {@link #inspect} returned. */
    static Values reader(Map<Key<?>, Object> values) {
        return new Values() {
            @Override
            @SuppressWarnings("unchecked")
            public <T> T get(Key<T> key) {
                Object value = values.get(key);
                if (value == null) {
                    throw new IllegalStateException(key.name() + " was not inspected; is it missing in Settings.KEYS?");
                }
                return (T) value;
            }
        };
    }

    private void known(ConfiguredValue value) {
        Key<?> key = KEYS.get(value.key());
        if (key == null) {
            unknown(value);
        } else if (value.layer() == ConfigurationLayer.INTEGRATION && key.scope() == Key.Scope.RUNTIME) {
            problems.accept(value.finding(
                    "key \"" + value.key() + "\" is for the whole runtime, not for one integration",
                    "set it in config/application.properties"));
        }
    }

    private void unknown(ConfiguredValue value) {
        if (!GIVEN.contains(value.key())) {
            problems.accept(value.finding(
                    "key \"" + value.key() + "\" is unknown", DidYouMean.hint(value.key(), KEYS.keySet())));
        } else if (value.line() > 0) {
            problems.accept(value.finding("key \"" + value.key() + "\" is given by Serai", "remove it here"));
        }
    }

    private void read(Key<?> key, ConfiguredValue value, boolean wins) {
        boolean refers = References.REFERENCE.matcher(value.value()).find();
        if (key.isSecret() && !refers && isOpen(value)) {
            problems.accept(value.finding(
                    "key \"" + key.name() + "\" holds a secret in clear text",
                    "expected " + key.kind().expected()));
        } else if (wins || !refers) {
            parse(key, value, wins);
        }
    }

    /** Whether others can read it: in a file, or among the arguments of the process, which everybody on the machine sees. */
    private static boolean isOpen(ConfiguredValue value) {
        boolean argument = value.layer() == ConfigurationLayer.COMMAND_LINE;
        return (value.line() > 0 || argument) && !value.value().isEmpty();
    }

    private void parse(Key<?> key, ConfiguredValue value, boolean wins) {
        try {
            Object parsed = key.kind().read(references.resolve(value.value()));
            if (wins) {
                values.put(key, parsed);
                keepSecret(parsed);
            }
        } catch (UnresolvedReferenceException e) {
            problems.accept(value.finding("key \"" + key.name() + "\": " + e.getMessage(), e.hint()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.accept(value.finding(
                    "key \"" + key.name() + "\" is \"" + key.kind().shown(value.value()) + "\"; expected "
                            + key.kind().expected(),
                    ""));
        }
    }

    private static void keepSecret(Object value) {
        if (value instanceof Secret secret) {
            Redaction.keep(secret.value());
        }
    }

    static Set<String> names() {
        return KEYS.keySet();
    }

    static String meaning(String key) {
        Key<?> known = KEYS.get(key);
        return known == null ? "" : known.meaning();
    }

    static boolean isSecret(String key) {
        Key<?> known = KEYS.get(key);
        return known != null && known.isSecret();
    }
}
