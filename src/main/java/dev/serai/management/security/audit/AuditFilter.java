package dev.serai.management.security.audit;

import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which records are meant; null leaves a side open.
 *
 * @param actor who, exactly
 * @param action what: a word, or the beginning of one before a {@code *}, such as {@code integration.*}
 * @param subject on what: a name, or a name with a version; {@code orders} means {@code orders@7} too
 * @param outcome what came of it
 * @param from not before this instant
 * @param to not after it
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);

    boolean accepts(AuditRecord record) {
        return (actor == null || actor.equals(record.actor()))
                && (action == null || accepts(action, record.action()))
                && (subject == null
                        || subject.equals(record.subject())
                        || record.subject().startsWith(subject + "@"))
                && (outcome == null || outcome == record.outcome())
                && (from == null || !record.at().isBefore(from))
                && (to == null || !record.at().isAfter(to));
    }

    private static boolean accepts(String wanted, String seen) {
        return wanted.endsWith("*") ? seen.startsWith(wanted.substring(0, wanted.length() - 1)) : seen.equals(wanted);
    }

    /** Records only become older: whether this one is older than any that is meant. */
    boolean isPast(AuditRecord record) {
        return from != null && record.at().isBefore(from);
    }
}
