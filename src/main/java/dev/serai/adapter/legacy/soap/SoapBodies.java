package dev.serai.adapter.legacy.soap;

import java.io.StringWriter;
import java.util.List;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cxf.common.CxfPayload;

/** The XML below the Body of an envelope as text: it can be read again, kept as a dead letter, and understood by every data format. */
final class SoapBodies {

    private SoapBodies() {}

    static void toText(Exchange exchange) {
        Message message = exchange.getMessage();
        if (message.getBody() instanceof CxfPayload<?> payload) {
            message.setBody(text(payload.getBodySources()));
        }
    }

    private static String text(List<Source> elements) {
        StringWriter text = new StringWriter();
        elements.forEach(element -> write(element, text));
        return text.toString();
    }

    private static void write(Source element, StringWriter text) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(element, new StreamResult(text));
        } catch (TransformerException e) {
            throw new IllegalArgumentException("the SOAP body cannot be written as text", e);
        }
    }
}
