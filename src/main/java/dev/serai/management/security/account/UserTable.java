package dev.serai.management.security.account;

import dev.serai.engine.database.Database;
import dev.serai.management.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Users in the store. */
public final class UserTable implements UserStore {

    private static final String SELECT = "SELECT name, password_hash, roles, created_at, changed_at FROM serai_user";

    private final Database database;

    public UserTable(Database database) {
        this.database = database;
    }

    @Override
    public List<User> all() {
        return database.read(handle -> handle.select(SELECT + " ORDER BY name")
                .map((row, context) -> user(row))
                .list());
    }

    @Override
    public Optional<User> find(String name) {
        return database.read(handle -> handle.select(SELECT + " WHERE name = ?", name)
                .map((row, context) -> user(row))
                .findOne());
    }

    @Override
    public boolean insert(User user) {
        return database.writeToDisk(handle -> handle.execute(
                        "INSERT INTO serai_user (name, password_hash, roles, created_at, changed_at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        user.name(),
                        user.passwordHash(),
                        Role.words(user.roles()),
                        user.createdAt().atOffset(ZoneOffset.UTC),
                        user.changedAt().atOffset(ZoneOffset.UTC))
                == 1);
    }

    @Override
    public boolean update(User user) {
        return database.writeToDisk(handle -> handle.execute(
                        "UPDATE serai_user SET password_hash = ?, roles = ?, changed_at = ? WHERE name = ?",
                        user.passwordHash(),
                        Role.words(user.roles()),
                        user.changedAt().atOffset(ZoneOffset.UTC),
                        user.name())
                == 1);
    }

    @Override
    public boolean remove(String name) {
        return database.writeToDisk(handle -> handle.execute("DELETE FROM serai_user WHERE name = ?", name) == 1);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("name"),
                row.getString("password_hash"),
                Role.ofWords(row.getString("roles")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
