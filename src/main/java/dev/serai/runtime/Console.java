package dev.serai.runtime;

import dev.serai.console.hawtio.ConsoleTexts;
import dev.serai.console.hawtio.HawtioConsole;
import dev.serai.console.hawtio.Inspection;
import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.settings.AccessSettings;
import dev.serai.foundation.settings.DeploySettings;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.security.audit.AuditTrail;
import java.util.List;
import java.util.Map;

/** Joins Hawtio to what runs. */
final class Console {

    private Console() {}

    /**
     * What is served on the management port.
     *
     * @param logins ways to log in besides the form: texts by their links
     * @param closing closes the console with the runtime
     */
    static ManagementPart asked(
            AccessSettings settings, Map<String, String> logins, AuditTrail audit, Closing closing) {
        ConsoleTexts texts = ConsoleTexts.of(settings.contextPath(), ProductVersion.get(), logins);
        HawtioConsole console = closing.with(HawtioConsole.open(texts, audit, Redaction::clean), HawtioConsole::close);
        return new ManagementPart(List.of(), console.contexts());
    }

    /** Without MBeans nobody could trace or debug, so nothing is readied for it. */
    static ContextFactory.Attachment inspection(DeploySettings settings) {
        return settings.jmx() ? (context, content) -> Inspection.attach(context) : (context, content) -> {};
    }
}
