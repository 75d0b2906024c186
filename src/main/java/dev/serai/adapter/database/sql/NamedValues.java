package dev.serai.adapter.database.sql;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.sql.SqlHelper;
import org.jspecify.annotations.Nullable;

/**
 * The values of a statement's named parameters, found in a row of a batch or in the message.
 *
 * @param values in the order of the parameters
 */
record NamedValues(@Nullable Object[] values) implements Iterator<Object> {

    /** Empty when there are no names, or one of them is neither in the value nor in the message: Camel says then which. */
    static Optional<NamedValues> of(List<String> names, Exchange exchange, @Nullable Object value) {
        @Nullable Object[] found = new @Nullable Object[names.size()];
        for (int index = 0; index < found.length; index++) {
            String name = names.get(index);
            if (value instanceof Map<?, ?> row && row.containsKey(name)) {
                found[index] = row.get(name);
            } else if (SqlHelper.hasParameter(name, exchange, value)) {
                found[index] = SqlHelper.lookupParameter(name, exchange, unlessBody(value, exchange));
            } else {
                return Optional.empty();
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new NamedValues(found));
    }

    /** For a value that is not the body itself, such as a row of a batch, Camel copies the exchange to evaluate an expression on it. */
    private static @Nullable Object unlessBody(@Nullable Object value, Exchange exchange) {
        return value == exchange.getMessage().getBody() ? null : value;
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public Object next() {
        throw new NoSuchElementException("the values are set all at once");
    }
}
