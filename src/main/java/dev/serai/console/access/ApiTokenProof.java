package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.token.ApiTokens;
import java.util.Optional;

/**
 * Tokens for programs.
 *
 * @param tokens those there are
 */
public record ApiTokenProof(ApiTokens tokens) implements BearerProof {

    @Override
    public Optional<Caller> of(String token, String address) {
        return token.startsWith(ApiTokens.PREFIX)
                ? tokens.find(token).map(found -> new Caller(found.name(), Caller.Means.TOKEN, address, found.scope()))
                : Optional.empty();
    }
}
