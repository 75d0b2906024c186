package dev.serai.foundation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one integration.
 *
 * @param name the integration
 * @param version number of the version that serves; null when none does
 * @param hash content hash of that version; empty when none serves
 * @param state see {@link IntegrationState}
 * @param since when it entered that state
 * @param source file or folder below {@code routes/}, such as {@code routes/orders/}
 * @param fileDiffers whether the file's content is not the content that serves
 * @param routes the routes of the version that serves
 * @param http the HTTP paths of the version that serves, such as {@code POST /orders}
 * @param receipt what came of the newest change
 * @param owner who answers for it, as {@code integration.yaml} of the version that serves says, else of the newest; null when not told
 * @param description what it does, from there too; null when not told
 * @param canary the version that is on probation beside the one that serves; null when there is none
 */
public record IntegrationStatus(
        String name,
        @Nullable Integer version,
        String hash,
        IntegrationState state,
        Instant since,
        String source,
        boolean fileDiffers,
        List<RouteStatus> routes,
        List<String> http,
        @Nullable Receipt receipt,
        @Nullable String owner,
        @Nullable String description,
        @Nullable CanaryStatus canary) {

    public IntegrationStatus {
        routes = List.copyOf(routes);
        http = List.copyOf(http);
    }
}
