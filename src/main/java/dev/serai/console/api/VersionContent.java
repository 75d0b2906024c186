package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a stored version, in the form in which they can be deployed again.
 *
 * @param files content by path, see {@link FileContent}
 */
public record VersionContent(String name, int version, String hash, String source, SortedMap<String, JsonNode> files) {

    static VersionContent of(int version, Bundle bundle) {
        SortedMap<String, JsonNode> files = new TreeMap<>();
        bundle.files().forEach((path, bytes) -> files.put(path, FileContent.of(bytes)));
        return new VersionContent(bundle.name(), version, bundle.hash(), bundle.source(), files);
    }
}
