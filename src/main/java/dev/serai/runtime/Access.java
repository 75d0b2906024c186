package dev.serai.runtime;

import dev.serai.console.access.AccessToken;
import dev.serai.console.access.Admission;
import dev.serai.console.access.ApiTokenProof;
import dev.serai.console.access.BearerProof;
import dev.serai.console.access.LoginContexts;
import dev.serai.console.access.ProviderProof;
import dev.serai.console.access.SessionCookie;
import dev.serai.console.api.SessionResource;
import dev.serai.console.api.TokenResource;
import dev.serai.console.api.UserResource;
import dev.serai.engine.database.Database;
import dev.serai.foundation.settings.OidcSettings;
import dev.serai.foundation.settings.Settings;
import dev.serai.management.security.account.UserTable;
import dev.serai.management.security.account.Users;
import dev.serai.management.security.audit.AuditTrail;
import dev.serai.management.security.login.LoginGuard;
import dev.serai.management.security.login.Logins;
import dev.serai.management.security.login.Sessions;
import dev.serai.management.security.oidc.IdentityProvider;
import dev.serai.management.security.token.ApiTokens;
import dev.serai.management.security.token.TokenTable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins users, tokens, logins and the identity provider to the management port. */
final class Access implements AutoCloseable {

    private final Settings settings;
    private final Users users;
    private final ApiTokens tokens;
    private final Admission admission;
    private final LoginContexts logins;
    private final FirstAdmin firstAdmin;

    private Access(Settings settings, Database database, AccessToken owner, AuditTrail audit) {
        Clock clock = Clock.systemUTC();
        this.settings = settings;
        users = new Users(new UserTable(database), clock);
        tokens = new ApiTokens(new TokenTable(database), clock);
        Optional<IdentityProvider> provider = provider(settings.oidc(), clock);
        SessionCookie cookie = new SessionCookie(
                new Sessions(users, settings.access().idle(), settings.access().longest(), clock));
        admission = new Admission(settings.access(), bearers(owner, provider), Optional.of(cookie), audit);
        logins = new LoginContexts(new Logins(users, new LoginGuard(clock), audit), cookie, provider, audit);
        firstAdmin = new FirstAdmin(users, settings, audit);
    }

    static Access open(Settings settings, Database database, AccessToken owner, AuditTrail audit) {
        return new Access(settings, database, owner, audit);
    }

    private static Optional<IdentityProvider> provider(OidcSettings oidc, Clock clock) {
        return oidc.isOn() ? Optional.of(new IdentityProvider(oidc, clock)) : Optional.empty();
    }

    private List<BearerProof> bearers(AccessToken owner, Optional<IdentityProvider> provider) {
        return Stream.<BearerProof>concat(
                        Stream.of(owner, new ApiTokenProof(tokens)),
                        provider.stream().map(ProviderProof::new))
                .toList();
    }

    /** What the entrance of the management port goes by. */
    Admission admission() {
        return admission;
    }

    /** What is told on the management port: users and tokens in the API, and the places to log in. */
    ManagementPart asked() {
        return new ManagementPart(
                List.of(new SessionResource(), new UserResource(users), new TokenResource(tokens)), logins.contexts());
    }

    /** Ways to log in besides the form, for the login page: texts by their links, relative to the console. */
    Map<String, String> loginLinks() {
        return settings.oidc().isOn()
                ? Map.of("auth/oidc/login", settings.oidc().title())
                : Map.of();
    }

    /** Makes the first administrator, beside what runs already. */
    void begin() {
        firstAdmin.begin();
    }

    /** The generated password of the first administrator; only at the start that made it. */
    Optional<String> firstPassword() {
        return firstAdmin.password();
    }

    @Override
    public void close() {
        firstAdmin.close();
    }
}
