package dev.serai.runtime;

import dev.serai.foundation.settings.Settings;
import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import dev.serai.management.security.account.Users;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user with whom the first person logs in. Hashing a password takes as long as a start may, so it is done on a thread of its own while messages
 * flow already.
 */
final class FirstAdmin implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final Users users;
    private final Settings settings;
    private final AuditTrail audit;
    private final CompletableFuture<Optional<String>> password = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "serai first admin");

    FirstAdmin(Users users, Settings settings, AuditTrail audit) {
        this.users = users;
        this.settings = settings;
        this.audit = audit;
    }

    void begin() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            password.complete(make());
        } catch (RuntimeException e) {
            LOG.error("the user {} could not be made; add one with: serai user add", Users.ADMIN, e);
            password.complete(Optional.empty());
        }
    }

    private Optional<String> make() {
        String given = settings.access().adminPassword().value();
        boolean others = settings.oidc().isOn() && given.isEmpty();
        if (others || !users.all().isEmpty()) {
            return Optional.empty();
        }
        String chosen = given.isEmpty() ? Users.randomPassword() : given;
        boolean made = users.add(Users.ADMIN, chosen, Set.of(Role.ADMIN)).isPresent();
        if (made) {
            audit.record(new AuditEvent(Caller.runtime("first start"), "user.add", Users.ADMIN, Outcome.DONE, "admin"));
        }
        return made && given.isEmpty() ? Optional.of(chosen) : Optional.empty();
    }

    /** Waits until it is known whether there is one, and what was generated for it. */
    Optional<String> password() {
        return password.join();
    }

    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
