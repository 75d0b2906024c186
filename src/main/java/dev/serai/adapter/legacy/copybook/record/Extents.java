package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Picture;
import dev.serai.adapter.legacy.copybook.language.Usage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where each item stands and how large it is when every table has its most elements; the slack bytes of SYNC are found here. */
final class Extents {

    private static final long LARGEST = 1 << 28;

    private final Copybook copybook;
    private final boolean natural;
    private final Map<Item, Extent> extents = new IdentityHashMap<>();

    /**
     * One item's place.
     *
     * @param offset from the beginning of the record
     * @param size of one element
     * @param slackBefore bytes that are left free in front of it
     * @param slackAfter of them at the end of each element, so that the next is aligned as the first
     * @param alignment the largest that anything in it asks for
     */
    record Extent(int offset, int size, int slackBefore, int slackAfter, int alignment) {}

    Extents(Copybook copybook, Dialect dialect) {
        this.copybook = copybook;
        this.natural = dialect.naturalAlignment();
        copybook.records().forEach(record -> place(record, 0));
    }

    Extent of(Item item) {
        Extent extent = extents.get(item);
        if (extent == null) {
            throw new IllegalStateException(item.shownName() + " has no place");
        }
        return extent;
    }

    /** The bytes of all elements. */
    int total(Item item) {
        return of(item).size() * item.occurs().most();
    }

    /** Returns the offset behind it. */
    private long place(Item item, long offset) {
        int need = natural || item.isGroup() && item.redefines().isPresent() ? alignment(item) : firstAlignment(item);
        int slack = need <= 1 ? 0 : (int) ((need - offset % need) % need);
        long begin = offset + slack;
        long size = item.isGroup() ? children(item, begin) : bytes(item);
        int widest = item.isGroup() ? widest(item) : alignment(item);
        int after = item.isTable() && widest > 1 ? (int) ((widest - size % widest) % widest) : 0;
        long end = begin + (size + after) * item.occurs().most();
        if (end > LARGEST) {
            throw copybook.problem(item, "makes the record larger than 256 MB", "correct OCCURS or the picture");
        }
        extents.put(item, new Extent((int) begin, (int) (size + after), slack, after, widest));
        return end;
    }

    private long children(Item group, long begin) {
        long at = begin;
        long end = begin;
        for (Item child : group.children()) {
            long from = child.redefines().isPresent() ? redefined(group, child) : at;
            long behind = place(child, from);
            if (child.redefines().isPresent() && of(child).slackBefore() > 0) {
                throw copybook.problem(
                        child, "redefines an item that does not stand on the boundary that SYNC asks for", "drop SYNC");
            }
            end = Math.max(end, behind);
            at = end;
        }
        return end - begin;
    }

    private long redefined(Item group, Item item) {
        return of(RedefinedItems.base(copybook, group.children(), item)).offset();
    }

    private int widest(Item group) {
        return group.children().stream()
                .mapToInt(child -> of(child).alignment())
                .max()
                .orElse(1);
    }

    /** IBM puts slack bytes in front of the groups that an aligned item opens. */
    private int firstAlignment(Item item) {
        if (!item.isGroup()) {
            return alignment(item);
        }
        List<Item> children = item.children();
        return firstAlignment(children.get(0));
    }

    private int alignment(Item item) {
        if (item.isGroup() || !item.isSynchronized()) {
            return 1;
        }
        Usage usage = item.usage();
        if (usage.isBinary()) {
            int size = bytes(item);
            return natural ? size : Math.min(size, 4);
        }
        return usage == Usage.FLOAT ? 4 : usage == Usage.DOUBLE ? 8 : 1;
    }

    /** The bytes of one element of an item that is no group. */
    static int bytes(Item item) {
        return item.picture().map(picture -> bytes(item, picture)).orElse(item.usage() == Usage.FLOAT ? 4 : 8);
    }

    private static int bytes(Item item, Picture picture) {
        if (picture.kind() != Picture.Kind.NUMBER) {
            return picture.kind() == Picture.Kind.NATIONAL ? picture.size() * 2 : picture.size();
        }
        return switch (item.usage()) {
            case BINARY, NATIVE -> BinaryField.sizeOf(picture.digits());
            case PACKED -> picture.digits() / 2 + 1;
            default -> picture.digits() + (picture.signed() && item.sign().separate() ? 1 : 0);
        };
    }
}
