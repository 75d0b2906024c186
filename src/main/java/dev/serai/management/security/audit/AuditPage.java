package dev.serai.management.security.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some records, the newest first.
 *
 * @param records those that were meant
 * @param next where the next page begins, for {@code before}; null when there is no more to be found
 */
public record AuditPage(List<AuditRecord> records, @Nullable Long next) {

    public AuditPage {
        records = List.copyOf(records);
    }
}
