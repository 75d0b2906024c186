package dev.serai.management.lifecycle.store;

import dev.serai.foundation.IntegrationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What shall run of one integration, also after a crash.
 *
 * @param name the integration
 * @param activeVersion number of the version that shall serve; null when none was ever accepted
 * @param state where it stands
 * @param since when it entered that state
 * @param source file or folder below {@code routes/}
 * @param decidedHash hash of the newest file content that was decided upon, whatever came of it: the same content is not decided twice
 */
public record Desired(
        String name,
        @Nullable Integer activeVersion,
        IntegrationState state,
        Instant since,
        String source,
        String decidedHash) {}
