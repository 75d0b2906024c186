package dev.serai.foundation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The one rule that tells a file of routes from a contract, schema, style sheet, values file or sample beside it: by its name
 * where that says so, otherwise by what it begins with. Watcher, gate and deployer all ask here, so that none of them loads
 * what another left alone. A file of which nothing can be told is taken for routes, so that the gate says what is wrong.
 */
public final class RouteFiles {

    /** Root elements that Camel takes routes, beans or REST services from. */
    public static final Set<String> XML_ROOTS = Set.of(
            "beans",
            "blueprint",
            "camel",
            "dataFormats",
            "rest",
            "rests",
            "route",
            "routes",
            "routeConfiguration",
            "routeConfigurations",
            "routeTemplate",
            "routeTemplates",
            "templatedRoute",
            "templatedRoutes");

    /** Top-level words of the YAML DSL. */
    private static final Set<String> YAML_ITEMS = Set.of(
            "beans",
            "dataFormats",
            "errorHandler",
            "from",
            "intercept",
            "interceptFrom",
            "interceptSendToEndpoint",
            "onCompletion",
            "onException",
            "routeConfiguration",
            "route",
            "routeTemplate",
            "templatedRoute",
            "restConfiguration",
            "rest");

    private static final Set<String> CUSTOM_RESOURCES = Set.of("Pipe", "Integration", "KameletBinding");
    /** Words with which other kinds of documents begin. */
    private static final Set<String> FOREIGN_KEYS =
            Set.of("openapi", "swagger", "asyncapi", "services", "version", "$schema", "actions", "apiVersion");

    /** More of a file is not looked at. */
    public static final int HEAD = 64 * 1024;

    private static final Pattern ITEM =
            Pattern.compile("^([ \\t]*)-\\s+[\"']?([\\w$-]+)[\"']?\\s*:", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("^[\"']?([\\w$-]+)[\"']?\\s*:", Pattern.MULTILINE);
    private static final Pattern KIND = Pattern.compile("^kind\\s*:\\s*[\"']?(\\w+)", Pattern.MULTILINE);
    private static final Pattern FLOW_KEY = Pattern.compile("[{,]\\s*[\"']?([\\w$-]+)[\"']?\\s*:");
    private static final Pattern YAML_PROLOGUE =
            Pattern.compile("\\A(?:\\uFEFF|[ \\t]*(?:#[^\\n]*)?\\r?\\n|%[^\\n]*\\n|---[ \\t]*(?:#[^\\n]*)?\\r?\\n)*");
    private static final Pattern XML_PROLOGUE = Pattern.compile(
            "\\A(?:\\uFEFF|\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?])?\\s*>)*", Pattern.DOTALL);
    private static final Pattern YAML_STEP = Pattern.compile("^[\\s-]*(uri|steps)\\s*:", Pattern.MULTILINE);
    private static final Pattern XML_STEP = Pattern.compile("<from\\b|\\suri\\s*=");
    private static final Pattern XML_ROOT = Pattern.compile("\\A<(?:[\\w.-]+:)?([\\w.-]+)");

    private RouteFiles() {}

    /** Whether a file of a bundle is one that Camel loads routes, beans or REST services from; Java and Kamelets are not meant. */
    public static boolean isRoutes(Bundle bundle, String path) {
        FileRole role = FileRole.of(path);
        boolean dsl = role == FileRole.YAML || role == FileRole.XML;
        return dsl && (!bundle.isFolder() || isNamedSo(path) || isRoutes(path, bundle.bytes(path)));
    }

    /** Whether a file is meant as routes, also when something is wrong with it. */
    public static boolean isRoutes(String path, byte[] content) {
        if (isNamedSo(path)) {
            return true;
        }
        String head = new String(content, 0, Math.min(content.length, HEAD), StandardCharsets.UTF_8);
        return switch (FileRole.of(path)) {
            case YAML -> isYaml(head);
            case XML -> isXml(head);
            case JAVA -> true;
            default -> false;
        };
    }

    private static boolean isNamedSo(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".camel.yaml")
                || lower.endsWith(".camel.yml")
                || lower.endsWith(".camel.xml")
                || path.equals("beans.yaml");
    }

    private static boolean isYaml(String head) {
        String text = YAML_PROLOGUE.matcher(head).replaceFirst("");
        if (text.startsWith("[") || text.startsWith("{")) {
            return names(FLOW_KEY, text).anyMatch(YAML_ITEMS::contains);
        }
        if (text.stripLeading().startsWith("-")) {
            return isSequence(text);
        }
        List<String> keys = names(KEY, text).toList();
        return keys.isEmpty() || isMapping(text, keys);
    }

    /** Looks at the items with the indentation of the first one. */
    private static boolean isSequence(String text) {
        int indent = text.indexOf('-');
        return ITEM.matcher(text)
                .results()
                .filter(item -> item.group(1).length() == indent)
                .anyMatch(item -> isMeant(item.group(2), YAML_ITEMS, YAML_STEP.matcher(text)));
    }

    private static boolean isMapping(String text, List<String> keys) {
        Matcher kind = KIND.matcher(text);
        if (keys.contains("apiVersion") && kind.find()) {
            return CUSTOM_RESOURCES.contains(kind.group(1));
        }
        return keys.stream().noneMatch(FOREIGN_KEYS::contains) && keys.stream().anyMatch(YAML_ITEMS::contains);
    }

    private static boolean isXml(String head) {
        String text = XML_PROLOGUE.matcher(head).replaceFirst("");
        Matcher root = XML_ROOT.matcher(text);
        return !root.find() || isMeant(root.group(1), XML_ROOTS, XML_STEP.matcher(text));
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    /** A known word, or nearly one where the rest looks like a route too. */
    private static boolean isMeant(String word, Set<String> known, Matcher step) {
        return known.contains(word) || DidYouMean.nearest(word, known).isPresent() && step.find();
    }
}
