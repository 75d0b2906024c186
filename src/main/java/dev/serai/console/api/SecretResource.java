package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.secret.SecretException;
import dev.serai.foundation.secret.Secrets;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.util.List;

/** {@code /secrets}: encrypted values by name; none is ever answered. */
public final class SecretResource implements Resource {

    private final Secrets secrets;

    public SecretResource(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/secrets", Permission.VIEW, call -> Answer.json(secrets.names())),
                Route.put("/secrets/{name}", Permission.ADMINISTER, "secret.set", this::set));
    }

    private Answer set(Call call) throws IOException {
        JsonNode value = Wire.readSecretly(call.body()).path("value");
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw Problem.badRequest("the body has no value", "send {\"value\": \"…\"}");
        }
        try {
            boolean newKey = secrets.put(call.name("name"), value.asText());
            return Answer.json(new Placed(call.name("name"), Secrets.FILE, newKey));
        } catch (SecretException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()), e.hint());
        }
    }

    private record Placed(String name, String file, boolean newKey) {}
}
