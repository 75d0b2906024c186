package dev.serai.service.governance.classification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the data classes of a body: of the fields of a tree, or of a text. */
public final class Classification {

    public static final Classification NONE = new Classification(List.of());

    private final List<DataClass> classes;

    public Classification(List<DataClass> classes) {
        this.classes = List.copyOf(classes);
    }

    /** The data classes of a body, in the order of the file. */
    public List<String> of(@Nullable Object tree, String text) {
        if (classes.isEmpty()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        if (tree == null) {
            classes.stream()
                    .filter(one -> one.detects(text))
                    .map(DataClass::name)
                    .forEach(found::add);
        } else {
            fields(tree).forEach(field -> classesOf(field).forEach(found::add));
        }
        return classes.stream().map(DataClass::name).filter(found::contains).toList();
    }

    /** Whether a field is of that class. */
    public boolean isOf(String name, String path, String field, String value) {
        return classes.stream().anyMatch(one -> one.name().equals(name) && one.holds(path, field, value));
    }

    /** Whether there is a class of that name. */
    public boolean knows(String name) {
        return classes.stream().anyMatch(one -> one.name().equals(name));
    }

    private record Field(String path, String name, String value) {}

    private List<String> classesOf(Field field) {
        return classes.stream()
                .filter(one -> one.holds(field.path(), field.name(), field.value()))
                .map(DataClass::name)
                .toList();
    }

    private static List<Field> fields(Object tree) {
        List<Field> fields = new ArrayList<>();
        collect("", "", tree, fields);
        return fields;
    }

    /** The items of a list have the path and the name of the list. */
    private static void collect(String path, String name, @Nullable Object value, List<Field> fields) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) ->
                    collect(path.isEmpty() ? String.valueOf(key) : path + "." + key, String.valueOf(key), one, fields));
        } else if (value instanceof List<?> list) {
            list.forEach(one -> collect(path, name, one, fields));
        } else if (value != null) {
            fields.add(new Field(path, name, String.valueOf(value)));
        }
    }
}
