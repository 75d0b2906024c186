package dev.serai.adapter.legacy.copybook.record;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one record after the other. */
public final class RecordWriter {

    private static final int WORD = 4;
    private static final int LARGEST_DESCRIBED = 0xFFFF;

    private final Layout layout;
    private final Framing framing;
    private final CodePage page;
    private final OutputStream out;
    private final @Nullable Aside aside;
    private final Cursor cursor;
    private final int recordLength;
    private final Block block;
    private long number;

    /** @param aside takes the records that do not fit; null when one of them ends the writing */
    public RecordWriter(Layout layout, Framing framing, Dialect dialect, OutputStream out, @Nullable Aside aside) {
        this.layout = layout;
        this.framing = framing;
        this.page = dialect.page();
        this.out = out;
        this.aside = aside;
        this.cursor = layout.cursor();
        this.recordLength = framing instanceof Framing.Fixed fixed ? fixed.recordLength() : 0;
        byte[] record = new byte[Math.max(layout.most(), recordLength)];
        cursor.on(record, 0, record.length);
        this.block = new Block(framing instanceof Framing.Described described ? described.blockSize() : 0);
    }

    /**
     * @param values of one record, by key
     * @throws RecordException when a value does not fit
     */
    public void write(Map<?, ?> values) throws IOException {
        number++;
        try {
            cursor.beginWriting();
            layout.root().write(cursor, values);
            cursor.atEnd.forEach(Runnable::run);
        } catch (BadData e) {
            RecordException trouble = RecordException.writing(e, number);
            if (aside == null) {
                throw trouble;
            }
            aside.take(trouble, values);
            return;
        }
        frame(cursor.bytes, cursor.at);
    }

    private void frame(byte[] record, int length) throws IOException {
        if (framing instanceof Framing.Lines lines) {
            line(record, length, lines.carriageReturn());
        } else if (framing instanceof Framing.Described described) {
            described(record, length, described);
        } else {
            page.fill(record, length, Math.max(length, recordLength));
            out.write(record, 0, Math.max(length, recordLength));
        }
    }

    private void line(byte[] record, int length, boolean carriageReturn) throws IOException {
        int end = length;
        while (end > 0 && record[end - 1] == page.space()) {
            end--;
        }
        out.write(record, 0, end);
        if (carriageReturn) {
            out.write(0x0D);
        }
        out.write(LineFrames.newLine(page));
    }

    private void described(byte[] record, int length, Framing.Described described) throws IOException {
        int told = length + (described.total() ? WORD : 0);
        if (told > LARGEST_DESCRIBED) {
            throw RecordException.framing(
                    number,
                    -1,
                    "its " + length + " bytes are more than a descriptor word can say",
                    "set another format");
        }
        if (described.blocked()) {
            block.add(record, length, told);
        } else {
            out.write(word(told));
            out.write(record, 0, length);
        }
    }

    private static byte[] word(int length) {
        return new byte[] {(byte) (length >> 8), (byte) length, 0, 0};
    }

    /** Writes what is held back; the stream stays open. */
    public void finish() throws IOException {
        block.flush();
        out.flush();
    }

    /** The block that is being filled. */
    private final class Block {
        private final byte[] bytes;
        private int length = WORD;

        Block(int size) {
            bytes = new byte[Math.max(WORD, size)];
        }

        void add(byte[] record, int size, int told) throws IOException {
            if (length + WORD + size > bytes.length) {
                flush();
            }
            if (length + WORD + size > bytes.length) {
                throw RecordException.framing(
                        number,
                        -1,
                        "its " + size + " bytes do not fit into a block of " + bytes.length,
                        "set a larger blockSize");
            }
            System.arraycopy(word(told), 0, bytes, length, WORD);
            System.arraycopy(record, 0, bytes, length + WORD, size);
            length += WORD + size;
        }

        void flush() throws IOException {
            if (length > WORD) {
                System.arraycopy(word(length), 0, bytes, 0, WORD);
                out.write(bytes, 0, length);
                length = WORD;
            }
        }
    }
}
