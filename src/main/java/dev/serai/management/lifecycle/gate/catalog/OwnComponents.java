package dev.serai.management.lifecycle.gate.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.CamelCatalogJSonSchemaResolver;
import org.jspecify.annotations.Nullable;

/** Describes Serai's own schemes to the catalog, before Camel's of the same name: {@code service:} exists there too. */
final class OwnComponents extends CamelCatalogJSonSchemaResolver {

    static final Map<String, String> TYPES = Map.of(
            "cql", "dev.serai.adapter.database.cassandra.CqlComponent",
            "event", "dev.serai.engine.enterprise.event.EventComponent",
            "redis", "dev.serai.adapter.messaging.redis.RedisComponent",
            "service", "dev.serai.engine.mesh.ServiceComponent",
            "transform", "dev.serai.engine.enterprise.transformation.TransformComponent");

    /** Those that only a connection leads to: there is nothing behind the plain scheme. */
    static final Set<String> OF_CONNECTIONS = Set.of("cql", "redis");

    OwnComponents(CamelCatalog catalog) {
        super(catalog, Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public @Nullable String getComponentJSonSchema(String name) {
        return TYPES.containsKey(name) ? description(name) : super.getComponentJSonSchema(name);
    }

    private static String description(String scheme) {
        try (InputStream json = OwnComponents.class.getResourceAsStream("/dev/serai/catalog/" + scheme + ".json")) {
            if (json == null) {
                throw new IllegalStateException("the description of " + scheme + ": is not on the class path");
            }
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the description of " + scheme + ":", e);
        }
    }
}
