package dev.serai.adapter.legacy.copybook.record;

import java.util.Locale;

/** How a COBOL name is written as a key. */
public enum NameStyle {
    /** As in the copybook. */
    COBOL,
    /** {@code CUSTOMER-NAME} as {@code customerName}. */
    CAMEL,
    /** {@code CUSTOMER-NAME} as {@code customer_name}. */
    SNAKE;

    String of(String name) {
        return switch (this) {
            case COBOL -> name;
            case SNAKE -> name.toLowerCase(Locale.ROOT).replace('-', '_');
            case CAMEL -> camel(name.toLowerCase(Locale.ROOT));
        };
    }

    private static String camel(String name) {
        StringBuilder key = new StringBuilder();
        boolean upper = false;
        for (char one : name.toCharArray()) {
            if (one == '-' || one == '_') {
                upper = key.length() > 0;
            } else {
                key.append(upper ? Character.toUpperCase(one) : one);
                upper = false;
            }
        }
        return key.toString();
    }
}
