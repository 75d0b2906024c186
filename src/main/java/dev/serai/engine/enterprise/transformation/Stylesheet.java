package dev.serai.engine.enterprise.transformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its version which processor a stylesheet is for. */
final class Stylesheet {

    private static final Pattern VERSION =
            Pattern.compile("<(?:\\w+:)?(?:stylesheet|transform|package)\\b[^>]*?\\sversion\\s*=\\s*[\"']([^\"']*)");

    private Stylesheet() {}

    /** XSLT 1.0 is what the JDK has; anything later needs Saxon. */
    static boolean isOfTheJdk(String text) {
        Matcher matcher = VERSION.matcher(text);
        return !matcher.find() || matcher.group(1).equals("1.0");
    }
}
