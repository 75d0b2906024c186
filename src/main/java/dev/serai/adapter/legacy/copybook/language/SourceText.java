package dev.serai.adapter.legacy.copybook.language;

import java.util.Arrays;

/** The text of a copybook without margins, comments and breaks inside words, and the place of each of its characters. */
public final class SourceText {

    private static final int TAB = 8;
    private static final int TEXT_BEGIN = 7;
    private static final int TEXT_END = 72;

    private final String file;
    private final StringBuilder text = new StringBuilder();
    private int[] lines = new int[1024];
    private int[] columns = new int[1024];
    private int line;
    private char open;

    private SourceText(String file) {
        this.file = file;
    }

    /**
     * @param file as messages name it
     * @param content of the file
     * @param form of its lines
     * @throws CopybookException for a line that breaks the form
     */
    public static SourceText read(String file, String content, SourceForm form) {
        SourceText source = new SourceText(file);
        boolean fixed = form.of(content) == SourceForm.FIXED;
        content.lines().forEach(line -> {
            source.line++;
            if (fixed) {
                source.fixed(expand(line));
            } else {
                source.free(line);
            }
        });
        source.mustBeClosed();
        return source;
    }

    /** One line of another file, in free form. */
    static SourceText ofLine(String file, int line, String content) {
        SourceText source = new SourceText(file);
        source.line = line;
        source.append(content, 1);
        source.mustBeClosed();
        return source;
    }

    static String expand(String line) {
        if (line.indexOf('\t') < 0) {
            return line;
        }
        StringBuilder expanded = new StringBuilder();
        for (char one : line.toCharArray()) {
            expanded.append(one == '\t' ? " ".repeat(TAB - expanded.length() % TAB) : String.valueOf(one));
        }
        return expanded.toString();
    }

    private void free(String content) {
        mustBeClosed();
        if (!content.stripLeading().startsWith(">>")) {
            append(content, 1);
            put('\n', content.length() + 1);
        }
    }

    private void fixed(String content) {
        if (content.length() < TEXT_BEGIN) {
            return;
        }
        String body = content.substring(TEXT_BEGIN, Math.min(TEXT_END, content.length()));
        switch (content.charAt(TEXT_BEGIN - 1)) {
            case ' ' -> {
                mustBeClosed();
                fixedBody(body, TEXT_BEGIN + 1);
            }
            case '-' -> continued(body);
            case '*', '/', 'D', 'd', '$' -> {
                // A comment, a line for debugging, or a directive of a compiler.
            }
            default ->
                throw new CopybookException(
                        file,
                        line,
                        TEXT_BEGIN,
                        "column 7 holds \"" + content.charAt(TEXT_BEGIN - 1)
                                + "\", expected a blank, * for a comment or - for a continuation",
                        "set source=free if the lines are in free form");
        }
    }

    private void fixedBody(String body, int column) {
        append(body, column);
        if (open == 0) {
            put('\n', column + body.length());
        } else {
            pad(TEXT_END - column - body.length() + 1);
        }
    }

    /** An open literal goes on to the end of its line. */
    private void pad(int blanks) {
        for (int i = 0; i < blanks; i++) {
            put(' ', TEXT_END);
        }
    }

    private void continued(String body) {
        int first = 0;
        while (first < body.length() && body.charAt(first) == ' ') {
            first++;
        }
        if (open == 0) {
            while (text.length() > 0 && Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.setLength(text.length() - 1);
            }
        } else {
            if (first == body.length() || body.charAt(first) != open) {
                throw new CopybookException(
                        file, line, TEXT_BEGIN + 1 + first, "the continued literal does not begin with " + open, "");
            }
            first++;
        }
        fixedBody(body.substring(first), TEXT_BEGIN + 1 + first);
    }

    private void append(String body, int column) {
        for (int i = 0; i < body.length(); i++) {
            char one = body.charAt(i);
            if (open == 0 && body.startsWith("*>", i)) {
                return;
            }
            if (open == 0 && (one == '\'' || one == '"')) {
                open = one;
            } else if (one == open) {
                open = 0;
            }
            put(one, column + i);
        }
    }

    private void mustBeClosed() {
        if (open != 0) {
            throw new CopybookException(
                    file, Math.max(1, line - 1), 0, "the literal that begins with " + open + " is not closed", "");
        }
    }

    private void put(char one, int column) {
        int at = text.length();
        if (at == lines.length) {
            lines = Arrays.copyOf(lines, at * 2);
            columns = Arrays.copyOf(columns, at * 2);
        }
        lines[at] = line;
        columns[at] = column;
        text.append(one);
    }

    int length() {
        return text.length();
    }

    /** A character; a blank behind the end. */
    char at(int index) {
        return index < text.length() ? text.charAt(index) : ' ';
    }

    String part(int from, int to) {
        return text.substring(from, to);
    }

    public String file() {
        return file;
    }

    /** The line of a character, from 1. */
    public int line(int at) {
        return text.length() == 0 ? 0 : lines[Math.min(at, text.length() - 1)];
    }

    /** The trouble with what stands at a place. */
    public CopybookException problem(int at, String problem, String hint) {
        int known = Math.min(at, text.length() - 1);
        return known < 0
                ? new CopybookException(file, 0, 0, problem, hint)
                : new CopybookException(file, lines[known], columns[known], problem, hint);
    }
}
