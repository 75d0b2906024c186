package dev.serai.service.governance.model;

import dev.serai.service.governance.rule.Vocabulary;
import dev.serai.service.governance.rule.Vocabulary.Field;
import dev.serai.service.governance.rule.Vocabulary.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that rules can name, with what it says; the manual's tables are made of it. */
public final class Words {

    private static final Thing INTEGRATION = new Thing(
            "Integration",
            List.of(
                    text("name", "its name"),
                    text("owner", "who answers for it, of `integration.yaml`; empty when not told"),
                    text("description", "what it does, of `integration.yaml`"),
                    new Field("labels", "map", "of `integration.yaml`"),
                    text("mode", "`DIRECT`, `BATCH`, `STREAMING`, `EVENT_DRIVEN` or `INTELLIGENT`"),
                    flag("critical", "whether the node is not ready while it is not healthy"),
                    text("profile", "the active profile, such as `prod`; empty for none"),
                    text("hash", "hash of its content"),
                    new Field("files", "list<string>", "paths of its files"),
                    new Field("tests", "int", "number of test files beside the routes"),
                    new Field(
                            "classes",
                            "list<string>",
                            "data classes that it carries: the words of its label `data-classes`"),
                    new Field("approvals", "list<string>", "the users who approved exactly this content"),
                    new Field("routes", "list<Route>", "its routes, of YAML and XML files"),
                    new Field("endpoints", "list<Endpoint>", "all endpoints that its routes use"),
                    new Field("connections", "list<Connection>", "the connections that its routes use")));

    private static final Thing ROUTE = new Thing(
            "Route",
            List.of(
                    text("id", "its id; empty when Camel makes one"),
                    text("file", "path of its file"),
                    text("source", "URI that it receives from, secrets masked"),
                    text(
                            "errorHandler",
                            "`serai` for the runtime's own (retries, then a dead letter), otherwise the DSL's word: `deadLetterChannel`,"
                                    + " `defaultErrorHandler`, `noErrorHandler`, `refErrorHandler` …"),
                    new Field("steps", "list<Step>", "its steps, in the order of the file"),
                    new Field("endpoints", "list<Endpoint>", "its endpoints")));

    private static final Thing STEP = new Thing(
            "Step",
            List.of(
                    text("kind", "the DSL's word: `to`, `log`, `setBody`, `redeliveryPolicy` …"),
                    text("id", "its id; empty when it has none"),
                    text("route", "id of its route; empty outside of routes"),
                    text("text", "the text that stands for the whole step, or its `message` or `expression`"),
                    new Field("options", "map", "its attributes and parameters, placeholders resolved, secrets masked"),
                    new Field(
                            "endpoint",
                            "Endpoint",
                            "its endpoint; one with an empty scheme for a step that has none")));

    private static final Thing ENDPOINT = new Thing(
            "Endpoint",
            List.of(
                    text("uri", "the URI, placeholders resolved, secrets masked"),
                    text("scheme", "what stands before the colon; empty when it is known only while the route runs"),
                    text("component", "the Camel component: that of the connection, otherwise the scheme"),
                    text("connection", "name of the connection; empty for a plain endpoint"),
                    text("role", "`source`, `poll` or `sink`"),
                    text("path", "what stands between the scheme and the options"),
                    text("protocol", "`http`, `https`, `ftp` …: the scheme, or that of the address behind it"),
                    flag("remote", "whether it leaves this process and this machine's files"),
                    flag("deprecated", "whether Camel's catalogue marks its component as deprecated"),
                    flag("dynamic", "whether its address is an expression"),
                    flag(
                            "encrypted",
                            "whether what it carries is encrypted on the way, as far as its address and options tell"),
                    new Field(
                            "hosts",
                            "list<string>",
                            "hosts that it talks to; empty when the address does not name them"),
                    new Field(
                            "addresses",
                            "list<string>",
                            "IP addresses that the hosts resolve to; looked up on messages only, empty at the gate"),
                    new Field("options", "map", "its options, from the URI and from `parameters`, secrets masked"),
                    new Field("secrets", "list<string>", "names of the options that hold a secret in clear text"),
                    text("route", "id of its route")));

    private static final Thing CONNECTION = new Thing(
            "Connection",
            List.of(
                    text("name", "its name"),
                    text("connector", "its kind"),
                    text("component", "the Camel component behind it"),
                    flag("encrypted", "whether what it carries is encrypted on the way, as far as its parameters tell"),
                    new Field("hosts", "list<string>", "hosts of its parameters"),
                    new Field("parameters", "map", "what it sets, secrets masked")));

    private static final Thing MESSAGE = new Thing(
            "Message",
            List.of(
                    text(
                            "direction",
                            "`received` where a route gets it from its source, `sent` before it leaves the process"),
                    text("integration", "name of the integration"),
                    text("owner", "who answers for the integration"),
                    new Field("labels", "map", "of the integration"),
                    text("route", "id of the route"),
                    text("principal", "who called, when the caller is known"),
                    text("tenant", "whose the message is, when that is known"),
                    text("type", "its content type, without parameters"),
                    new Field("size", "int", "bytes of the body; -1 for a stream whose length is not known"),
                    new Field("headers", "map", "its headers, as texts; names in lower case"),
                    new Field(
                            "content",
                            "any",
                            "the body as JSON, for `message.content.customer.email`; null when it is none"),
                    text("text", "the body as text; empty when it is none, or larger than 1 MB"),
                    new Field("classes", "list<string>", "data classes found in it"),
                    new Field("endpoint", "Endpoint", "where it comes from, or goes to")));

    private static final Field VALUES = new Field("values", "values", "what the policy's file sets below `values`");

    /** What rules at the gate can name. */
    public static final Vocabulary GATE = vocabulary(
            List.of(INTEGRATION, ROUTE, STEP, ENDPOINT, CONNECTION),
            Map.of(
                    "integration", "Integration",
                    "route", "Route",
                    "step", "Step",
                    "endpoint", "Endpoint",
                    "connection", "Connection"));

    /** What rules on messages can name. */
    public static final Vocabulary MESSAGES =
            vocabulary(List.of(MESSAGE, ENDPOINT), Map.of("message", "Message", "endpoint", "Endpoint"));

    private Words() {}

    /** All things, in the order in which the manual tells them. */
    public static List<Thing> things() {
        return List.of(INTEGRATION, ROUTE, STEP, ENDPOINT, CONNECTION, MESSAGE);
    }

    /** The part of a vocabulary that a rule for one kind of thing can name. */
    public static Vocabulary only(Vocabulary all, String... variables) {
        Map<String, String> some = new LinkedHashMap<>();
        Stream.of(variables).forEach(name -> some.put(name, all.variables().get(name)));
        some.put(VALUES.name(), VALUES.kind());
        return new Vocabulary(all.things(), some);
    }

    private static Vocabulary vocabulary(List<Thing> things, Map<String, String> variables) {
        return new Vocabulary(things.stream().collect(Collectors.toMap(Thing::name, thing -> thing)), variables);
    }

    private static Field text(String name, String description) {
        return new Field(name, "string", description);
    }

    private static Field flag(String name, String description) {
        return new Field(name, "bool", description);
    }
}
