package dev.serai.management.security.login;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import dev.serai.management.security.account.User;
import dev.serai.management.security.account.Users;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Logins with name and password: slowed when they fail, and on record whatever comes of them. */
public final class Logins {

    private static final String ACTION = "login";
    private static final int LONGEST_NAME = 64;

    /** Comparing a password takes long; more at once would leave no thread of the management port for anything else. */
    private static final int AT_ONCE = 16;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Users users;
    private final LoginGuard guard;
    private final AuditTrail audit;

    public Logins(Users users, LoginGuard guard, AuditTrail audit) {
        this.users = users;
        this.guard = guard;
        this.audit = audit;
    }

    /** What came of a login. */
    public sealed interface Result {

        /** It is that user. */
        record Accepted(User user) implements Result {}

        /** Name or password is wrong; which of them is not told. */
        record Refused() implements Result {}

        /** There were too many failures. */
        record Later(Duration delay) implements Result {}
    }

    /**
     * Tries a login.
     *
     * @param address where it comes from
     */
    public Result login(String name, String password, String address) {
        if (!room.tryAcquire()) {
            return new Result.Later(Duration.ofSeconds(1));
        }
        try {
            return attempted(tried(name), password, address);
        } finally {
            room.release();
        }
    }

    private Result attempted(String tried, String password, String address) {
        LoginGuard.Permit permit = guard.attempt(tried, address);
        if (!permit.isGranted()) {
            if (permit.begins()) {
                String wait = permit.delay().toSeconds() + 1 + " s";
                record(tried, address, Set.of(), Outcome.DENIED, "locked for " + wait + " after too many failures");
            }
            return new Result.Later(permit.delay());
        }
        Optional<User> user = users.authenticate(tried, password);
        if (user.isEmpty()) {
            record(tried, address, Set.of(), Outcome.REFUSED, "wrong user or password");
            return new Result.Refused();
        }
        guard.succeeded(tried, address);
        record(tried, address, user.get().roles(), Outcome.DONE, "");
        return new Result.Accepted(user.get());
    }

    /** As users are named, and fit for the record. */
    private static String tried(String name) {
        String printable = name.toLowerCase(Locale.ROOT).replaceAll("\\p{Cntrl}", "?");
        return printable.substring(0, Math.min(LONGEST_NAME, printable.length()));
    }

    private void record(String name, String address, Set<Role> roles, Outcome outcome, String detail) {
        Caller caller = new Caller(name, Caller.Means.SESSION, address, Role.permissions(roles));
        audit.record(new AuditEvent(caller, ACTION, name, outcome, detail));
    }
}
