package dev.serai.console.api;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** {@code /openapi.yaml} and {@code /openapi.json}: the API's description. */
final class DescriptionResource implements Resource {

    private static final String RESOURCE = "/openapi/management.yaml";

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/openapi.yaml", Permission.VIEW, this::yaml),
                Route.get("/openapi.json", Permission.VIEW, this::json));
    }

    private Answer yaml(Call call) throws IOException {
        return new Answer.Whole(200, "application/yaml", description(), Map.of());
    }

    private Answer json(Call call) throws IOException {
        return Answer.json(new YAMLMapper().readTree(description()));
    }

    private static byte[] description() throws IOException {
        try (InputStream in = DescriptionResource.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE + "; build it again");
            }
            return in.readAllBytes();
        }
    }
}
