package dev.serai.adapter.legacy.copybook.language;

import dev.serai.adapter.legacy.copybook.language.Word.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes a source apart into words; a picture is one word. */
final class Words {

    private static final String OPERATORS = "=<>()";

    private final SourceText source;
    private final List<Word> words = new ArrayList<>();
    private int at;
    private int next;

    Words(SourceText source) {
        this.source = source;
        while (skipBlanks()) {
            scan();
        }
        words.add(new Word(Kind.END, "", Math.max(0, source.length() - 1)));
    }

    SourceText source() {
        return source;
    }

    Word peek() {
        return words.get(next);
    }

    /** The word behind the next. */
    Word peekBehind() {
        return words.get(Math.min(next + 1, words.size() - 1));
    }

    Word next() {
        Word word = words.get(next);
        next = Math.min(next + 1, words.size() - 1);
        return word;
    }

    /** Takes the next word if it is one of these. */
    boolean take(String... any) {
        boolean taken = peek().is(any);
        if (taken) {
            next();
        }
        return taken;
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    CopybookException expected(Word seen, String expected, String hint) {
        return source.problem(seen.at(), "expected " + expected + ", found " + seen.shown(), hint);
    }

    private boolean skipBlanks() {
        while (at < source.length() && isBlank(at)) {
            at++;
        }
        return at < source.length();
    }

    private boolean isBlank(int index) {
        char one = source.at(index);
        return Character.isWhitespace(one) || (one == ',' || one == ';') && endsWord(index + 1);
    }

    private boolean endsWord(int index) {
        return index >= source.length() || Character.isWhitespace(source.at(index));
    }

    private void scan() {
        char one = source.at(at);
        if (afterPicture()) {
            picture();
        } else if (one == '.' && endsWord(at + 1)) {
            words.add(new Word(Kind.PERIOD, ".", at++));
        } else if (one == '\'' || one == '"') {
            literal(Kind.LITERAL, at, at);
        } else if (isQuote(source.at(at + 1)) && "XxZzNnUuBbGg".indexOf(one) >= 0) {
            literal("Xx".indexOf(one) >= 0 ? Kind.HEXADECIMAL : Kind.LITERAL, at, at + 1);
        } else if (OPERATORS.indexOf(one) >= 0) {
            operator();
        } else {
            word();
        }
    }

    private static boolean isQuote(char one) {
        return one == '\'' || one == '"';
    }

    private boolean afterPicture() {
        if (words.isEmpty()) {
            return false;
        }
        Word last = words.get(words.size() - 1);
        boolean after = last.is("PIC", "PICTURE")
                || last.is("IS")
                        && words.size() > 1
                        && words.get(words.size() - 2).is("PIC", "PICTURE");
        return after && !(source.part(at, Math.min(at + 3, source.length())).equalsIgnoreCase("IS "));
    }

    private void picture() {
        int begin = at;
        while (!endsWord(at)) {
            at++;
        }
        int end = at;
        while (end > begin && ".,;".indexOf(source.at(end - 1)) >= 0) {
            end--;
        }
        words.add(new Word(Kind.PICTURE, source.part(begin, end), begin));
        if (source.part(end, at).indexOf('.') >= 0) {
            words.add(new Word(Kind.PERIOD, ".", end));
        }
    }

    private void literal(Kind kind, int begin, int quoteAt) {
        char quote = source.at(quoteAt);
        StringBuilder content = new StringBuilder();
        at = quoteAt + 1;
        while (at < source.length()) {
            if (source.at(at) != quote) {
                content.append(source.at(at++));
            } else if (at + 1 < source.length() && source.at(at + 1) == quote) {
                content.append(quote);
                at += 2;
            } else {
                break;
            }
        }
        at++;
        words.add(new Word(kind, content.toString(), begin));
    }

    private void operator() {
        int begin = at++;
        if (source.at(begin) != '(' && source.at(begin) != ')' && "=>".indexOf(source.at(at)) >= 0) {
            at++;
        }
        words.add(new Word(Kind.OPERATOR, source.part(begin, at), begin));
    }

    private void word() {
        int begin = at;
        while (at < source.length() && !endsWord(at) && !isBlank(at) && !endsSentence() && isInside(source.at(at))) {
            at++;
        }
        String text = source.part(begin, at);
        words.add(new Word(text.matches("[+-]?\\d*\\.?\\d+") ? Kind.NUMBER : Kind.NAME, text, begin));
    }

    private boolean endsSentence() {
        return source.at(at) == '.' && endsWord(at + 1);
    }

    private static boolean isInside(char one) {
        return !isQuote(one) && OPERATORS.indexOf(one) < 0;
    }
}
