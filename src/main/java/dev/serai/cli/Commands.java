package dev.serai.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * All commands. Only those whose names stand among the arguments are built, because reading the annotations of all of them takes longer than
 * most commands do; all of them when none is named, for help and for suggestions.
 */
final class Commands {

    /** Commands that speak of all others. */
    private static final Set<String> NEEDS_ALL = Set.of("completion", "help");

    private static final String DETECT = "detect";

    private final Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();

    Commands(Session session) {
        add("run", () -> new RunCommand(session));
        add("validate", () -> new ValidateCommand(session));
        add("test", () -> new TestCommand(session));
        add("status", () -> new StatusCommand(session));
        add("receipt", () -> new ReceiptCommand(session));
        add("history", () -> new HistoryCommand(session));
        add("diff", () -> new DiffCommand(session));
        add("rollback", () -> new RollbackCommand(session));
        add("deploy", () -> new DeployCommand(session));
        add("undeploy", () -> new UndeployCommand(session));
        add("redeploy", () -> new RedeployCommand(session));
        add("stop", () -> new StopCommand(session));
        add("start", () -> new StartCommand(session));
        add("logs", () -> new LogsCommand(session));
        add("top", () -> new TopCommand(session));
        add("health", () -> new HealthCommand(session));
        add("alerts", () -> new AlertsCommand(session));
        add("topology", () -> new TopologyCommand(session));
        commands.put("anomaly", () -> anomalies(session));
        commands.put("log", () -> group(new LogCommand(), "level", new LogLevelCommand(session)));
        commands.put("messages", () -> group(new MessagesCommand(), "list", new MessagesListCommand(session))
                .addSubcommand("show", new MessagesShowCommand(session)));
        add("integrate", () -> new IntegrateCommand(session));
        add("doctor", () -> new DoctorCommand(session));
        commands.put("config", () -> group(new ConfigCommand(), "explain", new ConfigExplainCommand(session)));
        commands.put("connection", () -> connections(session));
        commands.put("connector", () -> group(new ConnectorCommand(), "list", new ConnectorListCommand(session))
                .addSubcommand("show", new ConnectorShowCommand(session))
                .addSubcommand("schema", new ConnectorSchemaCommand(session)));
        commands.put("policy", () -> policies(session));
        commands.put("deadletter", () -> deadLetters(session));
        commands.put("audit", () -> audit(session));
        commands.put("secret", () -> group(new SecretCommand(), "set", new SecretSetCommand(session))
                .addSubcommand("list", new SecretListCommand(session)));
        commands.put("user", () -> users(session));
        commands.put("token", () -> tokens(session));
        add("completion", () -> new CompletionCommand(session));
    }

    void addTo(CommandLine root, String... arguments) {
        List<String> words = Arrays.asList(arguments);
        boolean all =
                words.stream().anyMatch(NEEDS_ALL::contains) || words.stream().noneMatch(commands::containsKey);
        commands.forEach((name, command) -> {
            if (all || words.contains(name)) {
                root.addSubcommand(name, command.get());
            }
        });
        Optional.ofNullable(root.getSubcommands().get("anomaly"))
                .map(anomaly -> anomaly.getSubcommands().get(DETECT))
                .ifPresent(AnomalyDetectCommand::takeOutput);
    }

    private void add(String name, Supplier<Object> command) {
        commands.put(name, () -> new CommandLine(command.get()));
    }

    private static CommandLine anomalies(Session session) {
        return group(new AnomalyCommand(), "list", new AnomalyListCommand(session))
                .addSubcommand("show", new AnomalyShowCommand(session))
                .addSubcommand("ack", new AnomalyAckCommand(session))
                .addSubcommand("mute", new AnomalyMuteCommand(session))
                .addSubcommand("unmute", new AnomalyUnmuteCommand(session))
                .addSubcommand(DETECT, new AnomalyDetectCommand());
    }

    private static CommandLine deadLetters(Session session) {
        return group(new DeadLetterCommand(), "list", new DeadLetterListCommand(session))
                .addSubcommand("show", new DeadLetterShowCommand(session))
                .addSubcommand("redrive", new DeadLetterRedriveCommand(session))
                .addSubcommand("discard", new DeadLetterDiscardCommand(session));
    }

    private static CommandLine policies(Session session) {
        return group(new PolicyCommand(), "list", new PolicyListCommand(session))
                .addSubcommand("test", new PolicyTestCommand(session))
                .addSubcommand("explain", new PolicyExplainCommand(session))
                .addSubcommand("approve", new PolicyApproveCommand(session));
    }

    private static CommandLine connections(Session session) {
        return group(new ConnectionCommand(), "list", new ConnectionListCommand(session))
                .addSubcommand("show", new ConnectionShowCommand(session))
                .addSubcommand("test", new ConnectionTestCommand(session));
    }

    private static CommandLine audit(Session session) {
        return group(new AuditCommand(), "list", new AuditListCommand(session))
                .addSubcommand("verify", new AuditVerifyCommand(session))
                .addSubcommand("export", new AuditExportCommand(session));
    }

    private static CommandLine users(Session session) {
        return group(new UserCommand(), "list", new UserListCommand(session))
                .addSubcommand("add", new UserAddCommand(session))
                .addSubcommand("password", new UserPasswordCommand(session))
                .addSubcommand("role", new UserRoleCommand(session))
                .addSubcommand("remove", new UserRemoveCommand(session));
    }

    private static CommandLine tokens(Session session) {
        return group(new TokenCommand(), "list", new TokenListCommand(session))
                .addSubcommand("create", new TokenCreateCommand(session))
                .addSubcommand("revoke", new TokenRevokeCommand(session));
    }

    private static CommandLine group(Object group, String name, Object first) {
        return new CommandLine(group).addSubcommand(name, first);
    }
}
