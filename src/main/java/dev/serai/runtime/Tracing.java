package dev.serai.runtime;

import dev.serai.console.api.ExchangeResource;
import dev.serai.console.api.LogLevelDesk;
import dev.serai.console.api.LogLevelResource;
import dev.serai.console.api.LogTail;
import dev.serai.engine.database.Database;
import dev.serai.foundation.settings.Settings;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.deploy.ContextFactory.Attachment;
import dev.serai.management.monitoring.history.DurableSample;
import dev.serai.management.monitoring.history.MessageHistory;
import dev.serai.management.monitoring.history.StoredSample;
import dev.serai.management.monitoring.log.ExchangeInHand;
import dev.serai.management.monitoring.log.IntegrationLog;
import dev.serai.management.monitoring.log.LogLevels;
import dev.serai.management.monitoring.log.LogView;
import dev.serai.management.monitoring.trace.Traces;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What follows each message: the log's knowledge of it, its trace, its history.
 *
 * @param log the log of the integrations
 * @param history the messages that are remembered
 * @param attachments what every context gets
 */
record Tracing(IntegrationLog log, MessageHistory history, List<Attachment> attachments) {

    static Tracing begin(Settings settings, Database database, Closing closing) {
        IntegrationLog log = closing.with(
                IntegrationLog.open(settings.state().resolve("logs"), settings.log()), IntegrationLog::close);
        DurableSample sample = settings.history().sample().durable()
                ? new StoredSample(database, settings.history().sample())
                : DurableSample.NONE;
        MessageHistory history = closing.with(new MessageHistory(settings.history(), sample), MessageHistory::close);
        List<Attachment> attachments = new ArrayList<>();
        attachments.add((context, content) -> ExchangeInHand.attach(context));
        if (settings.tracing().isOn()) {
            attachments.add(traces(settings, closing));
        }
        attachments.add((context, content) -> history.attach(context, content.name(), content.number()));
        return new Tracing(log, history, attachments);
    }

    private static Attachment traces(Settings settings, Closing closing) {
        Traces traces = closing.with(Traces.open(settings.tracing(), instance(), ProductVersion.get()), Traces::close);
        return (context, content) -> traces.attach(context, content.name(), content.number());
    }

    /** This process among others of the same name. */
    private static String instance() {
        String process = String.valueOf(ProcessHandle.current().pid());
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + process;
        } catch (UnknownHostException e) {
            return process;
        }
    }

    /** The runtime's own, and after them these. */
    List<Attachment> beside(Attachment... own) {
        return Stream.concat(Stream.of(own), attachments.stream()).toList();
    }

    /** The log as the management API shows it. */
    LogTail tail() {
        return new LogTail() {
            @Override
            public List<String> newest(String name, int lines, LogView view) {
                return log.tail(name, lines, view);
            }

            @Override
            public Following follow(String name, LogView view, Consumer<String> line) {
                return log.follow(name, 0, view, line)::close;
            }
        };
    }

    /** What is told on the management port. */
    ManagementPart asked(IntegrationManager integrations) {
        return ManagementPart.of(
                new LogLevelResource(integrations, levels()), new ExchangeResource(integrations, history));
    }

    /** The levels as the management API sets them. */
    private LogLevelDesk levels() {
        LogLevels levels = log.levels();
        return new LogLevelDesk() {
            @Override
            public Optional<String> level(String name) {
                return levels.of(name);
            }

            @Override
            public String standard() {
                return levels.standard();
            }

            @Override
            public void set(String name, String level) {
                levels.set(name, level);
            }

            @Override
            public void reset(String name) {
                levels.reset(name);
            }
        };
    }

    void forget(String integration) {
        log.forget(integration);
        history.forget(integration);
    }
}
