package dev.serai.adapter.legacy.copybook.language;

import java.util.List;

/**
 * A copybook that was read.
 *
 * @param source its text, which tells the place of an item
 * @param records the items of level 01, or else the topmost ones
 */
public record Copybook(SourceText source, List<Item> records) {

    /**
     * @param file as messages name it
     * @param content of the file
     * @param form of its lines
     * @throws CopybookException when it cannot be understood, with the line
     */
    public static Copybook read(String file, String content, SourceForm form) {
        SourceText source = SourceText.read(file, content, form);
        return new Copybook(source, List.copyOf(new CopybookParser(new Words(source)).read()));
    }

    /** The trouble with an item. */
    public CopybookException problem(Item item, String problem, String hint) {
        return source.problem(item.at(), item.shownName() + " " + problem, hint);
    }
}
