package dev.serai.adapter.legacy.copybook.record;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group without a name: what is in it stands in the object around it. */
final class Inline implements Member {

    private final Group group;

    Inline(Group group) {
        this.group = group;
    }

    @Override
    public int size() {
        return group.size();
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        group.members(cursor, out);
    }

    @Override
    public void read(Cursor cursor, Map<String, @Nullable Object> into) {
        group.members(cursor, into);
    }

    @Override
    public void write(Cursor cursor, Map<?, ?> from) {
        group.writeMembers(cursor, from);
    }

    @Override
    public void blank(Cursor cursor) {
        group.blank(cursor);
    }

    @Override
    public boolean isGiven(Map<?, ?> from) {
        return group.isAnyGiven(from);
    }

    @Override
    public void keys(Set<String> into) {
        group.keys(into);
    }
}
