package dev.serai.console.access;

import dev.serai.management.security.Caller;
import dev.serai.management.security.oidc.NotProvenException;
import java.util.Optional;

/** One kind of bearer token. */
public interface BearerProof {

    /**
     * Who bears the token.
     *
     * @param address where the call comes from
     * @return empty when it is not one of this kind
     * @throws NotProvenException when it is one of this kind and proves nobody
     */
    Optional<Caller> of(String token, String address) throws NotProvenException;
}
