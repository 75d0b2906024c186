package dev.serai.console.hawtio;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.serai.management.security.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.management.ObjectName;

/** What looking at an MBean and acting on it needs, as {@code jolokia-rules.yaml} says it. */
final class JolokiaRules {

    private static final String FILE = "jolokia-rules.yaml";
    private static final Need LOOK = Need.of(Permission.VIEW);
    private static final Need REST = Need.of(Permission.ADMINISTER);

    private final List<ObjectName> hidden;
    private final List<Rule> rules;

    private JolokiaRules(List<ObjectName> hidden, List<Rule> rules) {
        this.hidden = hidden;
        this.rules = rules;
    }

    /** The rules that are shipped. */
    static JolokiaRules shipped() {
        ObjectMapper yaml =
                new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        try (InputStream text = Objects.requireNonNull(JolokiaRules.class.getResourceAsStream(FILE), FILE)) {
            WrittenRules written = yaml.readValue(text, WrittenRules.class);
            return new JolokiaRules(
                    written.hidden().stream().map(WrittenRules::pattern).toList(),
                    written.rules().stream().map(WrittenRules.WrittenRule::rule).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an MBean does not exist for anybody. */
    boolean isHidden(ObjectName mbean) {
        return hidden.stream().anyMatch(pattern -> pattern.apply(mbean));
    }

    /** What reading an attribute needs. */
    Need toRead(ObjectName mbean) {
        return isHidden(mbean) ? Need.HIDDEN : LOOK;
    }

    /** @param operation its name, with or without its signature */
    Need toExecute(ObjectName mbean, String operation) {
        return isHidden(mbean)
                ? Need.HIDDEN
                : rules.stream()
                        .filter(rule -> rule.governs(mbean, operation))
                        .findFirst()
                        .map(Rule::need)
                        .orElse(REST);
    }

    Need toWrite(ObjectName mbean, String attribute) {
        return isHidden(mbean)
                ? Need.HIDDEN
                : rules.stream()
                        .filter(rule -> rule.governsWriting(mbean, attribute))
                        .findFirst()
                        .map(Rule::need)
                        .orElse(REST);
    }

    /** One line of the rules. */
    record Rule(ObjectName mbeans, List<Glob> operations, List<Glob> write, Need need) {

        boolean governs(ObjectName mbean, String operation) {
            return mbeans.apply(mbean) && operations.stream().anyMatch(glob -> glob.fitsOperation(operation));
        }

        boolean governsWriting(ObjectName mbean, String attribute) {
            return mbeans.apply(mbean) && write.stream().anyMatch(glob -> glob.fits(attribute));
        }
    }
}
