package dev.serai.service.governance.policy;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.rule.RuleLanguage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The policies that hold now. A set with a mistake in it is never used: the one before stays. */
public final class Policies {

    /** What findings of policies say which check they are of. */
    public static final String CHECK = "policy";

    private final Path folder;
    private final RuleLanguage language;
    private final Surroundings surroundings;
    private volatile PolicySet set = PolicySet.NONE;

    /**
     * @param folder with a file for each policy; it may be missing
     * @param language that the rules are written in
     * @param surroundings what rules can ask beside an integration
     */
    public Policies(Path folder, RuleLanguage language, Surroundings surroundings) {
        this.folder = folder;
        this.language = language;
        this.surroundings = surroundings;
    }

    /** Reads the folder anew. @return what is wrong; errors mean that the policies from before stay */
    public List<Finding> read() {
        PolicySet read = PolicySet.read(folder, surroundings.profile(), language, false);
        if (!read.isRefused()) {
            set = read;
        }
        return read.findings();
    }

    /** Those that hold now. */
    public PolicySet current() {
        return set;
    }

    /** The gate's check: what the policies have to say of a bundle. */
    public List<Finding> check(Candidate candidate) {
        List<Judge> judges = set.atGate();
        return judges.isEmpty() ? List.of() : new PolicyCheck(judges, surroundings).check(candidate);
    }

    /** Everything about all policies, as they stand in the folder now. */
    public List<PolicySheet> sheets() {
        return PolicySet.read(folder, surroundings.profile(), language, true).policies().stream()
                .map(PolicySheet::of)
                .toList();
    }

    /** What is wrong with the files as they stand now, the rules of policies that are switched off included. */
    public List<Finding> findings() {
        return PolicySet.read(folder, surroundings.profile(), language, true).findings();
    }

    /** Shows every policy its own examples. */
    public List<ExampleResult> test() {
        return PolicySet.read(folder, surroundings.profile(), language, true).judges().stream()
                .flatMap(judge -> new Examples(judge).run().stream())
                .toList();
    }

    /** How a policy is evaluated for an integration, one that is switched off too; empty when there is no such policy. */
    public Optional<List<Evaluation>> explain(String policy, Candidate candidate) {
        return PolicySet.read(folder, surroundings.profile(), language, true)
                .judge(policy)
                .map(judge -> new PolicyCheck(List.of(judge), surroundings).explain(judge, candidate, language));
    }
}
