package dev.serai.engine.cloud.connection;

import dev.serai.foundation.Connector;
import dev.serai.foundation.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told of a connector.
 *
 * @param name name of its folder
 * @param title its name for people
 * @param description what it is for
 * @param connects whether a connection of this kind can be configured; otherwise it is a pack of data formats and languages
 * @param component the Camel component behind it; empty when it connects to nothing
 * @param capabilities such as {@code source}, {@code request-reply}
 * @param delivery what is promised of each message; empty when nothing is said
 * @param probe whether its connections can be asked if they answer
 * @param parameters what a connection can set, in the order of the file
 * @param pack the libraries that are loaded when it is first used
 */
public record ConnectorSheet(
        String name,
        String title,
        String description,
        boolean connects,
        String component,
        List<String> capabilities,
        String delivery,
        boolean probe,
        List<Field> parameters,
        PackSheet pack) {

    /** A parameter as a form needs it. */
    public record Field(
            String name,
            String type,
            String description,
            @Nullable String defaultValue,
            boolean required,
            boolean secret,
            String unit,
            String example) {

        static Field of(Parameter parameter) {
            return new Field(
                    parameter.name(),
                    parameter.type().title(),
                    parameter.description(),
                    parameter.defaultValue(),
                    parameter.required(),
                    parameter.secret(),
                    parameter.unit(),
                    parameter.example());
        }
    }

    /**
     * What is loaded when a connector is first used.
     *
     * @param bytes size of all jars
     * @param jars file names, those of packs that it builds on included
     * @param provides such as {@code component/kafka}, {@code dataformat/avro}
     */
    public record PackSheet(long bytes, List<String> jars, List<String> provides) {}

    static ConnectorSheet of(Connector connector, PackSheet pack) {
        return new ConnectorSheet(
                connector.name(),
                connector.title(),
                connector.description(),
                connector.connects(),
                connector.component(),
                connector.capabilities().stream()
                        .sorted()
                        .map(Connector.Capability::title)
                        .toList(),
                connector.delivery(),
                !connector.probe().isEmpty(),
                connector.parameters().stream().map(Field::of).toList(),
                pack);
    }
}
