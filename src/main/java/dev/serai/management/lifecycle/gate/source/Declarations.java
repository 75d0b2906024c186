package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.FileRole;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The names that a bundle itself gives to beans. */
final class Declarations {

    private static final Pattern BOUND =
            Pattern.compile("@BindToRegistry(?:\\(\\s*(?:value\\s*=\\s*)?\"([^\"]+)\"[^)]*\\))?");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|enum|record)\\s+(\\w+)|(\\w+)\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.-]+)\"");

    private Declarations() {}

    static Set<String> beans(Sources sources, Map<String, String> properties) {
        Set<String> names = new HashSet<>();
        sources.elements()
                .filter(node -> node.name().equals("beans") || node.name().equals("templateBean") || isDataFormat(node))
                .forEach(node -> {
                    node.attribute("name").ifPresent(name -> names.add(name.value()));
                    node.attribute("id").ifPresent(id -> names.add(id.value()));
                });
        sources.texts(FileRole.JAVA).values().forEach(java -> fromJava(java, names));
        properties.keySet().stream()
                .filter(key -> key.startsWith("camel.beans."))
                .forEach(key -> names.add(key.substring("camel.beans.".length()).split("[.\\[]", 2)[0]));
        return names;
    }

    private static boolean isDataFormat(DslNode node) {
        return node.parent()
                .filter(parent -> parent.name().equals("dataFormats"))
                .isPresent();
    }

    /** Literals count too: a builder may bind a bean under any of them. */
    private static void fromJava(String java, Set<String> names) {
        LITERAL.matcher(java).results().forEach(literal -> names.add(literal.group(1)));
        BOUND.matcher(java).results().filter(bound -> bound.group(1) == null).forEach(bound -> DECLARED.matcher(
                        java.substring(bound.end()))
                .results()
                .findFirst()
                .ifPresent(declared -> names.add(nameOf(declared))));
    }

    private static String nameOf(MatchResult declared) {
        String name = declared.group(1) != null ? declared.group(1) : declared.group(2);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
