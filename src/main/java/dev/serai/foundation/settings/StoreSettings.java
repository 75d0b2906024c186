package dev.serai.foundation.settings;

import java.util.List;

/**
 * Where versions, events and dead letters are kept, {@code serai.store.*}.
 *
 * @param url see {@link #URL}
 * @param user see {@link #USER}
 * @param password see {@link #PASSWORD}
 */
public record StoreSettings(String url, String user, Secret password) {

    public static final Key<String> URL = Key.of(
            "serai.store.url",
            Kind.JDBC_URL,
            "",
            "Database that keeps versions, receipts, events and dead letters",
            "Empty for the embedded one in state/, which serves one machine; jdbc:postgresql://HOST/DATABASE for more. Another database"
                    + " starts empty");
    public static final Key<String> USER =
            Key.of("serai.store.user", Kind.TEXT, "", "User of that database", "It needs to create tables");
    public static final Key<Secret> PASSWORD = Key.of(
            "serai.store.password",
            Kind.SECRET,
            "",
            "Password of that user",
            "Never shown, in no log and no explanation");

    public static final List<Key<?>> KEYS = List.of(URL, USER, PASSWORD);

    public StoreSettings {
        URL.check(url);
    }

    public static StoreSettings from(Values values) {
        return new StoreSettings(values.get(URL), values.get(USER), values.get(PASSWORD));
    }
}
