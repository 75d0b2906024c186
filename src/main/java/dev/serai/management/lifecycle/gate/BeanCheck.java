package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds references to beans that nobody declares, and to classes that do not exist. */
final class BeanCheck implements Check {

    private static final Set<String> REFERRING =
            Set.of("bean", "process", "method", "refErrorHandler", "customLoadBalancer", "transacted", "policy");
    private static final Set<String> BEAN_ATTRIBUTES =
            Set.of("aggregationStrategy", "idempotentRepository", "aggregationRepository");
    private static final Set<String> CLASS_ATTRIBUTES = Set.of("beanType", "exceptionType");
    private static final Pattern OPTION = Pattern.compile("[?&][^=&]+=(#[^&]+)");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "reference");
        References references = new References(candidate, problems);
        candidate.sources().elements().forEach(references::node);
        candidate.endpoints().forEach(references::endpoint);
        return problems.found();
    }

    private record References(Candidate candidate, Problems problems) {

        void node(DslNode node) {
            node.attributes().forEach((key, text) -> attribute(node, key, text));
            node.maps().forEach((map, options) -> options.values().forEach(option -> value(option.value())));
            if (node.name().equals("exception")) {
                node.inline().ifPresent(this::type);
            }
            if (node.name().equals("beans") && node.attribute("script").isEmpty()) {
                node.attribute("type").ifPresent(this::type);
            }
        }

        private void attribute(DslNode node, String key, Text text) {
            boolean reference = key.equals("ref") && REFERRING.contains(node.name());
            if (reference || BEAN_ATTRIBUTES.contains(key)) {
                bean(text, text.value());
            } else if (CLASS_ATTRIBUTES.contains(key)) {
                type(text);
            } else {
                value(text);
            }
        }

        void endpoint(Endpoint endpoint) {
            String name = endpoint.name();
            OPTION.matcher(endpoint.uri().value())
                    .results()
                    .forEach(option -> referenced(endpoint.uri(), option.group(1)));
            switch (endpoint.scheme()) {
                case "bean" -> beanOrType(endpoint.uri(), name);
                case "class" -> typeNamed(endpoint.uri(), name);
                default -> {
                    // other components name beans in their options only
                }
            }
        }

        private void beanOrType(Text text, String name) {
            if (!name.contains(".") || !knowsType(name)) {
                bean(text, name);
            }
        }

        private void value(Text text) {
            if (text.value().startsWith("#")) {
                referenced(text, text.value());
            }
        }

        private void referenced(Text text, String value) {
            if (value.startsWith("#class:")) {
                typeNamed(text, value.substring("#class:".length()));
            } else if (value.matches("#(bean:)?[A-Za-z_][\\w.-]*")) {
                bean(text, value);
            }
        }

        private void bean(Text text, String reference) {
            String name = reference.replaceFirst("^#(bean:)?", "");
            if (reference.startsWith("#class:")) {
                typeNamed(text, reference.substring("#class:".length()));
            } else if (!name.isEmpty()
                    && !name.contains("{{")
                    && !name.contains(":")
                    && !name.contains("$")
                    && !isDeclared(name)) {
                Set<String> known = known();
                problems.error(
                        text.at(name),
                        "no bean is named \"" + name + "\"",
                        Suggestion.hint(
                                name,
                                known,
                                "declare it in beans.yaml, or with @BindToRegistry(\"" + name + "\") in a Java file"));
            }
        }

        private boolean isDeclared(String name) {
            return known().contains(name) || isLentForAPurpose(name) || knowsType(name);
        }

        /** {@code orders-db.idempotent.invoices} */
        private boolean isLentForAPurpose(String name) {
            String[] words = name.split("\\.", 3);
            return words.length == 3 && candidate.landscape().beans().contains(words[0] + "." + words[1] + ".*");
        }

        private Set<String> known() {
            Set<String> known = new HashSet<>(candidate.beans());
            known.addAll(candidate.landscape().connections().keySet());
            candidate.landscape().beans().stream()
                    .filter(name -> !name.endsWith(".*"))
                    .forEach(known::add);
            return known;
        }

        private void type(Text text) {
            typeNamed(text, text.value());
        }

        private void typeNamed(Text text, String reference) {
            Matcher name = Pattern.compile("^(?:#class:)?([\\w.$]+)").matcher(reference);
            if (!reference.contains("{{") && name.find() && !knowsType(name.group(1))) {
                problems.error(
                        text.at(name.group(1)),
                        "class " + name.group(1) + " does not exist here",
                        Suggestion.hint(
                                name.group(1),
                                candidate.classes().byName().keySet(),
                                "add it as a Java file, or correct its package"));
            }
        }

        private boolean knowsType(String name) {
            return candidate.classes().byName().containsKey(name)
                    || candidate.seesClass(name)
                    || candidate.sources().declaresType(name);
        }
    }
}
