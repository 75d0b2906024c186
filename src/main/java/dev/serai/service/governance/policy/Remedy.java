package dev.serai.service.governance.policy;

import java.util.List;
import java.util.Map;

/**
 * What becomes of a message that breaks a policy of weight {@code deny}.
 *
 * @param kind what is done
 * @param fields paths of the fields to mask, such as {@code customer.email} or {@code *.iban}
 * @param headers what to tag the message with, by the header's name
 * @param to the endpoint that it is sent to instead
 */
public record Remedy(Kind kind, List<String> fields, Map<String, String> headers, String to) {

    /** It is refused. */
    public static final Remedy DENY = new Remedy(Kind.DENY, List.of(), Map.of(), "");

    public Remedy {
        fields = List.copyOf(fields);
        headers = Map.copyOf(headers);
    }

    /** What can be done. */
    public enum Kind {
        /** The exchange fails: it is kept as a dead letter, a waiting caller is told. */
        DENY("it was refused"),
        /** The fields are masked, and it goes on. */
        MASK("fields were masked"),
        /** It ends here, as if it were done. */
        DROP("it was dropped"),
        /** Headers are set, and it goes on. */
        TAG("it was tagged"),
        /** It is sent elsewhere, and ends here. */
        ROUTE("it was sent aside");

        private final String done;

        Kind(String done) {
            this.done = done;
        }

        /** What was done, in words. */
        public String done() {
            return done;
        }
    }
}
