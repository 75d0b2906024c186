package dev.serai.service.governance.policy;

import dev.serai.foundation.Finding;
import dev.serai.service.governance.policy.Policy.Example;
import dev.serai.service.governance.policy.Policy.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the file of one policy, for the active profile. */
final class PolicyFile {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final List<String> KEYS = List.of(
            "name",
            "reason",
            "severity",
            "enabled",
            "at",
            "each",
            "when",
            "rule",
            "hint",
            "action",
            "values",
            "profiles",
            "examples");
    private static final List<String> OF_PROFILE = List.of("severity", "enabled", "values");
    private static final List<String> OF_EXAMPLE =
            List.of("name", "holds", "files", "connections", "profile", "approvals", "message");
    private static final List<String> OF_MESSAGE = List.of(
            "direction",
            "integration",
            "owner",
            "labels",
            "route",
            "principal",
            "tenant",
            "type",
            "size",
            "headers",
            "body",
            "classes",
            "to",
            "from");

    private final String place;
    private final String profile;
    private final Consumer<Finding> problems;

    /**
     * @param place the file, relative to the home folder
     * @param profile the active one; empty for none
     * @param problems is told what is wrong
     */
    PolicyFile(String place, String profile, Consumer<Finding> problems) {
        this.place = place;
        this.profile = profile;
        this.problems = problems;
    }

    /** The policy; empty when the file describes none. What is wrong is told, everything at once. */
    Optional<Policy> read(String fileName, String text) {
        return Section.read(place, text, problems).map(root -> policy(fileName, root));
    }

    private Policy policy(String fileName, Section root) {
        root.expectOnly(KEYS, "key");
        Section own = root.section("profiles").section(profile);
        checkProfiles(root.section("profiles"));
        List<String> at = root.texts("at");
        at.forEach(one -> root.word("at", one, List.of("gate", "message", "received", "sent")));
        Subject subject = subject(root, at);
        String name = root.text("name").orElse(fileName);
        if (!NAME.matcher(name).matches()) {
            root.report(
                    "name",
                    "\"" + name + "\" cannot be a policy's name",
                    "write lower-case letters, digits and dashes");
        }
        return new Policy(
                name,
                place,
                root.required("reason"),
                weight(own.has("severity") ? own : root),
                own.has("enabled") ? own.flag("enabled", true) : root.flag("enabled", true),
                at.contains("gate"),
                at.contains("message") || at.contains("received"),
                at.contains("message") || at.contains("sent"),
                subject,
                root.written("when"),
                rule(root),
                root.text("hint").orElse(""),
                remedy(root, at),
                values(root, own),
                examples(root, at));
    }

    private static Written rule(Section root) {
        root.required("rule");
        return root.written("rule");
    }

    private static void checkProfiles(Section profiles) {
        profiles.keys().forEach(name -> profiles.section(name).expectOnly(OF_PROFILE, "key of a profile"));
    }

    private static Weight weight(Section section) {
        String seen = section.text("severity").orElse("");
        List<String> words = Stream.of(Weight.values()).map(Weight::word).toList();
        return Weight.valueOf(section.word("severity", seen, words).toUpperCase(Locale.ROOT));
    }

    private static Subject subject(Section root, List<String> at) {
        if (at.isEmpty()) {
            root.report("at", "\"at\" is missing", "write at: gate, received, sent or message, or a list of them");
        }
        boolean onlyMessages = !at.isEmpty() && !at.contains("gate");
        String seen = root.text("each").orElse(onlyMessages ? "message" : "integration");
        List<String> words = Stream.of(Subject.values()).map(Subject::word).toList();
        Subject subject = Subject.valueOf(root.word("each", seen, words).toUpperCase(Locale.ROOT));
        if (at.contains("gate") && subject == Subject.MESSAGE) {
            root.report("each", "there are no messages at the gate", "write at: message");
        }
        if (onMessages(at) && subject != Subject.MESSAGE && subject != Subject.ENDPOINT) {
            root.report(
                    "each",
                    "\"" + subject.word() + "\" cannot be asked of on messages, only message and endpoint can",
                    "write at: gate");
        }
        return subject;
    }

    private static boolean onMessages(List<String> at) {
        return at.stream().anyMatch(where -> !where.equals("gate"));
    }

    private static Remedy remedy(Section root, List<String> at) {
        if (!root.has("action")) {
            return Remedy.DENY;
        }
        if (!onMessages(at)) {
            root.report("action", "\"action\" is for messages", "write at: message, or remove it");
        }
        Section action = root.section("action");
        List<String> words = List.of("deny", "mask", "drop", "tag", "route");
        action.expectOnly(words, "action");
        if (action.keys().size() != 1) {
            root.report("action", "expected one action", "write one of " + String.join(", ", words));
            return Remedy.DENY;
        }
        String word = action.keys().iterator().next();
        return switch (word) {
            case "mask" -> new Remedy(Remedy.Kind.MASK, action.texts("mask"), Map.of(), "");
            case "drop" -> new Remedy(Remedy.Kind.DROP, List.of(), Map.of(), "");
            case "tag" ->
                new Remedy(Remedy.Kind.TAG, List.of(), action.section("tag").texts(), "");
            case "route" -> new Remedy(Remedy.Kind.ROUTE, List.of(), Map.of(), action.required("route"));
            default -> Remedy.DENY;
        };
    }

    private static Map<String, Object> values(Section root, Section own) {
        Map<String, Object> values = new LinkedHashMap<>(root.section("values").values());
        own.section("values").expectOnly(values.keySet(), "value");
        values.putAll(own.section("values").values());
        return values;
    }

    private List<Example> examples(Section root, List<String> at) {
        List<Example> examples =
                root.list("examples").stream().map(this::example).toList();
        if (!at.isEmpty() && examples.isEmpty()) {
            problems.accept(Finding.warning(
                    place,
                    root.line(),
                    0,
                    Section.CHECK,
                    "the policy has no examples",
                    "show one that holds, and one that does not"));
        }
        return examples;
    }

    private Example example(Section section) {
        section.expectOnly(OF_EXAMPLE, "key of an example");
        if (!section.has("holds")) {
            section.required("holds");
        }
        if (section.has("message") == section.has("files")) {
            section.report("name", "expected either \"files\" or \"message\" in an example", "");
        }
        Section connections = section.section("connections");
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        connections
                .keys()
                .forEach(name -> byName.put(name, connections.section(name).texts()));
        Section message = section.section("message");
        message.expectOnly(OF_MESSAGE, "key of a message");
        return new Example(
                section.required("name"),
                section.flag("holds", true),
                section.section("files").texts(),
                byName,
                section.text("profile").orElse(""),
                section.texts("approvals"),
                message.values(),
                section.line());
    }
}
