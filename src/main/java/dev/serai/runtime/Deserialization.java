package dev.serai.runtime;

import java.io.ObjectInputFilter;

/** Java deserialisation is a way to run foreign code: only plain values pass, unless the operator set a filter of his own. */
final class Deserialization {

    private static final String PLAIN_VALUES =
            "maxdepth=20;maxrefs=10000;maxbytes=10000000;java.lang.*;java.math.*;java.time.**;java.util.*;java.util.concurrent.*;!*";

    private Deserialization() {}

    static void restrict() {
        if (ObjectInputFilter.Config.getSerialFilter() == null) {
            ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(PLAIN_VALUES));
        }
    }
}
