package dev.serai.adapter.legacy.soap;

import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.transport.CamelTransportConstants;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Tells CXF the address that a request was sent to, so that the WSDL names one that its reader can reach. */
final class AskedAddress extends AbstractPhaseInterceptor<Message> {

    AskedAddress() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        if (message.get(CamelTransportConstants.CAMEL_EXCHANGE) instanceof Exchange exchange) {
            String url = exchange.getIn().getHeader(Exchange.HTTP_URL, "", String.class);
            message.put(Message.REQUEST_URL, url.replaceFirst("\\?.*", ""));
        }
    }
}
