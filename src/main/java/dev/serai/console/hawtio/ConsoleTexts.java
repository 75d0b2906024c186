package dev.serai.console.hawtio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The few texts of the console that are not taken as they are shipped: its page, its configuration, and the list of what extends it. */
public final class ConsoleTexts {

    private static final String PAGE = "hawtio-static/index.html";
    private static final String SHIPPED_BASE = "\"/hawtio/";
    private static final String OWN = "dev/serai/console/hawtio";
    private static final String CONFIGURATION = OWN + "/hawtconfig.json";
    private static final String OWN_PAGES = "console/remoteEntry.js";
    private static final String OWN_PLUGIN =
            "[{\"url\":\"@base@serai\",\"scope\":\"serai\",\"module\":\"./plugin\",\"remoteEntryFileName\":\"remoteEntry.js\"}]";

    private final String base;
    private final String version;
    private final String logins;

    private ConsoleTexts(String base, String version, String logins) {
        this.base = base;
        this.version = version;
        this.logins = logins;
    }

    /**
     * @param prefix what a proxy puts before every path, such as {@code /serai}; empty without one
     * @param version of Serai, for the page about it
     * @param logins ways to log in besides the form: texts by their links, relative to the console
     */
    public static ConsoleTexts of(String prefix, String version, Map<String, String> logins) {
        ArrayNode links = JsonNodeFactory.instance.arrayNode();
        String base = prefix + HawtioConsole.PATH + "/";
        logins.forEach((link, text) -> links.addObject().put("url", base + link).put("text", text));
        return new ConsoleTexts(base, version, links.toString());
    }

    /** Where a browser finds the console, such as {@code /hawtio/}. */
    String base() {
        return base;
    }

    /** A text with its media type. */
    record Text(String type, String content) {}

    Optional<Text> at(String path) {
        return switch (path) {
            case "/", "/index.html" -> Optional.of(page());
            case "/hawtconfig.json" ->
                Optional.of(
                        json(read(CONFIGURATION).replace("@version@", version).replace("\"@logins@\"", logins)));
            case "/plugin" -> Optional.of(json(exists(OWN_PAGES) ? OWN_PLUGIN.replace("@base@", base) : "[]"));
            case "/branding/serai.css" -> Optional.of(new Text("text/css;charset=utf-8", read(OWN + path)));
            case "/branding/logo.svg" -> Optional.of(new Text("image/svg+xml", read(OWN + path)));
            case "/preset-connections" -> Optional.of(json("[]"));
            case "/proxy/enabled", "/keycloak/enabled" -> Optional.of(json("false"));
            default -> Optional.empty();
        };
    }

    /** The one page of the console, which knows from its address what to show. */
    Text page() {
        String html = read(PAGE).replaceAll(SHIPPED_BASE, Matcher.quoteReplacement("\"" + base));
        String own = html.replace("<title>Hawtio</title>", "<title>Serai</title>")
                .replace("Hawtio Management Console", "Serai")
                .replace("favicon.ico\"", "branding/logo.svg\"");
        return new Text("text/html;charset=utf-8", own);
    }

    private static Text json(String content) {
        return new Text("application/json", content);
    }

    private static boolean exists(String resource) {
        return ConsoleTexts.class.getClassLoader().getResource(resource) != null;
    }

    private static String read(String resource) {
        try (InputStream in = ConsoleTexts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path; build Serai again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
