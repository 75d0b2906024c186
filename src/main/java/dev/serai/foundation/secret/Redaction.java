package dev.serai.foundation.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the secrets that this process has opened out of what it shows: logs, receipts, answers of the API, the command line.
 *
 * <p>It is the last line of defence, behind not writing secrets at all. Short values and plain words are left alone: whoever chose
 * {@code postgres} for a password would not find the word anywhere any more.
 */
public final class Redaction {

    private static final String MASK = "••••";
    private static final int SHORTEST = 8;
    private static final int SHORTEST_WORD = 16;

    /** An address that is made of a message's content may bring a new one each time. */
    private static final int MOST = 500;

    private static final Set<String> KEPT = new LinkedHashSet<>();
    private static volatile List<String> forms = List.of();

    private Redaction() {}

    /** A value that was opened and must not be shown. */
    public static void keep(String value) {
        String secret = value.strip();
        if (isTellTale(secret)) {
            synchronized (KEPT) {
                if (KEPT.add(secret)) {
                    forgetTheOldest();
                    forms = formsOfAll();
                }
            }
        }
    }

    private static void forgetTheOldest() {
        if (KEPT.size() > MOST) {
            KEPT.remove(KEPT.iterator().next());
        }
    }

    private static boolean isTellTale(String secret) {
        return secret.length() >= SHORTEST_WORD
                || (secret.length() >= SHORTEST && !secret.chars().allMatch(Character::isLetter));
    }

    /** The text without secrets. */
    public static String clean(String text) {
        String clean = text;
        for (String form : forms) {
            if (clean.contains(form)) {
                clean = clean.replace(form, MASK);
            }
        }
        return clean;
    }

    /** The UTF-8 text without secrets; the same array when it holds none. */
    public static byte[] clean(byte[] text) {
        if (forms.isEmpty()) {
            return text;
        }
        String seen = new String(text, StandardCharsets.UTF_8);
        String clean = clean(seen);
        return seen.equals(clean) ? text : clean.getBytes(StandardCharsets.UTF_8);
    }

    /** The longest first, because one secret may be part of another. */
    private static List<String> formsOfAll() {
        Set<String> all = new LinkedHashSet<>();
        KEPT.forEach(secret -> all.addAll(forms(secret)));
        return all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** As it is, and as JSON, XML and URLs write it. */
    private static List<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return List.of(secret, json(secret), xml(secret), encoded, encoded.replace("+", "%20"));
    }

    private static String json(String secret) {
        return secret.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
