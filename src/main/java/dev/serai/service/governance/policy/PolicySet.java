package dev.serai.service.governance.policy;

import dev.serai.foundation.Finding;
import dev.serai.service.governance.classification.Classification;
import dev.serai.service.governance.rule.RuleLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The policies of a home as they were read at one moment. */
public final class PolicySet {

    public static final PolicySet NONE = new PolicySet(List.of(), List.of(), List.of(), Classification.NONE);

    private static final String FOLDER = "config/policies/";
    private static final String SUFFIX = ".yaml";

    private final List<Policy> policies;
    private final List<Judge> judges;
    private final List<Finding> findings;
    private final List<Judge> atGate;
    private final List<Judge> received;
    private final List<Judge> sent;
    private final List<Judge> ofEndpoints;
    private final Classification classification;

    /**
     * @param policies all of them, by name, those that are switched off too
     * @param judges those that are asked
     * @param findings what is wrong with the files
     * @param classification finds the data classes of messages
     */
    private PolicySet(
            List<Policy> policies, List<Judge> judges, List<Finding> findings, Classification classification) {
        this.policies = List.copyOf(policies);
        this.judges = List.copyOf(judges);
        this.findings = List.copyOf(findings);
        this.atGate = judges.stream().filter(judge -> judge.policy().gate()).toList();
        this.received = onMessages(judges, Subject.MESSAGE, Policy::received);
        this.sent = onMessages(judges, Subject.MESSAGE, Policy::sent);
        this.ofEndpoints = onMessages(judges, Subject.ENDPOINT, Policy::sent);
        this.classification = classification;
    }

    private static List<Judge> onMessages(List<Judge> judges, Subject subject, Predicate<Policy> asked) {
        return judges.stream()
                .filter(judge -> asked.test(judge.policy()) && judge.policy().subject() == subject)
                .toList();
    }

    /**
     * Reads a folder.
     *
     * @param folder with a file for each policy; it may be missing
     * @param profile the active one; empty for none
     * @param language is asked only when there is a rule to read
     * @param all whether the rules of policies that are switched off are read, too
     */
    static PolicySet read(Path folder, String profile, RuleLanguage language, boolean all) {
        List<Finding> findings = new ArrayList<>();
        List<Policy> policies = new ArrayList<>();
        files(folder, findings).forEach(file -> read(file, profile, findings).ifPresent(policies::add));
        Classification classification =
                ClassificationFile.read(folder.resolveSibling("classification.yaml"), findings::add);
        policies.sort(Comparator.comparing(Policy::name));
        refuseDoubles(policies, findings);
        List<Judge> judges = new ArrayList<>();
        if (findings.stream().noneMatch(Finding::refuses)) {
            policies.stream()
                    .filter(policy -> all || policy.enabled())
                    .forEach(policy -> Judge.of(policy, language, findings::add).ifPresent(judges::add));
        }
        return new PolicySet(policies, judges, findings, classification);
    }

    private static List<Path> files(Path folder, List<Finding> findings) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            findings.add(
                    Finding.error(FOLDER, 0, 0, Section.CHECK, "the folder cannot be listed: " + e.getMessage(), ""));
            return List.of();
        }
    }

    private static Optional<Policy> read(Path file, String profile, List<Finding> findings) {
        String name = file.toFile().getName();
        String place = FOLDER + name;
        try {
            return new PolicyFile(place, profile, findings::add)
                    .read(name.substring(0, name.length() - SUFFIX.length()), Files.readString(file));
        } catch (IOException e) {
            findings.add(Finding.error(
                    place, 0, 0, Section.CHECK, "the file cannot be read: " + e.getMessage(), "save it as UTF-8"));
            return Optional.empty();
        }
    }

    private static void refuseDoubles(List<Policy> policies, List<Finding> findings) {
        Map<String, Policy> byName = new HashMap<>();
        policies.forEach(policy -> {
            Policy first = byName.putIfAbsent(policy.name(), policy);
            if (first != null) {
                findings.add(Finding.error(
                        policy.place(),
                        0,
                        0,
                        Section.CHECK,
                        "the policy \"" + policy.name() + "\" is also in " + first.place(),
                        "choose another name"));
            }
        });
    }

    /** Whether anything keeps the set from being used. */
    public boolean isRefused() {
        return findings.stream().anyMatch(Finding::refuses);
    }

    /** All policies, by name, those that are switched off too. */
    public List<Policy> policies() {
        return policies;
    }

    /** What is wrong with the files. */
    public List<Finding> findings() {
        return findings;
    }

    /** Finds the data classes of messages. */
    public Classification classification() {
        return classification;
    }

    List<Judge> judges() {
        return judges;
    }

    /** Those that are asked at the gate. */
    List<Judge> atGate() {
        return atGate;
    }

    /** Those that are asked of every message that a route receives from outside. */
    public List<Judge> received() {
        return received;
    }

    /** Those that are asked of every message that leaves. */
    public List<Judge> sent() {
        return sent;
    }

    /** Those that are asked of the endpoint that a message is sent to. */
    public List<Judge> ofEndpoints() {
        return ofEndpoints;
    }

    Optional<Judge> judge(String name) {
        return judges.stream()
                .filter(judge -> judge.policy().name().equals(name))
                .findFirst();
    }
}
