package dev.serai.service.governance.classification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A class of data, and how its fields are known. */
public final class DataClass {

    private final String name;
    private final List<Detector> detectors;
    private final Set<String> names;
    private final List<Pattern> paths;

    /**
     * @param name its name, such as {@code payment}
     * @param detectors of which a value tells
     * @param names of fields, compared without regard to case, {@code -} and {@code _}
     * @param paths of fields, such as {@code customer.address.*}; {@code **} is any depth
     */
    public DataClass(String name, List<Detector> detectors, List<String> names, List<String> paths) {
        this.name = name;
        this.detectors = List.copyOf(detectors);
        this.names = names.stream().map(DataClass::plain).collect(Collectors.toUnmodifiableSet());
        this.paths = paths.stream().map(DataClass::pattern).toList();
    }

    public String name() {
        return name;
    }

    /** Whether a field is of this class. */
    boolean holds(String path, String field, String value) {
        return names.contains(plain(field))
                || paths.stream().anyMatch(pattern -> pattern.matcher(path).matches())
                || detects(value);
    }

    /** Whether a text holds a value of this class. */
    boolean detects(String text) {
        return detectors.stream().anyMatch(detector -> detector.finds(text));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(String path) {
        String regex = Pattern.quote(path).replace("**", "\\E.*\\Q").replace("*", "\\E[^.]*\\Q");
        return Pattern.compile(regex);
    }
}
