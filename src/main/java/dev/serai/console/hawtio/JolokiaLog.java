package dev.serai.console.hawtio;

import org.jolokia.core.api.LogHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jolokia has to say, in Serai's log. */
final class JolokiaLog implements LogHandler {

    private static final Logger LOG = LoggerFactory.getLogger("org.jolokia");

    @Override
    public void debug(String message) {
        LOG.trace(message);
    }

    @Override
    public void info(String message) {
        LOG.debug(message);
    }

    @Override
    public void error(String message, Throwable cause) {
        LOG.warn(message, cause);
    }

    /** It would log whole requests and answers. */
    @Override
    public boolean isDebug() {
        return false;
    }
}
