package dev.serai.console.access;

import dev.serai.foundation.settings.AccessSettings;
import dev.serai.management.security.audit.AuditTrail;
import java.util.List;
import java.util.Optional;

/**
 * What the entrance goes by.
 *
 * @param settings what is open, and how it stands behind a proxy
 * @param bearers the kinds of bearer tokens that prove a caller
 * @param cookie the console's logins; empty when there are none
 * @param audit where refusals go on record
 */
public record Admission(
        AccessSettings settings, List<BearerProof> bearers, Optional<SessionCookie> cookie, AuditTrail audit) {

    public Admission {
        bearers = List.copyOf(bearers);
    }

    /** Only the home's owner. */
    public static Admission ofOwner(AccessToken owner) {
        return new Admission(AccessSettings.DEFAULT, List.of(owner), Optional.empty(), event -> {});
    }
}
