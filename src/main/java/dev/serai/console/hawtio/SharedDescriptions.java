package dev.serai.console.hawtio;

import javax.management.ObjectInstance;
import org.jolokia.service.jmx.api.CacheKeyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets the list of all MBeans describe each of Camel's classes once instead of with each of its MBeans: 200 integrations have some ten thousand, of
 * some thirty classes.
 */
final class SharedDescriptions extends CacheKeyProvider {

    private static final String CAMEL = "org.apache.camel";

    SharedDescriptions() {
        super(1);
    }

    @Override
    public @Nullable String determineKey(ObjectInstance mbean) {
        return mbean.getObjectName().getDomain().equals(CAMEL)
                ? mbean.getClassName() + " " + mbean.getObjectName().getKeyProperty("type")
                : null;
    }
}
