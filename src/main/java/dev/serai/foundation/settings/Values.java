package dev.serai.foundation.settings;

/** Values that were read and checked, by key. */
public interface Values {

    <T> T get(Key<T> key);
}
