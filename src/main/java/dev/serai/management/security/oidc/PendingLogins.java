package dev.serai.management.security.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Logins that were begun and have not come back; only the newest are remembered, and not for long. */
final class PendingLogins {

    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Login> logins = new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > MOST;
        }
    };

    PendingLogins(Clock clock) {
        this.clock = clock;
    }

    /**
     * A login that was begun.
     *
     * @param callback where the provider sends the person back to
     * @param state by which the answer is known
     * @param nonce by which the token is known
     * @param verifier proves that whoever ends it has begun it
     */
    record Login(URI callback, State state, Nonce nonce, CodeVerifier verifier, Instant at) {}

    synchronized Login begin(URI callback) {
        Login login = new Login(callback, new State(32), new Nonce(32), new CodeVerifier(), clock.instant());
        logins.put(login.state().getValue(), login);
        return login;
    }

    synchronized Optional<Login> take(String state) {
        return Optional.ofNullable(logins.remove(state))
                .filter(login -> login.at().plus(LONGEST).isAfter(clock.instant()));
    }
}
