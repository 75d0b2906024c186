package dev.serai.runtime;

import dev.serai.console.api.ApprovalResource;
import dev.serai.console.api.PolicyResource;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Connection;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Severity;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Gate;
import dev.serai.management.lifecycle.gate.Verdict;
import dev.serai.management.lifecycle.watch.WatchedFolder;
import dev.serai.management.lifecycle.watch.Watcher;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditLog;
import dev.serai.service.governance.message.MessagePolicies;
import dev.serai.service.governance.message.Tidings;
import dev.serai.service.governance.model.Surroundings;
import dev.serai.service.governance.policy.Approvals;
import dev.serai.service.governance.policy.Policies;
import dev.serai.service.governance.rule.PackedRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The policies of this home, joined to what runs: the gate, the messages, the audit trail. */
final class Governing {

    private static final Logger LOG = LoggerFactory.getLogger(Governing.class);
    private static final Caller GATE = Caller.runtime("gate");

    private final Configuration configuration;
    private final Policies policies;
    private final Tidings tidings;
    private final MessagePolicies messages;
    private final AuditLog audit;

    Governing(Configuration configuration, Connections connections, AuditLog audit) {
        this.configuration = configuration;
        this.audit = audit;
        this.policies = policies(configuration, connections);
        this.tidings = new Tidings(this::broken);
        this.messages = new MessagePolicies(policies, tidings, name -> connection(connections, name));
    }

    /**
     * Reads the policies of a home that starts.
     *
     * @throws ConfigurationException with everything that is wrong with them
     */
    static Governing begin(Configuration configuration, Connections connections, AuditLog audit) {
        Governing governing = new Governing(configuration, connections, audit);
        readOrRefuse(governing.policies);
        return governing;
    }

    /** The policies of a home; nothing is read yet. */
    static Policies policies(Configuration configuration, Connections connections) {
        return new Policies(
                folder(configuration),
                new PackedRules(connections.packs()),
                new Surroundings(configuration.profile(), connections::all, approvals(configuration)::of));
    }

    /**
     * Reads them for the first time.
     *
     * @throws ConfigurationException with everything that is wrong with them
     */
    static void readOrRefuse(Policies policies) {
        List<Finding> findings = policies.read();
        ConfigurationException.throwIfAny(
                findings.stream().filter(Finding::refuses).toList());
        findings.forEach(finding -> LOG.warn("{}", finding.sentence()));
    }

    private static Approvals approvals(Configuration configuration) {
        return new Approvals(configuration.settings().state().resolve("approvals"));
    }

    private static Path folder(Configuration configuration) {
        return configuration.settings().config().resolve("policies");
    }

    private static Optional<Connection> connection(Connections connections, String name) {
        return connections.all().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    Policies policies() {
        return policies;
    }

    /** The gate, whose findings of policies go on record when they decide. */
    BiFunction<Bundle, Landscape, Verdict> deciding(Gate gate) {
        return (bundle, around) -> decide(gate, bundle, around);
    }

    private Verdict decide(Gate gate, Bundle bundle, Landscape landscape) {
        Verdict verdict = gate.check(bundle, landscape);
        verdict.findings().stream()
                .filter(finding -> finding.check().equals(Policies.CHECK))
                .forEach(finding -> audit.submit(new AuditEvent(
                        GATE,
                        "policy.finding",
                        bundle.name(),
                        finding.refuses() ? Outcome.REFUSED : Outcome.DONE,
                        word(finding.severity()) + ": " + finding.place() + ": " + finding.message())));
        return verdict;
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "deny";
            case WARNING -> "warn";
            case INFO -> "audit";
        };
    }

    private void broken(String policy, String integration, boolean refused, String detail) {
        audit.submit(new AuditEvent(
                Caller.runtime("message"),
                "policy.message",
                integration,
                refused ? Outcome.REFUSED : Outcome.DONE,
                policy + ": " + detail));
    }

    void attach(CamelContext context, ContextFactory.Content content) {
        Supplier<Metadata> metadata = () -> new Candidate(content.bundle(), Landscape.EMPTY).metadata();
        messages.attach(context, content.name(), metadata);
    }

    /** What is told on the management port. */
    ManagementPart asked(IntegrationControl control, Checks checks) {
        return ManagementPart.of(
                new ApprovalResource(approvalDesk(control)),
                new PolicyResource(policies, tidings::counts, name -> control.submitted(name)
                        .map(bundle -> new Candidate(bundle, checks.landscape(control.claimsBeside(name))))));
    }

    private ApprovalResource.Desk approvalDesk(IntegrationControl control) {
        Approvals approvals = approvals(configuration);
        return new ApprovalResource.Desk() {
            @Override
            public Optional<ApprovalResource.Approval> of(String integration) {
                return control.submitted(integration)
                        .map(Bundle::hash)
                        .map(hash -> new ApprovalResource.Approval(hash, approvals.of(hash)));
            }

            @Override
            public Optional<ApprovalResource.Approval> approve(String integration, String user) {
                Optional<ApprovalResource.Approval> approved = control.submitted(integration)
                        .map(Bundle::hash)
                        .map(hash -> new ApprovalResource.Approval(hash, approvals.approve(hash, user)));
                approved.ifPresent(approval ->
                        control.retry(integration, bundle -> bundle.hash().equals(approval.hash())));
                return approved;
            }
        };
    }

    /** Follows the folder from now on; empty when nothing is followed. */
    Optional<Watcher> follow(IntegrationControl control) {
        if (!configuration.settings().watch().enabled()) {
            return Optional.empty();
        }
        WatchedPolicies changes = new WatchedPolicies(policies, audit, control);
        Watcher watcher = new Watcher(
                WatchedFolder.ofPolicies(folder(configuration)),
                configuration.settings().watch(),
                changes,
                List.of());
        watcher.start();
        changes.begin();
        return Optional.of(watcher);
    }
}
