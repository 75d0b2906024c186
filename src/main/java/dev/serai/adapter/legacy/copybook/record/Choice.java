package dev.serai.adapter.legacy.copybook.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several descriptions of the same bytes, of which a rule chooses one. */
final class Choice implements Member {

    private final List<Alternative> alternatives;
    private final List<Branch> branches;
    private final int size;
    private final boolean fixed;
    private final byte space;

    /**
     * One description.
     *
     * @param name for messages
     * @param member it
     */
    record Alternative(String name, Member member) {}

    /**
     * One rule.
     *
     * @param test when it holds
     * @param alternative index of what is chosen then
     */
    record Branch(Test test, int alternative) {}

    /** @param fixed whether the bytes are always as many, however many the alternative uses */
    Choice(List<Alternative> alternatives, List<Branch> branches, boolean fixed, byte space) {
        this.alternatives = List.copyOf(alternatives);
        this.branches = List.copyOf(branches);
        this.size =
                alternatives.stream().mapToInt(one -> one.member().size()).max().orElse(0);
        this.fixed = fixed;
        this.space = space;
    }

    @Override
    public int size() {
        return size;
    }

    private Member chosen(Cursor cursor) {
        int index = choose(cursor, cursor.at);
        if (index < 0) {
            throw noneFits(cursor, cursor.at);
        }
        return alternatives.get(index).member();
    }

    private int choose(Cursor cursor, int area) {
        for (Branch branch : branches) {
            if (branch.test().holds(cursor, area)) {
                return branch.alternative();
            }
        }
        return -1;
    }

    private BadData noneFits(Cursor cursor, int area) {
        List<String> seen = new ArrayList<>();
        branches.forEach(branch -> branch.test().tell(cursor, area, seen));
        return new BadData(
                area,
                "no rule fits for " + names() + ": "
                        + String.join(", ", seen.stream().distinct().toList()),
                "add a rule for it, or one with otherwise");
    }

    private String names() {
        return String.join(", ", alternatives.stream().map(Alternative::name).toList());
    }

    @Override
    public void json(Cursor cursor, JsonBuffer out) {
        Member chosen = chosen(cursor);
        int begin = cursor.at;
        chosen.json(cursor, out);
        end(cursor, begin);
    }

    @Override
    public void read(Cursor cursor, Map<String, @Nullable Object> into) {
        Member chosen = chosen(cursor);
        int begin = cursor.at;
        chosen.read(cursor, into);
        end(cursor, begin);
    }

    private void end(Cursor cursor, int begin) {
        if (fixed) {
            cursor.at = begin;
            cursor.skip(size);
        }
    }

    @Override
    public void write(Cursor cursor, Map<?, ?> from) {
        int index = given(cursor, from);
        int begin = cursor.at;
        alternatives.get(index).member().write(cursor, from);
        pad(cursor, begin);
        Runnable check = () -> verify(cursor, begin, index);
        if (branches.stream().allMatch(branch -> branch.test().isKnownBefore())) {
            check.run();
        } else {
            cursor.atEnd.add(check);
        }
    }

    /** The one that has values; when that is none or several, the one that the rule chooses if it can tell already. */
    private int given(Cursor cursor, Map<?, ?> from) {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.get(i).member().isGiven(from)) {
                given.add(i);
            }
        }
        if (given.size() == 1) {
            return given.get(0);
        }
        boolean known = branches.stream().allMatch(branch -> branch.test().isKnownBefore());
        int chosen = known ? choose(cursor, cursor.at) : -1;
        if (chosen >= 0 && (given.isEmpty() || given.contains(chosen))) {
            return chosen;
        }
        throw new BadData(
                cursor.at,
                (given.isEmpty() ? "none" : "more than one") + " of " + names() + " has values, expected one",
                "give the one that the rule chooses");
    }

    /** What is read back must be what was written. */
    private void verify(Cursor cursor, int area, int written) {
        int chosen = choose(cursor, area);
        if (chosen != written) {
            String rule = chosen < 0
                    ? "no rule fits"
                    : "the rule chooses " + alternatives.get(chosen).name();
            throw new BadData(
                    area,
                    alternatives.get(written).name() + " has values, but " + rule,
                    "correct the field that the rule asks for, or give the other values");
        }
    }

    private void pad(Cursor cursor, int begin) {
        if (fixed) {
            cursor.need(begin + size - cursor.at);
            java.util.Arrays.fill(cursor.bytes, cursor.at, begin + size, space);
            cursor.at = begin + size;
        }
    }

    @Override
    public void blank(Cursor cursor) {
        int begin = cursor.at;
        alternatives.get(0).member().blank(cursor);
        pad(cursor, begin);
    }

    @Override
    public boolean isGiven(Map<?, ?> from) {
        return alternatives.stream().anyMatch(one -> one.member().isGiven(from));
    }

    @Override
    public void keys(Set<String> into) {
        alternatives.forEach(one -> one.member().keys(into));
    }
}
