package dev.serai.runtime;

import dev.serai.console.hawtio.ConsoleTexts;
import dev.serai.console.hawtio.HawtioConsole;
import dev.serai.console.hawtio.Inspection;
import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.settings.AccessSettings;
import dev.serai.foundation.settings.DeploySettings;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.security.audit.AuditTrail;
import java.util.Map;

/** Joins Hawtio to what runs. */
final class Console {

    private Console() {}

    /** @param logins ways to log in besides the form: texts by their links */
    static HawtioConsole open(AccessSettings settings, Map<String, String> logins, AuditTrail audit) {
        ConsoleTexts texts = ConsoleTexts.of(settings.contextPath(), ProductVersion.get(), logins);
        return HawtioConsole.open(texts, audit, Redaction::clean);
    }

    /** Without MBeans nobody could trace or debug, so nothing is readied for it. */
    static ContextFactory.Attachment inspection(DeploySettings settings) {
        return settings.jmx() ? (context, content) -> Inspection.attach(context) : (context, content) -> {};
    }
}
