package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.Item;
import dev.serai.adapter.legacy.copybook.language.Occurs;
import dev.serai.adapter.legacy.copybook.language.Picture;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes values for the fields of a copybook, the same with every run: as maps, and as the lines that a COBOL program reads. */
final class SampleValues {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.-/&'\"\\";

    private final Item record;
    private final List<Alternative> alternatives;
    private final Random random;
    private final Map<String, Object> flat = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * One description of some bytes.
     *
     * @param name of the item
     * @param condition when it holds, in COBOL and in rules
     * @param field that decides
     * @param values with which it holds
     */
    record Alternative(String name, String condition, String field, List<String> values) {}

    SampleValues(Item record, List<Alternative> alternatives, long seed) {
        this.record = record;
        this.alternatives = alternatives;
        this.random = new Random(seed);
    }

    /** What has been made so far, as lines. */
    List<String> lines() {
        return lines;
    }

    List<Map<String, Object>> records(int count) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(group(record));
        }
        return records;
    }

    private Map<String, Object> group(Item group) {
        Map<String, Object> values = new LinkedHashMap<>();
        children(group, values);
        return values;
    }

    private void children(Item group, Map<String, Object> into) {
        for (Item child : group.children()) {
            if (child.redefines().isEmpty()) {
                item(chosen(child), into);
            }
        }
    }

    private Item chosen(Item base) {
        List<Item> area = Areas.of(base);
        if (area.size() == 1) {
            return base;
        }
        return area.stream().filter(this::holds).findFirst().orElseThrow();
    }

    private boolean holds(Item alternative) {
        return alternatives.stream()
                .filter(one -> one.name().equals(Areas.name(alternative)))
                .anyMatch(one -> one.values().contains(String.valueOf(flat.get(one.field()))));
    }

    private void item(Item item, Map<String, Object> into) {
        if (item.isTable()) {
            into.put(item.name(), table(item));
        } else if (item.isGroup() && item.name().isEmpty()) {
            children(item, into);
        } else if (item.isGroup()) {
            into.put(item.name(), group(item));
        } else if (!item.name().isEmpty()) {
            into.put(item.name(), field(item));
        }
    }

    private List<Object> table(Item item) {
        Occurs occurs = item.occurs();
        int count = occurs.isVariable()
                ? ((Number) flat.getOrDefault(occurs.dependingOn().get(0), 0)).intValue()
                : occurs.most();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(item.isGroup() ? group(item) : field(item));
        }
        return elements;
    }

    private Object field(Item item) {
        Object value = value(item);
        flat.put(item.name(), value);
        return value;
    }

    private Object value(Item item) {
        if (CobolProgram.isText(item)) {
            String text = text(item);
            lines.add(text);
            return text;
        }
        BigDecimal number = item.picture().isEmpty()
                ? floating()
                : number(item, item.picture().get());
        lines.add(line(number, CobolProgram.isBig(item)));
        return number;
    }

    private String text(Item item) {
        List<String> selectors = alternatives.stream()
                .filter(one -> one.field().equals(item.name()))
                .flatMap(one -> one.values().stream())
                .toList();
        if (!selectors.isEmpty()) {
            return selectors.get(random.nextInt(selectors.size()));
        }
        int length = random.nextInt(item.picture().orElseThrow().size() + 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString().strip();
    }

    private BigDecimal floating() {
        return BigDecimal.valueOf(random.nextInt(1_600_001) - 800_000).divide(BigDecimal.valueOf(8));
    }

    private BigDecimal number(Item item, Picture picture) {
        List<Occurs> counted = record.all()
                .map(Item::occurs)
                .filter(occurs ->
                        occurs.isVariable() && occurs.dependingOn().get(0).equals(item.name()))
                .toList();
        if (!counted.isEmpty()) {
            int least = counted.stream().mapToInt(Occurs::least).max().orElseThrow();
            int most = counted.stream().mapToInt(Occurs::most).min().orElseThrow();
            return BigDecimal.valueOf(least + random.nextInt(most - least + 1));
        }
        StringBuilder digits = new StringBuilder("0");
        int length = random.nextInt(picture.digits() + 1);
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(8) == 0 ? 9 : random.nextInt(10));
        }
        BigDecimal number = new BigDecimal(new BigInteger(digits.toString()), picture.scale());
        return picture.signed() && random.nextBoolean() ? number.negate() : number;
    }

    private static String line(BigDecimal number, boolean big) {
        String digits = number.abs().setScale(big ? 0 : 18).unscaledValue().toString();
        return (number.signum() < 0 ? "-" : "+") + "0".repeat(36 - digits.length()) + digits;
    }
}
