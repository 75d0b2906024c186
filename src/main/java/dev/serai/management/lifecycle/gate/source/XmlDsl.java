package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.RouteFiles;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.xml.in.ModelParser;
import org.apache.camel.xml.io.XmlPullParserException;
import org.apache.camel.xml.io.XmlPullParserLocationException;

/** Checks XML routes with the parser that Camel itself loads them with. */
final class XmlDsl {

    private static final Set<String> APPLICATION = Set.of("beans", "blueprint", "camel");
    private static final Pattern UNEXPECTED = Pattern.compile("Unexpected (element|attribute) '(?:\\{[^}]*})?([^']+)'");

    private final String path;
    private final Distribution distribution;
    private final Problems problems;

    XmlDsl(String path, Distribution distribution, Problems problems) {
        this.path = path;
        this.distribution = distribution;
        this.problems = problems;
    }

    void check(String text, DslNode root, String namespace) {
        if (!RouteFiles.XML_ROOTS.contains(root.name())) {
            problems.error(
                    root.place(),
                    "unknown root element \"" + root.name() + "\"",
                    Suggestion.hint(
                            root.name(),
                            RouteFiles.XML_ROOTS,
                            "expected one of "
                                    + String.join(
                                            ", ",
                                            RouteFiles.XML_ROOTS.stream()
                                                    .sorted()
                                                    .toList())));
            return;
        }
        try {
            parse(root.name(), new ModelParser(new StringReader(text), namespace));
        } catch (XmlPullParserException e) {
            tell(String.valueOf(e.getMessage()), e.getLineNumber(), root);
        } catch (XmlPullParserLocationException e) {
            tell(String.valueOf(e.getMessage()), e.getLineNumber(), root);
        } catch (IOException | RuntimeException e) {
            problems.error(Place.of(path), "Camel cannot read this XML: " + e.getMessage(), "");
        }
    }

    private static void parse(String root, ModelParser parser) throws IOException, XmlPullParserException {
        switch (root) {
            case "route", "routes" -> parser.parseRoutesDefinition();
            case "rest", "rests" -> parser.parseRestsDefinition();
            case "routeTemplate", "routeTemplates" -> parser.parseRouteTemplatesDefinition();
            case "templatedRoute", "templatedRoutes" -> parser.parseTemplatedRoutesDefinition();
            case "routeConfiguration", "routeConfigurations" -> parser.parseRouteConfigurationsDefinition();
            case "dataFormats" -> parser.parseDataFormatsDefinition();
            default -> parser.parseBeansDefinition();
        }
    }

    private void tell(String message, int line, DslNode root) {
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (!unexpected.find()) {
            problems.error(new Place(path, Math.max(0, line), 0), "Camel cannot read this XML: " + message.strip(), "");
            return;
        }
        String name = unexpected.group(2);
        root.walk()
                .filter(node -> unexpected.group(1).equals("element")
                        ? node.name().equals(name)
                        : node.attribute(name).isPresent())
                .filter(node -> node.place().line() <= line)
                .reduce((first, second) -> second)
                .ifPresent(node -> tell(unexpected.group(1), name, node));
        if (problems.isEmpty()) {
            problems.error(
                    new Place(path, Math.max(0, line), 0), "unknown " + unexpected.group(1) + " \"" + name + "\"", "");
        }
    }

    private void tell(String what, String name, DslNode node) {
        DslNode owner = what.equals("element") ? node.parent().orElse(node) : node;
        Place place = what.equals("element")
                ? node.place()
                : node.attribute(name).map(Text::place).orElse(node.place());
        Set<String> known = new LinkedHashSet<>(distribution.model(owner.name()).names(what));
        if (APPLICATION.contains(owner.name())) {
            known.addAll(RouteFiles.XML_ROOTS);
        }
        problems.error(
                place,
                "unknown " + what + " \"" + name + "\" in <" + owner.name() + ">",
                Suggestion.hint(name, known, known.isEmpty() ? "" : "expected one of " + Suggestion.list(known)));
    }
}
