package dev.serai.adapter.legacy.copybook.record;

import dev.serai.adapter.legacy.copybook.language.Copybook;
import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Rules;
import dev.serai.adapter.legacy.copybook.record.Choice.Alternative;
import dev.serai.adapter.legacy.copybook.record.Choice.Branch;
import dev.serai.foundation.DidYouMean;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds what reads and writes the records of a copybook. */
final class LayoutBuilder {

    private final Copybook copybook;
    private final Rules rules;
    private final Dialect dialect;
    private final Extents extents;
    private final Landmarks landmarks;
    private final Fields fields;
    private final Map<Item, List<Branch>> branches = new IdentityHashMap<>();
    private int fillers;

    LayoutBuilder(Copybook copybook, Rules rules, Dialect dialect) {
        this.copybook = copybook;
        this.rules = rules;
        this.dialect = dialect;
        this.extents = new Extents(copybook, dialect);
        this.landmarks = new Landmarks(copybook, dialect.slide());
        this.fields = new Fields(copybook, dialect);
    }

    Layout build() {
        List<Item> records = copybook.records();
        findCounters();
        List<List<Item>> areas = areas(records);
        everyRuleIsAbout(areas);
        areas.forEach(area -> branches.put(area.get(0), branches(area)));
        Group root = root(records);
        KeyCheck.check(copybook, records, dialect);
        boolean variable = records.stream().flatMap(Item::all).anyMatch(landmarks::isVariable);
        int most = records.stream().mapToInt(extents::total).max().orElse(0);
        int least = records.stream().mapToInt(this::least).min().orElse(0);
        boolean several = records.stream().mapToInt(extents::total).distinct().count() > 1;
        return new Layout(
                root,
                least,
                most,
                !variable && !several,
                landmarks.slots(),
                records.stream()
                        .flatMap(Item::all)
                        .filter(item -> !item.isGroup() && !item.usage().isText())
                        .findFirst()
                        .map(item -> item.shownName() + " is " + item.usage().word())
                        .orElse(""));
    }

    private int least(Item item) {
        int missing = item.all()
                .filter(landmarks::isVariable)
                .mapToInt(table -> (table.occurs().most() - table.occurs().least())
                        * extents.of(table).size())
                .sum();
        return Math.max(0, extents.total(item) - missing);
    }

    private Group root(List<Item> records) {
        if (records.size() > 1) {
            return new Group(List.of(choice(records, false)), dialect.ignoreUnknown());
        }
        Item record = records.get(0);
        return record.isGroup() && !record.isTable()
                ? group(record)
                : new Group(List.of(member(record)), dialect.ignoreUnknown());
    }

    /** Numbers of elements get their slots before anything is built. */
    private void findCounters() {
        copybook.records().stream()
                .flatMap(Item::all)
                .filter(item -> item.occurs().isVariable())
                .forEach(table -> {
                    Item counter = counter(table);
                    if (!(fields.field(counter) instanceof NumberField field) || field.scale > 0) {
                        throw copybook.problem(
                                table, "depends on " + counter.name() + ", which is no whole number", "");
                    }
                    landmarks.counterSlot(counter);
                });
    }

    private Item counter(Item table) {
        List<String> name = table.occurs().dependingOn();
        List<Item> found = landmarks.named(name).stream()
                .filter(item ->
                        !item.isGroup() && landmarks.isBefore(item, table) && Landmarks.isInSameElement(table, item))
                .toList();
        if (found.isEmpty()) {
            throw copybook.problem(
                    table,
                    "depends on " + String.join(" of ", name) + ", which does not stand before it in the record",
                    "correct the name, or let the copybook describe the item");
        }
        return found.get(found.size() - 1);
    }

    /** The bytes that have several descriptions. */
    private static List<List<Item>> areas(List<Item> records) {
        List<List<Item>> areas = new ArrayList<>();
        records.stream()
                .flatMap(Item::all)
                .flatMap(item -> RedefinedItems.areas(item.children()).stream())
                .filter(area -> area.size() > 1)
                .forEach(areas::add);
        if (records.size() > 1) {
            areas.add(records);
        }
        return areas;
    }

    private void everyRuleIsAbout(List<List<Item>> areas) {
        List<String> names = areas.stream()
                .flatMap(List::stream)
                .map(item -> nameInRules(item).toUpperCase(Locale.ROOT))
                .toList();
        for (Rules.Rule rule : rules.rules()) {
            String name = rule.alternative().toUpperCase(Locale.ROOT);
            if (!names.contains(name)) {
                throw rules.problem(
                        rule,
                        rule.alternative() + " is none of several descriptions of the same bytes",
                        DidYouMean.hint(name, names));
            }
        }
    }

    private List<Branch> branches(List<Item> area) {
        List<Branch> found = new ArrayList<>();
        for (Rules.Rule rule : rules.rules()) {
            for (int i = 0; i < area.size(); i++) {
                if (nameInRules(area.get(i)).equalsIgnoreCase(rule.alternative())) {
                    found.add(
                            new Branch(new Conditions(landmarks, extents, fields, rules, rule, area.get(0)).test(), i));
                }
            }
        }
        if (found.isEmpty()) {
            throw noRule(area);
        }
        return found;
    }

    /** A nameless description is called by its first named item. */
    private static String nameInRules(Item item) {
        return item.all()
                .map(Item::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("FILLER");
    }

    private RuntimeException noRule(List<Item> area) {
        String names =
                String.join(", ", area.stream().map(LayoutBuilder::nameInRules).toList());
        boolean records = area.get(0).parent().isEmpty();
        return copybook.problem(
                area.get(0),
                (records ? "is one of several records" : "has several descriptions") + " (" + names
                        + "), and no rule says which one holds",
                "write rules such as \"" + nameInRules(area.get(area.size() - 1)) + " when ITEM = 'A'\" and \""
                        + nameInRules(area.get(0)) + " otherwise\" into the file of the option rules"
                        + (records ? ", or choose one record with the option record" : ""));
    }

    private Group group(Item item) {
        List<Member> members = new ArrayList<>();
        for (List<Item> area : RedefinedItems.areas(item.children())) {
            gap(members, extents.of(area.get(0)).slackBefore());
            members.add(area.size() > 1 ? choice(area, true) : member(area.get(0)));
        }
        gap(members, item.isTable() ? extents.of(item).slackAfter() : 0);
        return new Group(members, dialect.ignoreUnknown());
    }

    private void gap(List<Member> members, int bytes) {
        if (bytes > 0) {
            members.add(new Hidden(new Slack(bytes)));
        }
    }

    private Choice choice(List<Item> area, boolean fixed) {
        List<Alternative> alternatives = new ArrayList<>();
        for (Item item : area) {
            if (fixed && item.all().anyMatch(landmarks::isVariable)) {
                throw copybook.problem(
                        item,
                        "is one of several descriptions and has a variable length",
                        "describe it with its largest OCCURS");
            }
            alternatives.add(new Alternative(nameInRules(item), member(item)));
        }
        List<Branch> known = branches.getOrDefault(area.get(0), List.of());
        return new Choice(alternatives, known, fixed, dialect.page().space());
    }

    private Member member(Item item) {
        Content content = content(item);
        if (!item.name().isEmpty()) {
            return named(item.name(), content);
        }
        boolean names = item.all().anyMatch(below -> !below.name().isEmpty());
        if (!names && item.all().noneMatch(landmarks::isVariable)) {
            return new Hidden(content);
        }
        return content instanceof Group group ? new Inline(group) : named("FILLER-" + ++fillers, content);
    }

    private Named named(String name, Content content) {
        return new Named(name, dialect.names().of(name), content, dialect.initialWhenMissing());
    }

    private Content content(Item item) {
        Content element = item.isGroup() ? withValue(item, group(item)) : remembered(item, fields.field(item));
        if (!item.isTable()) {
            return element;
        }
        if (!item.isGroup() && extents.of(item).slackAfter() > 0) {
            throw copybook.problem(
                    item, "needs slack bytes between its elements, which no compiler adds here", "drop SYNC");
        }
        return new Table(element, item.occurs().least(), item.occurs().most(), counterOf(item), dialect);
    }

    private Content withValue(Item item, Group group) {
        return item.value().isEmpty()
                ? group
                : new GroupWithValue(
                        group,
                        fields.characters(item.value().get(), extents.of(item).size()));
    }

    private Content remembered(Item item, Scalar field) {
        return landmarks
                .slotOf(item)
                .<Content>map(slot -> new Remembered(field, slot, landmarks.isCounter(item)))
                .orElse(field);
    }

    private Table.@org.jspecify.annotations.Nullable Counter counterOf(Item table) {
        if (!table.occurs().isVariable()) {
            return null;
        }
        Item item = counter(table);
        return new Table.Counter((NumberField) fields.field(item), landmarks.slot(item), item.name());
    }
}
