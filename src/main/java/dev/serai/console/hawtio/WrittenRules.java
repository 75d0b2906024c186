package dev.serai.console.hawtio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.serai.management.security.Permission;
import java.util.Arrays;
import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * The rules as they stand in the file.
 *
 * @param hidden patterns of MBeans that nobody sees
 * @param rules from the top
 */
record WrittenRules(
        @JsonProperty("hidden") List<String> hidden,
        @JsonProperty("rules") List<WrittenRule> rules) {

    private static final String NOBODY = "nobody";

    /** One of them, as it stands in the file. */
    record WrittenRule(
            @JsonProperty("mbeans") String mbeans,
            @JsonProperty("operations") @Nullable List<String> operations,
            @JsonProperty("write") @Nullable List<String> write,
            @JsonProperty("needs") String needs,
            @JsonProperty("instead") @Nullable String instead) {

        JolokiaRules.Rule rule() {
            return new JolokiaRules.Rule(pattern(mbeans), globs(operations), globs(write), need());
        }

        private Need need() {
            return needs.equals(NOBODY) ? Need.nobody(instead == null ? "" : instead) : Need.of(permission(needs));
        }
    }

    static ObjectName pattern(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(text + " is no pattern of MBean names", e);
        }
    }

    private static Permission permission(String word) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is no permission"));
    }

    private static List<Glob> globs(@Nullable List<String> names) {
        return names == null ? List.of() : names.stream().map(Glob::new).toList();
    }
}
