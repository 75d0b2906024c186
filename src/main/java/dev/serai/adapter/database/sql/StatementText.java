package dev.serai.adapter.database.sql;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A statement as a route writes it, read.
 *
 * @param prepared what is sent to the database, with question marks; empty when it is not known from the text alone
 * @param names of the parameters, in their order: keys of the body or headers, or expressions; empty when it has none, or when it is not known
 */
record StatementText(String prepared, List<String> names) {

    private static final StatementText UNKNOWN = new StatementText("", List.of());

    /** Camel has made {@code :?name} of {@code :#name} by now. */
    private static final String MARK = ":?";

    private static final Pattern NAMED = Pattern.compile(":\\?(\\w+|\\$\\{[^{}]+})");
    private static final String LIST = ":?in:";

    /** Text and names in quotes. */
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`");

    /** What may make a question mark be something else than a parameter: comments, escapes, quotes of other kinds, and such as are not closed. */
    private static final Pattern DOUBTFUL = Pattern.compile("--|/\\*|#|\\?\\?|['\"`$\\\\\\[{]");

    /**
     * Reads a statement. A list of values, whose count each message decides, expressions in expressions, and what the driver
     * must count are not read.
     *
     * @param query with {@code :?name} for a named parameter
     */
    static StatementText of(String query) {
        List<String> names =
                NAMED.matcher(query).results().map(result -> result.group(1)).toList();
        if (names.isEmpty() || query.contains(LIST) || names.size() != marks(query)) {
            return UNKNOWN;
        }
        String prepared = NAMED.matcher(query).replaceAll("?");
        return parameters(prepared).orElse(0) == names.size() ? new StatementText(prepared, names) : UNKNOWN;
    }

    private static long marks(String query) {
        return Pattern.compile(MARK, Pattern.LITERAL)
                .matcher(query)
                .results()
                .map(MatchResult::start)
                .count();
    }

    boolean isRead() {
        return !names.isEmpty();
    }

    /**
     * Counts the parameters of a prepared statement.
     *
     * @return how many; empty when only the driver can tell
     */
    static OptionalInt parameters(String prepared) {
        String plain = QUOTED.matcher(prepared).replaceAll("");
        return prepared.indexOf('\\') >= 0 || DOUBTFUL.matcher(plain).find()
                ? OptionalInt.empty()
                : OptionalInt.of((int) plain.chars().filter(each -> each == '?').count());
    }
}
