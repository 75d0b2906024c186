package dev.serai.foundation.settings;

/**
 * Where versions, events and dead letters are kept, {@code serai.store.*}.
 *
 * @param url JDBC URL; default embedded H2 in {@code state/}; {@code jdbc:postgresql:…} for PostgreSQL
 * @param user database user, default empty
 * @param password its password, default empty
 */
public record StoreSettings(String url, String user, Secret password) {}
