package dev.serai.adapter.legacy.copybook.record;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** A condition of a rule, held against the bytes of a record. */
interface Test {

    /** @param area where the bytes begin that the rule is about */
    boolean holds(Cursor cursor, int area);

    /** Whether all it asks for stands before these bytes. */
    boolean isKnownBefore();

    /** Adds what it saw, in words. */
    void tell(Cursor cursor, int area, List<String> seen);

    /** Holds when no other does. */
    Test ALWAYS = new Test() {
        @Override
        public boolean holds(Cursor cursor, int area) {
            return true;
        }

        @Override
        public boolean isKnownBefore() {
            return true;
        }

        @Override
        public void tell(Cursor cursor, int area, List<String> seen) {
            // It saw nothing.
        }
    };

    /** All of several, or any of them. */
    record Several(List<Test> parts, boolean all) implements Test {
        @Override
        public boolean holds(Cursor cursor, int area) {
            for (Test part : parts) {
                if (part.holds(cursor, area) != all) {
                    return !all;
                }
            }
            return all;
        }

        @Override
        public boolean isKnownBefore() {
            return parts.stream().allMatch(Test::isKnownBefore);
        }

        @Override
        public void tell(Cursor cursor, int area, List<String> seen) {
            parts.forEach(part -> part.tell(cursor, area, seen));
        }
    }

    /** The contrary. */
    record Not(Test part) implements Test {
        @Override
        public boolean holds(Cursor cursor, int area) {
            return !part.holds(cursor, area);
        }

        @Override
        public boolean isKnownBefore() {
            return part.isKnownBefore();
        }

        @Override
        public void tell(Cursor cursor, int area, List<String> seen) {
            part.tell(cursor, area, seen);
        }
    }

    /** The characters of an item between two others, as the machine orders them. */
    record Characters(Reference item, int size, byte[] from, byte[] to) implements Test {
        @Override
        public boolean holds(Cursor cursor, int area) {
            int at = item.position(cursor, area);
            return item.isInside(cursor, at, size)
                    && Arrays.compareUnsigned(cursor.bytes, at, at + size, from, 0, size) >= 0
                    && Arrays.compareUnsigned(cursor.bytes, at, at + size, to, 0, size) <= 0;
        }

        @Override
        public boolean isKnownBefore() {
            return item.isKnownBefore();
        }

        @Override
        public void tell(Cursor cursor, int area, List<String> seen) {
            seen.add(item.tell(cursor, area, size));
        }
    }

    /** A number between two others. */
    record Numbers(Reference item, NumberField field, BigDecimal from, BigDecimal to) implements Test {
        @Override
        public boolean holds(Cursor cursor, int area) {
            try {
                int at = item.position(cursor, area);
                if (!item.isInside(cursor, at, field.size())) {
                    return false;
                }
                BigDecimal number = field.at(cursor, at);
                return number.compareTo(from) >= 0 && number.compareTo(to) <= 0;
            } catch (BadData e) {
                return false;
            }
        }

        @Override
        public boolean isKnownBefore() {
            return item.isKnownBefore();
        }

        @Override
        public void tell(Cursor cursor, int area, List<String> seen) {
            seen.add(item.tell(cursor, area, field.size()));
        }
    }

    /**
     * Where an item stands that a rule asks for.
     *
     * @param name for messages
     * @param slot where its place is noted; -1 when it stands in a fixed distance
     * @param distance from the beginning of the bytes that the rule is about
     * @param isKnownBefore whether it stands before them
     */
    record Reference(String name, int slot, int distance, boolean isKnownBefore) {
        private static final int SHOWN = 4;

        int position(Cursor cursor, int area) {
            return slot >= 0 ? cursor.slots[slot] : area + distance;
        }

        boolean isInside(Cursor cursor, int at, int size) {
            return at >= cursor.start && size <= cursor.limit - at;
        }

        /** The first bytes: enough to know a code by. */
        String tell(Cursor cursor, int area, int size) {
            int at = position(cursor, area);
            if (!isInside(cursor, at, size)) {
                return name + " is behind the end of the record";
            }
            StringBuilder hex = new StringBuilder();
            for (int i = 0; i < Math.min(size, SHOWN); i++) {
                hex.append("%02X".formatted(cursor.bytes[at + i] & 0xFF));
            }
            return name + " is X'" + hex + (size > SHOWN ? "…" : "") + "'";
        }
    }
}
