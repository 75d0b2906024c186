package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.CopybookException;
import dev.serai.adapter.legacy.copybook.language.Rules;

/** How the records of a copybook are read and written. Any number of threads may use it. */
public final class Layout {

    private final Group root;
    private final int least;
    private final int most;
    private final boolean fixed;
    private final int slots;
    private final String binary;

    Layout(Group root, int least, int most, boolean fixed, int slots, String binary) {
        this.root = root;
        this.least = least;
        this.most = most;
        this.fixed = fixed;
        this.slots = slots;
        this.binary = binary;
    }

    /**
     * @param copybook what describes the records
     * @param rules which description holds where there are several
     * @param dialect what the copybook leaves open
     * @throws CopybookException for what cannot be laid out, with the line
     */
    public static Layout of(Copybook copybook, Rules rules, Dialect dialect) {
        return new LayoutBuilder(copybook, rules, dialect).build();
    }

    /** The fewest bytes of a record. */
    public int least() {
        return least;
    }

    /** The most bytes of a record. */
    public int most() {
        return most;
    }

    /** Whether all records have the same number of bytes. */
    public boolean isFixed() {
        return fixed;
    }

    /** A field whose bytes are no characters, in words; empty when there is none. */
    public String binary() {
        return binary;
    }

    Group root() {
        return root;
    }

    Cursor cursor() {
        return new Cursor(slots);
    }
}
