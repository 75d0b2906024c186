package dev.serai.adapter.database.sql;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Values of a statement that are looked up once it is known how many it takes. It stands where Camel expects the values, and is never read itself. */
record PendingValues(Lookup lookup, String prepared) implements Iterator<Object> {

    @Nullable
    Iterator<?> found(int count) throws SQLException {
        return lookup.values(count);
    }

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public Object next() {
        throw new NoSuchElementException("the values of \"" + prepared + "\" are not looked up yet");
    }

    /** Finds as many values as a statement takes. */
    interface Lookup {

        @Nullable
        Iterator<?> values(int count) throws SQLException;
    }
}
