package dev.serai.management.security.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept, by the SHA-256 of their text. */
public interface TokenStore {

    /** Newest first. */
    List<ApiToken> all();

    Optional<ApiToken> find(String hash);

    /** Keeps a token under a number of its own, which it returns; the number in the token counts for nothing. */
    long insert(ApiToken token, String hash);

    void used(long id, Instant at);

    /** The token of that number, which opens nothing any more; empty when there was none. */
    Optional<ApiToken> remove(long id);
}
