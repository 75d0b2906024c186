package dev.serai.runtime;

import dev.serai.cli.Output;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.management.security.account.Users;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few lines that a start prints: what runs, where, and what was refused. */
final class Welcome {

    private Welcome() {}

    static void print(SeraiRuntime serai, Output output) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (output == Output.json) {
            String first = serai.firstPassword()
                    .map(password -> ",\"user\":\"" + Users.ADMIN + "\",\"password\":\"" + password + "\"")
                    .orElse("");
            out.printf(
                    "{\"http\":\"%s\",\"management\":\"%s\",\"integrations\":%d%s}%n",
                    serai.httpUrl(), serai.managementUrl(), serai.integrations().size(), first);
            return;
        }
        List<IntegrationStatus> all = serai.integrations();
        out.printf(
                "Serai %s runs, %d ms after its JVM began%n",
                ProductVersion.get(),
                System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime());
        out.printf("  integrations  %s%n", serai.httpUrl());
        out.printf("  console       %s/hawtio%n", serai.managementUrl());
        serai.firstPassword()
                .ifPresent(password -> out.printf(
                        "  first login   %s with the password %s (shown only now; another one: serai user password %s)%n",
                        Users.ADMIN, password, Users.ADMIN));
        out.printf("  API           %s/api/v1 (token in state/runtime.json)%n", serai.managementUrl());
        if (all.isEmpty()) {
            out.println("  nothing is deployed yet: save a route in routes/, for example routes/hello.camel.yaml");
        }
        all.forEach(status -> tell(out, status));
    }

    private static void tell(PrintStream out, IntegrationStatus status) {
        Integer version = status.version();
        out.printf(
                "  %-13s %s%s%n",
                status.state(),
                version == null ? status.name() : status.name() + "@" + version,
                status.http().isEmpty() ? "" : "  " + String.join(", ", status.http()));
        Receipt receipt = status.receipt();
        if (receipt != null
                && (status.state() == IntegrationState.REFUSED || status.state() == IntegrationState.FAILED)) {
            receipt.findings().stream()
                    .filter(Finding::refuses)
                    .forEach(finding -> out.println("                " + finding.sentence()));
        }
    }
}
