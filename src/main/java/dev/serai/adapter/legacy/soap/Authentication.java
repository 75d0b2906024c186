package dev.serai.adapter.legacy.soap;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a caller says who it is. */
enum Authentication {
    NONE,
    BASIC,
    WSS_TEXT,
    WSS_DIGEST;

    static Authentication of(String title) {
        return Arrays.stream(values())
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("authentication is \"" + title + "\"; expected one of "
                        + Arrays.stream(values()).map(Authentication::title).collect(Collectors.joining(", "))));
    }

    /** As a connection writes it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a UsernameToken of WS-Security. */
    boolean isToken() {
        return this == WSS_TEXT || this == WSS_DIGEST;
    }
}
