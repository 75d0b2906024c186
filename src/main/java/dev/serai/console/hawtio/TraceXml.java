package dev.serai.console.hawtio;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends the XML in which Camel dumps traced messages: it writes the addresses of endpoints as they are, so that one with two options, or with SQL in it, makes the
 * whole of it unreadable.
 */
final class TraceXml {

    private static final Pattern ADDRESS =
            Pattern.compile("<(endpointUri|serviceUrl|location)>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern LOOSE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#\\d+|#x[0-9a-fA-F]+);)");

    private TraceXml() {}

    static String mended(String xml) {
        return ADDRESS.matcher(xml).replaceAll(found -> Matcher.quoteReplacement(element(found)));
    }

    private static String element(MatchResult found) {
        String text =
                LOOSE_AMPERSAND.matcher(found.group(2)).replaceAll("&amp;").replace("<", "&lt;");
        return "<" + found.group(1) + ">" + text + "</" + found.group(1) + ">";
    }
}
