package dev.serai.management.lifecycle.gate.source;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class YamlWords {

    private static final String INDENT = "check the indentation of this line and the one above";
    private static final Map<String, String> HINTS = Map.of(
            "mapping values are not allowed here",
            "check the indentation, or quote a text that contains \": \"",
            "but found '<block mapping start>'",
            INDENT,
            "but found '-'",
            INDENT,
            "but found '<block sequence start>'",
            INDENT,
            "could not find expected ':'",
            "write \"key: value\", with a space after the colon",
            "cannot start any token",
            "quote a text that begins with a special character",
            "unexpected end of stream",
            "close the quotation mark",
            "found undefined alias",
            "define the anchor before it is used",
            "but got",
            INDENT);

    private YamlWords() {}

    static String message(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem().trim();
        if (problem.contains("TAB")) {
            return "a tab stands where only spaces may indent";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "a key with a value is not allowed here";
        }
        if (problem.contains("expected <block end>")) {
            return "this line does not fit the indentation of the lines above";
        }
        if (problem.contains("could not find expected ':'")) {
            return "a \":\" is missing after this key";
        }
        if (problem.contains("unexpected end of stream")) {
            return "a quoted text is not closed before the end of the file";
        }
        return problem.replace("<stream end>", "the end of the file").replaceAll("\\.?\\s*\\(.*\\)$", "");
    }

    static String hint(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("TAB")) {
            return "replace the tab by spaces";
        }
        return HINTS.entrySet().stream()
                .filter(hint -> problem.contains(hint.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
