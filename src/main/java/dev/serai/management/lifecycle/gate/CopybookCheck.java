package dev.serai.management.lifecycle.gate;

import dev.serai.adapter.legacy.copybook.CopybookDataFormat;
import dev.serai.adapter.legacy.copybook.CopybookOptionException;
import dev.serai.adapter.legacy.copybook.CopybookOptions;
import dev.serai.adapter.legacy.copybook.RecordFormat;
import dev.serai.adapter.legacy.copybook.RecordFormat.Text;
import dev.serai.adapter.legacy.copybook.language.CopybookException;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Option;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.camel.util.URISupport;

/** Reads the copybooks that routes name, and holds the options of the data format against them. */
final class CopybookCheck implements Check {

    private static final String CLASSPATH = "^(?:resource:)?classpath:(?://)?/?";
    private static final Set<String> OF_THE_ENDPOINT = Set.of("lazyStartProducer", "synchronous");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "copybook");
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.scheme().equals("dataformat"))
                .filter(endpoint -> endpoint.name().startsWith("copybook:"))
                .forEach(endpoint -> endpoint(endpoint, candidate, problems));
        candidate.sources().elements().filter(CopybookCheck::isBean).forEach(bean -> bean(bean, candidate, problems));
        return problems.found();
    }

    private static boolean isBean(DslNode node) {
        return node.name().equals("beans")
                && node.attribute("type")
                        .filter(type -> type.value().replace("#class:", "").equals(CopybookDataFormat.class.getName()))
                        .isPresent();
    }

    private static void bean(DslNode bean, Candidate candidate, Problems problems) {
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, Option> properties = bean.map("properties");
        properties.forEach((name, option) -> options.put(name, option.value().value()));
        check(options, candidate, problems, true, name -> place(properties, name)
                .orElse(bean.place()));
    }

    private static void endpoint(Endpoint endpoint, Candidate candidate, Problems problems) {
        Map<String, String> options = new LinkedHashMap<>(query(endpoint));
        endpoint.parameters()
                .forEach((name, option) -> options.put(name, option.value().value()));
        options.keySet().removeAll(OF_THE_ENDPOINT);
        options.remove("name");
        options.remove("operation");
        boolean told = endpoint.parameters().containsKey("copybook");
        check(options, candidate, problems, told, name -> place(endpoint.parameters(), name)
                .orElseGet(() -> endpoint.uri().at(name + "=")));
    }

    private static Map<String, String> query(Endpoint endpoint) {
        String[] parts = endpoint.uri().value().split("\\?", 2);
        Map<String, String> options = new LinkedHashMap<>();
        try {
            if (parts.length == 2) {
                URISupport.parseQuery(parts[1]).forEach((name, value) -> options.put(name, String.valueOf(value)));
            }
        } catch (URISyntaxException e) {
            // That the URI cannot be read is told by the check of endpoints.
            options.clear();
        }
        return options;
    }

    private static Optional<Place> place(Map<String, Option> options, String name) {
        return Optional.ofNullable(options.get(name)).map(Option::key);
    }

    /** @param told whether a file that is missing is told by the check of resources */
    private static void check(
            Map<String, String> written,
            Candidate candidate,
            Problems problems,
            boolean told,
            Function<String, Place> places) {
        Map<String, String> options = new LinkedHashMap<>();
        written.forEach(
                (name, value) -> options.put(name, candidate.placeholders().resolve(value)));
        if (options.values().stream().anyMatch(CopybookCheck::isOpen)) {
            return;
        }
        try {
            CopybookOptions known = CopybookOptions.of(options);
            if (isReadable(options.getOrDefault("copybook", ""), candidate, told)) {
                RecordFormat.of(known, uri -> file(uri, candidate));
            }
        } catch (CopybookOptionException e) {
            problems.error(places.apply(e.option()), "copybook " + e.problem(), e.hint());
        } catch (CopybookException e) {
            problems.error(new Place(e.file(), e.line(), e.column()), e.problem(), e.hint());
        }
    }

    private static boolean isReadable(String uri, Candidate candidate, boolean told) {
        String path = uri.replaceFirst(CLASSPATH, "");
        boolean elsewhere = told || candidate.distribution().hasResource(path);
        return uri.matches(CLASSPATH + ".+") && (candidate.bundle().contains(path) || !elsewhere);
    }

    /** Whether a part of the value is known at run time only. */
    private static boolean isOpen(String value) {
        return value.contains("{{") || value.contains("${") || value.startsWith("#");
    }

    private static Optional<Text> file(String uri, Candidate candidate) {
        String path = uri.replaceFirst(CLASSPATH, "");
        return candidate.bundle().contains(path)
                ? Optional.of(new Text(path, candidate.bundle().text(path)))
                : Optional.empty();
    }
}
