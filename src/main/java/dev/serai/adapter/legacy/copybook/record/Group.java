package dev.serai.adapter.legacy.copybook.record;

import dev.serai.foundation.DidYouMean;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A group item: an object in JSON, a map in Java. */
final class Group implements Content {

    private final Member[] members;
    private final int size;
    private final boolean ignoreUnknown;

    Group(List<Member> members, boolean ignoreUnknown) {
        this.members = members.toArray(Member[]::new);
        this.size = members.stream().mapToInt(Member::size).sum();
        this.ignoreUnknown = ignoreUnknown;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        out.put('{');
        members(cursor, out);
        out.endObject();
    }

    void members(Cursor cursor, JsonBuffer out) {
        for (Member member : members) {
            member.json(cursor, out);
        }
    }

    @Override
    public Map<String, @Nullable Object> read(Cursor cursor) {
        Map<String, @Nullable Object> values = new java.util.LinkedHashMap<>(members.length * 2);
        members(cursor, values);
        return values;
    }

    void members(Cursor cursor, Map<String, @Nullable Object> into) {
        for (Member member : members) {
            member.read(cursor, into);
        }
    }

    @Override
    public void write(Cursor cursor, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            String seen = value instanceof Iterable
                    ? "a list"
                    : "a " + value.getClass().getSimpleName();
            throw new BadData(cursor.at, "the value is " + seen + ", expected an object with the group's fields", "");
        }
        int outer = cursor.taken;
        cursor.taken = 0;
        writeMembers(cursor, map);
        if (cursor.taken < map.size() && !ignoreUnknown) {
            throw unknown(cursor, map);
        }
        cursor.taken = outer;
    }

    void writeMembers(Cursor cursor, Map<?, ?> from) {
        for (Member member : members) {
            member.write(cursor, from);
        }
    }

    private BadData unknown(Cursor cursor, Map<?, ?> map) {
        Set<String> known = new TreeSet<>();
        keys(known);
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                String hint = DidYouMean.hint(String.valueOf(key), known);
                return new BadData(
                        cursor.at,
                        "the key \"" + key + "\" is no field of the group",
                        hint.isEmpty() ? "leave it out, or set unknown=ignore" : hint);
            }
        }
        return new BadData(
                cursor.at,
                "more than one description of the same bytes has values",
                "give only that which the rule chooses, or set unknown=ignore");
    }

    @Override
    public void blank(Cursor cursor) {
        for (Member member : members) {
            member.blank(cursor);
        }
    }

    @Override
    public boolean mayBeMissing() {
        return false;
    }

    boolean isAnyGiven(Map<?, ?> from) {
        for (Member member : members) {
            if (member.isGiven(from)) {
                return true;
            }
        }
        return false;
    }

    void keys(Set<String> into) {
        for (Member member : members) {
            member.keys(into);
        }
    }
}
