package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.CopybookException;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Rules;
import dev.serai.adapter.legacy.copybook.record.Aside;
import dev.serai.adapter.legacy.copybook.record.Dialect;
import dev.serai.adapter.legacy.copybook.record.Framing;
import dev.serai.adapter.legacy.copybook.record.Layout;
import dev.serai.adapter.legacy.copybook.record.RecordReader;
import dev.serai.adapter.legacy.copybook.record.RecordWriter;
import dev.serai.foundation.DidYouMean;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A copybook with its rules and options, ready to read and write files. Any number of threads may use it. */
public final class RecordFormat {

    private final Layout layout;
    private final Framing framing;
    private final Dialect dialect;

    private RecordFormat(Layout layout, Framing framing, Dialect dialect) {
        this.layout = layout;
        this.framing = framing;
        this.dialect = dialect;
    }

    /** Finds the files that options name. */
    @FunctionalInterface
    public interface Files {

        /**
         * @param uri as an option writes it
         * @return its name for messages, and its content; empty when there is none
         */
        Optional<Text> find(String uri);
    }

    /**
     * A file's content.
     *
     * @param name for messages
     * @param content as text
     */
    public record Text(String name, String content) {}

    /**
     * @throws CopybookException for what is wrong in the copybook or its rules, with the line
     * @throws CopybookOptionException for an option that does not go with them
     */
    public static RecordFormat of(CopybookOptions options, Files files) {
        String uri = options.copybook();
        Text text = files.find(uri).orElseThrow(() -> missing("copybook", uri));
        Copybook copybook = chosen(Copybook.read(text.name(), text.content(), options.source()), options);
        Layout layout = Layout.of(copybook, rules(options, files), options.dialect());
        Framing framing = options.framing();
        check(layout, framing, text.name());
        return new RecordFormat(layout, framing, options.dialect());
    }

    private static CopybookOptionException missing(String option, String uri) {
        return new CopybookOptionException(
                option,
                "option \"" + option + "\" names the file " + uri + ", which does not exist",
                "put it beside the route");
    }

    private static Rules rules(CopybookOptions options, Files files) {
        Optional<String> named = options.rules();
        if (named.isPresent()) {
            Text text = files.find(named.get()).orElseThrow(() -> missing("rules", named.get()));
            return Rules.read(text.name(), text.content());
        }
        return files.find(beside(options.copybook()))
                .map(text -> Rules.read(text.name(), text.content()))
                .orElse(Rules.NONE);
    }

    /** {@code customer.rules} for {@code customer.cpy}. */
    static String beside(String copybook) {
        int dot = copybook.lastIndexOf('.');
        return (dot > copybook.lastIndexOf('/') ? copybook.substring(0, dot) : copybook) + ".rules";
    }

    private static Copybook chosen(Copybook copybook, CopybookOptions options) {
        if (options.record().isEmpty()) {
            return copybook;
        }
        String name = options.record().get();
        List<Item> found = copybook.records().stream()
                .filter(record -> record.name().equalsIgnoreCase(name))
                .toList();
        if (found.isEmpty()) {
            List<String> known =
                    copybook.records().stream().map(Item::shownName).toList();
            String hint = DidYouMean.hint(name, known);
            throw new CopybookOptionException(
                    "record",
                    "option \"record\" is \"" + name + "\", but "
                            + copybook.source().file() + " has " + String.join(", ", known),
                    hint);
        }
        return new Copybook(copybook.source(), found);
    }

    private static void check(Layout layout, Framing framing, String file) {
        if (framing instanceof Framing.Lines && !layout.binary().isEmpty()) {
            throw new CopybookOptionException(
                    "format",
                    "option \"format\" is \"lines\", but " + layout.binary() + " in " + file
                            + ", and its bytes can look like the end of a line",
                    "set format=fixed or format=rdw");
        }
        if (framing instanceof Framing.Fixed fixed
                && fixed.recordLength() > 0
                && fixed.recordLength() < layout.least()) {
            throw new CopybookOptionException(
                    "recordLength",
                    "option \"recordLength\" is " + fixed.recordLength() + ", but " + file + " describes at least "
                            + layout.least() + " bytes",
                    "correct one of them");
        }
    }

    /** The fewest and the most bytes of a record, as {@code 120} or {@code 40 to 120}. */
    public String size() {
        return layout.isFixed() ? String.valueOf(layout.most()) : layout.least() + " to " + layout.most();
    }

    /** Reads a file, which is closed with the reader. */
    public RecordReader reader(InputStream in, @Nullable Aside aside) {
        return new RecordReader(layout, framing, dialect, in, aside);
    }

    /** Writes a file. */
    public RecordWriter writer(OutputStream out, @Nullable Aside aside) {
        return new RecordWriter(layout, framing, dialect, out, aside);
    }

    /** A text as bytes of the charset. */
    byte[] encode(String text) throws CharacterCodingException {
        return dialect.page().bytes(text);
    }
}
