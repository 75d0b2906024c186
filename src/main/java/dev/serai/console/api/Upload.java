package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An integration on its way in over HTTP: read whole, checked for what could leave its folder, not yet for what it says. */
final class Upload {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final List<String> FIELDS = List.of("source", "files");

    private final Call call;
    private final String name;

    Upload(Call call) {
        this.call = call;
        this.name = call.name("name");
    }

    Bundle bundle() throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw Problem.badRequest(
                    "\"" + name + "\" cannot be an integration's name",
                    "use letters, digits, dot, dash and underscore, a letter or digit first");
        }
        String type = call.contentType();
        if (type.equals("application/json")) {
            return fromJson(Wire.read(call.body()));
        }
        if (type.equals("application/zip")) {
            return bundle(call.query("source").orElse(name + "/"), Archive.files(call.body()));
        }
        throw Problem.unsupportedMediaType(type);
    }

    private Bundle fromJson(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.badRequest("the body is no JSON object", "send {\"source\": \"…\", \"files\": {…}}");
        }
        body.fieldNames().forEachRemaining(Upload::requireKnown);
        Map<String, byte[]> files = new TreeMap<>();
        body.path("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), FileContent.bytes(file.getKey(), file.getValue())));
        return bundle(body.path("source").asText(name + "/"), files);
    }

    private static void requireKnown(String field) {
        if (!FIELDS.contains(field)) {
            throw Problem.badRequest(
                    "the field \"" + field + "\" is unknown",
                    Hint.nearest(field, FIELDS, "the fields are source and files"));
        }
    }

    private Bundle bundle(String source, Map<String, byte[]> files) {
        requireSource(source, files);
        files.keySet().forEach(Upload::requireContained);
        return new Bundle(name, source, files);
    }

    private void requireSource(String source, Map<String, byte[]> files) {
        boolean folder = source.equals(name + "/");
        boolean file = source.startsWith(name + ".") && source.indexOf('/') < 0 && source.indexOf('\\') < 0;
        if (!folder && !file) {
            throw Problem.badRequest(
                    "the source \"" + source + "\" does not belong to the integration " + name,
                    "expected the folder " + name + "/ or one file such as " + name + ".camel.yaml");
        }
        if (files.isEmpty()) {
            throw Problem.badRequest("the integration " + name + " has no files", "send at least its route file");
        }
        if (file && !(files.size() == 1 && files.containsKey(source))) {
            throw Problem.badRequest(
                    "the source " + source + " is one file, but the files are " + files.keySet(),
                    "send the one file under its name, or take the source " + name + "/");
        }
    }

    private static void requireContained(String path) {
        boolean outside = path.isEmpty()
                || path.startsWith("/")
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || DRIVE.matcher(path).matches()
                || List.of(path.split("/", -1)).stream().anyMatch(Upload::leaves);
        if (outside) {
            throw Problem.badRequest(
                    "the file \"" + path + "\" would leave the integration's folder",
                    "use paths relative to it, with / between the parts and without . or ..");
        }
    }

    private static boolean leaves(String part) {
        return part.isEmpty() || part.equals(".") || part.equals("..");
    }
}
