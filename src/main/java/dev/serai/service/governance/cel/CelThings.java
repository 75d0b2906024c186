package dev.serai.service.governance.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.serai.service.governance.rule.Vocabulary;
import dev.serai.service.governance.rule.Vocabulary.Field;
import dev.serai.service.governance.rule.Vocabulary.Thing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The vocabulary as CEL's types. The things themselves are maps, which CEL reads as it reads messages. */
@SuppressWarnings("Immutable") // what it holds is filled in the constructor, and never again
final class CelThings implements CelTypeProvider {

    private static final String LIST = "list<";

    private final Map<String, CelType> types = new HashMap<>();

    CelThings(Vocabulary vocabulary) {
        vocabulary.things().values().forEach(thing -> types.put(thing.name(), struct(thing)));
    }

    private StructType struct(Thing thing) {
        Map<String, Field> fields = thing.byName();
        return StructType.create(
                thing.name(), ImmutableSet.copyOf(fields.keySet()), name -> Optional.ofNullable(fields.get(name))
                        .map(field -> type(field.kind())));
    }

    /** The type of that kind. */
    CelType type(String kind) {
        if (kind.startsWith(LIST)) {
            return ListType.create(type(kind.substring(LIST.length(), kind.length() - 1)));
        }
        return switch (kind) {
            case "string" -> SimpleType.STRING;
            case "int" -> SimpleType.INT;
            case "bool" -> SimpleType.BOOL;
            case "any" -> SimpleType.DYN;
            case "map" -> MapType.create(SimpleType.STRING, SimpleType.STRING);
            case "values" -> MapType.create(SimpleType.STRING, SimpleType.DYN);
            default -> StructTypeReference.create(kind);
        };
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(types.get(name));
    }
}
