package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.console.api.FileContent;
import dev.serai.foundation.Bundle;

/** An integration as the body of a deployment. */
record Deployment(Bundle bundle) {

    static Deployment of(Bundle bundle) {
        return new Deployment(bundle);
    }

    Reply to(RuntimeClient runtime) {
        return runtime.put("/integrations/" + RuntimeClient.segment(bundle.name()), body());
    }

    private String body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("source", bundle.source());
        ObjectNode files = body.putObject("files");
        bundle.files().forEach((path, bytes) -> files.set(path, FileContent.of(bytes)));
        return body.toString();
    }
}
