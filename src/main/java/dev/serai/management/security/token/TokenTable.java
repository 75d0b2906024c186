package dev.serai.management.security.token;

import dev.serai.engine.database.Database;
import dev.serai.management.security.Permission;
import dev.serai.management.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens in the store. */
public final class TokenTable implements TokenStore {

    private static final String SELECT =
            "SELECT id, name, roles, permissions, created_at, created_by, expires_at, last_used_at FROM serai_token";

    private final Database database;

    public TokenTable(Database database) {
        this.database = database;
    }

    @Override
    public List<ApiToken> all() {
        return database.read(handle -> handle.select(SELECT + " ORDER BY id DESC")
                .map((row, context) -> token(row))
                .list());
    }

    @Override
    public Optional<ApiToken> find(String hash) {
        return one(" WHERE token_hash = ?", hash);
    }

    private Optional<ApiToken> one(String where, Object value) {
        return database.read(handle -> handle.select(SELECT + where, value)
                .map((row, context) -> token(row))
                .findOne());
    }

    @Override
    public long insert(ApiToken token, String hash) {
        return database.writeToDisk(handle -> handle.createUpdate("INSERT INTO serai_token (name, token_hash, roles,"
                        + " permissions, created_at, created_by, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .bind(0, token.name())
                .bind(1, hash)
                .bind(2, Role.words(token.roles()))
                .bind(3, words(token.permissions()))
                .bind(4, token.createdAt().atOffset(ZoneOffset.UTC))
                .bind(5, token.createdBy())
                .bind(6, offset(token.expiresAt()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void used(long id, Instant at) {
        database.write(handle -> handle.execute(
                "UPDATE serai_token SET last_used_at = ? WHERE id = ?", at.atOffset(ZoneOffset.UTC), id));
    }

    @Override
    public Optional<ApiToken> remove(long id) {
        Optional<ApiToken> token = one(" WHERE id = ?", id);
        database.runToDisk(handle -> handle.execute("DELETE FROM serai_token WHERE id = ?", id));
        return token;
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("name"),
                Role.ofWords(row.getString("roles")),
                permissions(row.getString("permissions")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static String words(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::word).collect(Collectors.joining(","));
    }

    private static Set<Permission> permissions(String words) {
        return Arrays.stream(words.split(","))
                .map(Permission::ofWord)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
