package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.serai.console.api.Wire;
import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.Redaction;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** Where results and failures are written: text in columns and, on a terminal, in colour; or JSON and nothing else. */
final class Screen {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Output output;
    private final Ansi ansi;

    Screen(PrintWriter out, PrintWriter err, Output output, Ansi ansi) {
        this.out = out;
        this.err = err;
        this.output = output;
        this.ansi = ansi;
    }

    boolean isJson() {
        return output == Output.json;
    }

    /** Whether a person looks on, so that what is drawn can be drawn again. */
    boolean isTerminal() {
        return ansi.enabled();
    }

    /** Empties the terminal. */
    void clear() {
        out.print("\u001b[H\u001b[2J");
    }

    void line(String line) {
        out.println(Redaction.clean(line));
        out.flush();
    }

    void table(Table table) {
        table.lines().forEach(this::line);
    }

    /** Shows an answer of the runtime: as it came, or as the text that the consumer writes. */
    void show(Reply reply, Consumer<Reply> asText) {
        if (isJson()) {
            line(reply.text().strip());
        } else {
            asText.accept(reply);
        }
    }

    /** Shows a result that was made in this process: as JSON, or as the text that the consumer writes. */
    <T> void show(T result, Consumer<T> asText) {
        if (isJson()) {
            line(Wire.text(result));
        } else {
            asText.accept(result);
        }
    }

    /** A failure: one sentence and a hint, on standard error; as JSON on standard output. */
    void failure(String message, String hint) {
        if (isJson()) {
            line(JsonNodeFactory.instance
                    .objectNode()
                    .put("error", message)
                    .put("hint", hint)
                    .toString());
            return;
        }
        err.println(Redaction.clean(red("serai: ") + message + (hint.isEmpty() ? "" : "; " + hint)));
        err.flush();
    }

    /** A failure with many causes, each with its place. */
    void failure(String message, List<Finding> findings) {
        if (isJson()) {
            line(Wire.text(new ManyCauses(message, findings.get(0).sentence(), findings)));
            return;
        }
        failure(message, "");
        findings.forEach(finding -> err.println(Redaction.clean(finding.sentence())));
        err.flush();
    }

    private record ManyCauses(String error, String hint, List<Finding> findings) {}

    void trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        err.print(Redaction.clean(trace.toString()));
        err.flush();
    }

    String green(String text) {
        return styled("green", text);
    }

    String yellow(String text) {
        return styled("yellow", text);
    }

    String red(String text) {
        return styled("red,bold", text);
    }

    /** The instant on this machine's clock, to the second. */
    static String time(Instant instant) {
        LocalDateTime local =
                LocalDateTime.ofInstant(instant, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        String text = local.toString().replace('T', ' ');
        return local.getSecond() == 0 ? text + ":00" : text;
    }

    private String styled(String style, String text) {
        return ansi.enabled() ? ansi.string("@|" + style + " " + text + "|@") : text;
    }
}
