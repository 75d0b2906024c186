package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that the newest receipt of an integration is about, by the names that its findings show.
 *
 * @param files content by place, such as {@code routes/orders/orders.camel.yaml}, see {@link FileContent}
 */
public record SubmittedContent(String name, SortedMap<String, JsonNode> files) {

    static SubmittedContent of(Bundle bundle) {
        SortedMap<String, JsonNode> files = new TreeMap<>();
        bundle.files().forEach((path, bytes) -> files.put(bundle.place(path), FileContent.of(bytes)));
        return new SubmittedContent(bundle.name(), files);
    }
}
