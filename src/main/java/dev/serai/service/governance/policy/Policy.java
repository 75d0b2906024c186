package dev.serai.service.governance.policy;

import java.util.List;
import java.util.Map;

/**
 * A policy as its file says it.
 *
 * @param name its name
 * @param place its file, relative to the home folder
 * @param reason why it is there, in a sentence
 * @param weight what follows when it is broken
 * @param enabled whether it is asked at all
 * @param gate whether it is asked at the gate
 * @param received whether it is asked of messages that a route receives
 * @param sent whether it is asked of messages that leave
 * @param subject what it is asked of
 * @param when the expression that says whether it applies; empty for always
 * @param rule the expression that is true where all is well
 * @param hint what to do about it
 * @param remedy what becomes of a message that breaks it
 * @param values what the rule can name as {@code values}
 * @param examples what shows that it works
 */
public record Policy(
        String name,
        String place,
        String reason,
        Weight weight,
        boolean enabled,
        boolean gate,
        boolean received,
        boolean sent,
        Subject subject,
        Written when,
        Written rule,
        String hint,
        Remedy remedy,
        Map<String, Object> values,
        List<Example> examples) {

    public Policy {
        values = Map.copyOf(values);
        examples = List.copyOf(examples);
    }

    /** Whether it is asked of messages. */
    public boolean messages() {
        return received || sent;
    }

    /**
     * An expression with its place in the file.
     *
     * @param line the line of its first character
     * @param column the column of its first character; each further line of a block begins in that column too
     */
    public record Written(String text, int line, int column) {

        static final Written NONE = new Written("", 0, 0);

        boolean isEmpty() {
            return text.isBlank();
        }
    }

    /**
     * Something that the policy is shown, and what it is to say of it.
     *
     * @param name what it shows
     * @param holds whether the policy is to let it pass
     * @param files of the integration by path; empty for a message
     * @param connections parameters of the connections that there are, by name; {@code connector} among them
     * @param profile the active profile
     * @param approvals users who approved it
     * @param message the message's fields; empty for an integration
     * @param line where it stands
     */
    public record Example(
            String name,
            boolean holds,
            Map<String, String> files,
            Map<String, Map<String, String>> connections,
            String profile,
            List<String> approvals,
            Map<String, Object> message,
            int line) {

        public Example {
            files = Map.copyOf(files);
            connections = Map.copyOf(connections);
            approvals = List.copyOf(approvals);
        }
    }
}
