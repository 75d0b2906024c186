package dev.serai.adapter.legacy.soap;

import org.apache.camel.CamelContext;
import org.apache.camel.component.cxf.transport.CamelTransportFactory;
import org.apache.cxf.Bus;

/** Lets a service answer at Serai's own HTTP port: CXF hears requests from an endpoint of Camel's in place of a server. */
final class HttpPort {

    private HttpPort() {}

    static void attach(Bus bus, CamelContext context) {
        CamelTransportFactory transport = new CamelTransportFactory(bus);
        transport.setCamelContext(context);
    }

    /** The address, as CXF takes it, of a path on the port. */
    static String address(String path) {
        return "camel://platform-http:" + (path.startsWith("/") ? path : "/" + path);
    }
}
