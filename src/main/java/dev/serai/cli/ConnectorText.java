package dev.serai.cli;

import dev.serai.engine.cloud.connection.ConnectorSheet.Field;
import dev.serai.engine.cloud.connection.ConnectorSheet.PackSheet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connector as a person reads it. */
final class ConnectorText {

    private static final double MEGABYTE = 1024 * 1024;

    private ConnectorText() {}

    static String size(PackSheet pack) {
        return pack.jars().isEmpty()
                ? "in the core"
                : String.format(
                        Locale.ROOT,
                        "%.1f MB, %d jars",
                        pack.bytes() / MEGABYTE,
                        pack.jars().size());
    }

    static String type(Field field) {
        return (field.secret() ? "secret" : field.type()) + (field.unit().isEmpty() ? "" : ", in " + field.unit());
    }

    static String standard(Field field) {
        String value = field.defaultValue();
        return field.required() ? "required" : value == null ? "-" : value;
    }

    static String description(Field field) {
        return Stream.of(field.description(), field.example().isEmpty() ? "" : "such as " + field.example())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
