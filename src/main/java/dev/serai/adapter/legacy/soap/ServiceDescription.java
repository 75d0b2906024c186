package dev.serai.adapter.legacy.soap;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which service of which WSDL.
 *
 * @param wsdl a file or a URL
 * @param service as {namespace}name; empty where the WSDL has one
 * @param port as {namespace}name; empty where the service has one
 */
record ServiceDescription(String wsdl, Optional<String> service, Optional<String> port) {

    static final ServiceDescription NONE = new ServiceDescription("", Optional.empty(), Optional.empty());

    ServiceDescription ofService(String name) {
        return new ServiceDescription(wsdl, Optional.of(name), port);
    }

    ServiceDescription ofPort(String name) {
        return new ServiceDescription(wsdl, service, Optional.of(name));
    }

    /** The URL of the WSDL; a file is looked for from the home. */
    String wsdl(Path home) {
        return wsdl.matches("[a-z]{2,}:.*") ? wsdl : home.resolve(wsdl).toUri().toString();
    }
}
