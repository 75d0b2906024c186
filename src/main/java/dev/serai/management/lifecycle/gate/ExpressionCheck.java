package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Languages;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;

/** Parses every expression in the mode it is used in: as a question in a filter, as a value elsewhere. */
final class ExpressionCheck implements Check {

    private static final Set<String> LANGUAGES = Set.of(
            "constant",
            "csimple",
            "datasonnet",
            "exchangeProperty",
            "groovy",
            "header",
            "hl7terser",
            "java",
            "joor",
            "jq",
            "js",
            "jsonpath",
            "language",
            "method",
            "mvel",
            "ognl",
            "python",
            "ref",
            "simple",
            "spel",
            "tokenize",
            "variable",
            "wasm",
            "xpath",
            "xquery",
            "xtokenize");
    private static final Set<String> PREDICATES =
            Set.of("filter", "when", "validate", "onWhen", "handled", "continued", "retryWhile", "completionPredicate");
    private static final Set<String> SIMPLE_TEXTS = Set.of("log", "toD");

    private final Languages languages;

    /** @param libraries lets a context that reads an expression use packs */
    ExpressionCheck(Consumer<CamelContext> libraries) {
        this.languages = new Languages(libraries);
    }

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "expression");
        candidate.sources().elements().forEach(node -> {
            if (LANGUAGES.contains(node.name())) {
                expression(node, candidate, problems);
            } else if (SIMPLE_TEXTS.contains(node.name())) {
                node.attribute(node.name().equals("log") ? "message" : "uri")
                        .or(node::inline)
                        .ifPresent(text -> parse("simple", text, false, candidate, problems));
            }
        });
        return problems.found();
    }

    private void expression(DslNode node, Candidate candidate, Problems problems) {
        Optional<Text> text = node.attributeOrInline("expression");
        Optional<Text> named = node.name().equals("language") ? node.attribute("language") : Optional.empty();
        String language = named.map(Text::value).orElse(node.name());
        if (text.isEmpty() && !node.name().equals("method")) {
            return;
        }
        Place place = named.map(Text::place).orElse(node.place());
        if (isHere(language, place, candidate, problems) && text.isPresent()) {
            parse(language, text.get(), isPredicate(node), candidate, problems);
        }
    }

    private static boolean isHere(String language, Place place, Candidate candidate, Problems problems) {
        if (language.contains("{{") || candidate.distribution().hasLanguage(language)) {
            return true;
        }
        var model = candidate.distribution().catalog().languageModel(language);
        if (model == null) {
            problems.error(
                    place,
                    "unknown language \"" + language + "\"",
                    Suggestion.hint(
                            language,
                            candidate.distribution().languages(),
                            "expected one of "
                                    + Suggestion.list(candidate.distribution().languages())));
        } else {
            problems.error(
                    place,
                    "language \"" + language + "\" needs " + model.getArtifactId()
                            + ", which this distribution does not have",
                    "use a language that it has, such as simple, jsonpath or groovy, or "
                            + Distribution.howToAdd(model));
        }
        return false;
    }

    private static boolean isPredicate(DslNode node) {
        DslNode owner = node.parent().orElse(node);
        if (owner.name().equals("expression")) {
            owner = owner.parent().orElse(owner);
        }
        boolean whileLoop = owner.name().equals("loop")
                && owner.attribute("doWhile")
                        .filter(value -> value.value().equals("true"))
                        .isPresent();
        return whileLoop || PREDICATES.contains(owner.name());
    }

    private void parse(String language, Text text, boolean predicate, Candidate candidate, Problems problems) {
        if (text.value().startsWith("resource:")) {
            return;
        }
        String resolved = candidate.placeholders().resolve(text.value()).replaceAll("\\{\\{[^{}]*}}", "0");
        boolean same = resolved.equals(text.value());
        languages
                .fault(language, resolved, predicate)
                .ifPresent(fault -> problems.error(
                        same ? text.at(fault.index()) : text.place(),
                        "the " + language + (predicate ? " condition" : " expression") + " cannot be read: "
                                + fault.message(),
                        hint(language, text.value())));
    }

    private static String hint(String language, String text) {
        boolean unclosed = text.chars().filter(c -> c == '{').count()
                > text.chars().filter(c -> c == '}').count();
        return language.equals("simple") && unclosed ? "close the ${ with a }" : "";
    }
}
