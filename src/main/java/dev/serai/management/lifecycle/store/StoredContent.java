package dev.serai.management.lifecycle.store;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.CompiledClasses;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The files and classes of versions, each content once however many versions have it. */
final class StoredContent {

    private static final String FILE = "FILE";
    private static final String CLASS = "CLASS";

    void insert(Handle handle, Version version, Bundle bundle, CompiledClasses classes) {
        insert(handle, version, FILE, bundle.files());
        insert(handle, version, CLASS, classes.byName());
    }

    private static void insert(Handle handle, Version version, String kind, Map<String, byte[]> parts) {
        if (parts.isEmpty()) {
            return;
        }
        // In the order of their hashes: two runtimes that store the same contents then wait for each other, never in a
        // circle.
        Map<String, byte[]> byHash = new TreeMap<>();
        parts.values().forEach(bytes -> byHash.put(hash(bytes), bytes));
        PreparedBatch contents =
                handle.prepareBatch("INSERT INTO serai_content (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING");
        byHash.forEach(contents::add);
        contents.execute();
        PreparedBatch rows = handle.prepareBatch(
                "INSERT INTO serai_version_part (integration, number, kind, path, content) VALUES (?, ?, ?, ?, ?)");
        parts.forEach((path, bytes) -> rows.add(version.name(), version.number(), kind, path, hash(bytes)));
        rows.execute();
    }

    Bundle bundle(Handle handle, Version version, String source) {
        return new Bundle(version.name(), source, parts(handle, version, FILE));
    }

    CompiledClasses classes(Handle handle, Version version) {
        return new CompiledClasses(parts(handle, version, CLASS));
    }

    private static Map<String, byte[]> parts(Handle handle, Version version, String kind) {
        Map<String, byte[]> parts = new HashMap<>();
        handle.select(
                        "SELECT p.path, c.bytes FROM serai_version_part p JOIN serai_content c ON c.hash = p.content"
                                + " WHERE p.integration = ? AND p.number = ? AND p.kind = ?",
                        version.name(),
                        version.number(),
                        kind)
                .map((row, context) -> Map.entry(row.getString("path"), row.getBytes("bytes")))
                .forEach(part -> parts.put(part.getKey(), part.getValue()));
        return parts;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
