package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import dev.serai.management.security.oidc.IdentityProvider;
import dev.serai.management.security.oidc.NotProvenException;
import dev.serai.management.security.oidc.Proven;
import java.util.Optional;

/**
 * Bearer tokens of the identity provider.
 *
 * @param provider verifies them
 */
public record ProviderProof(IdentityProvider provider) implements BearerProof {

    @Override
    public Optional<Caller> of(String token, String address) throws NotProvenException {
        if (token.chars().filter(letter -> letter == '.').count() != 2) {
            return Optional.empty();
        }
        Proven proven = provider.bearer(token);
        return Optional.of(new Caller(proven.name(), Caller.Means.OIDC, address, Role.permissions(proven.roles())));
    }
}
