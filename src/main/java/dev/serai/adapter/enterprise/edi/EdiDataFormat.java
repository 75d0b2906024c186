package dev.serai.adapter.enterprise.edi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIOutputFactory;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamWriter;
import io.xlate.edi.stream.EDIValidationException;
import io.xlate.edi.stream.Location;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Turns an interchange of X12, EDIFACT or TRADACOMS into XML or JSON, and XML back into an interchange. Elements stay text, as they were
 * written.
 */
public final class EdiDataFormat extends ServiceSupport implements DataFormat, DataFormatName {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HEAD = 64;
    private static final Map<String, Boolean> FORMS = Map.of("xml", false, "json", true);

    /** The library tells of its own schemas for every document. */
    private static final Logger LIBRARY = Logger.getLogger("io.xlate.edi");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private final TransformerFactory transformers = TransformerFactory.newDefaultInstance();
    private boolean json;
    private String charset = "";

    public EdiDataFormat() throws TransformerException {
        transformers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    }

    @Override
    public String getDataFormatName() {
        return "edi";
    }

    /** What is read becomes {@code xml} (the default) or {@code json}. */
    public void setForm(String form) {
        Boolean chosen = FORMS.get(form);
        if (chosen == null) {
            throw new IllegalArgumentException("form is \"" + form + "\"; expected xml or json");
        }
        json = chosen;
    }

    public String getForm() {
        return json ? "json" : "xml";
    }

    /** The charset of the interchange; by default what EDIFACT's syntax identifier says, else the exchange's, else UTF-8. */
    public void setCharset(String charset) {
        this.charset = Charset.forName(charset).name();
    }

    public String getCharset() {
        return charset;
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws Exception {
        BufferedInputStream bytes = new BufferedInputStream(stream);
        Charset meaning = EdiCharset.of(charset, head(bytes), exchange);
        EDIInputFactory factory = EDIInputFactory.newFactory();
        try (EDIStreamReader reader = factory.createEDIStreamReader(bytes, meaning.name())) {
            return json ? json(factory, reader) : xml(factory, reader);
        } catch (TransformerException | XMLStreamException e) {
            throw new IOException("the interchange cannot be read: " + reason(e), e);
        }
    }

    private static String head(BufferedInputStream bytes) throws IOException {
        bytes.mark(HEAD);
        String head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        bytes.reset();
        return head;
    }

    private static String json(EDIInputFactory factory, EDIStreamReader reader) throws IOException {
        try (JsonParser parser = factory.createJsonParser(reader, JsonParser.class)) {
            TreeNode tree = JSON.readTree(parser);
            return tree.toString();
        }
    }

    private String xml(EDIInputFactory factory, EDIStreamReader reader)
            throws XMLStreamException, TransformerException {
        XMLStreamReader xml = factory.createXMLStreamReader(reader);
        xml.next();
        StringWriter text = new StringWriter();
        transformer().transform(new StAXSource(xml), new StreamResult(text));
        return text.toString();
    }

    private Transformer transformer() throws TransformerException {
        return transformers.newTransformer();
    }

    @Override
    public void marshal(Exchange exchange, Object body, OutputStream stream) throws Exception {
        XMLStreamReader xml =
                exchange.getContext().getTypeConverter().mandatoryConvertTo(XMLStreamReader.class, exchange, body);
        try {
            String interchange = interchange(xml);
            stream.write(encoded(interchange, EdiCharset.of(charset, interchange, exchange)));
        } catch (XMLStreamException e) {
            throw new IOException("the interchange cannot be written: " + reason(e), e);
        } finally {
            xml.close();
        }
    }

    private String interchange(XMLStreamReader xml) throws Exception {
        EDIOutputFactory factory = EDIOutputFactory.newFactory();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (EDIStreamWriter writer = factory.createEDIStreamWriter(text, StandardCharsets.UTF_8.name())) {
            XMLStreamWriter elements = factory.createXMLStreamWriter(writer);
            copy(xml, elements);
            elements.flush();
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Text is handed over as a whole: only then does the library put release characters before separators. */
    private static void copy(XMLStreamReader xml, XMLStreamWriter elements) throws XMLStreamException {
        elements.writeStartDocument();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    elements.writeStartElement(
                            Objects.requireNonNullElse(xml.getPrefix(), ""),
                            xml.getLocalName(),
                            Objects.requireNonNullElse(xml.getNamespaceURI(), ""));
                case XMLStreamConstants.END_ELEMENT -> elements.writeEndElement();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    elements.writeCharacters(xml.getText());
                default -> {} // comments and instructions are no part of an interchange
            }
        }
        elements.writeEndDocument();
    }

    private static byte[] encoded(String interchange, Charset charset) throws IOException {
        try {
            var bytes = charset.newEncoder().encode(CharBuffer.wrap(interchange));
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            return all;
        } catch (CharacterCodingException e) {
            throw new IOException(
                    "the interchange holds characters that " + charset.name()
                            + " has not; name another syntax identifier in UNB, or set charset",
                    e);
        }
    }

    /** Where and what, without the element's value. */
    private static String reason(Throwable failure) {
        String told = "";
        for (Throwable each = failure; each != null; each = beneath(each)) {
            if (each instanceof EDIValidationException invalid) {
                return reason(invalid);
            }
            told = each.getMessage() == null ? told : each.getMessage();
        }
        return told.lines().findFirst().orElse("");
    }

    private static @Nullable Throwable beneath(Throwable failure) {
        return failure instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : failure.getCause();
    }

    private static String reason(EDIValidationException invalid) {
        Location place = invalid.getLocation();
        return "segment " + place.getSegmentPosition() + " (" + place.getSegmentTag() + ")"
                + (place.getElementPosition() > 0 ? ", element " + place.getElementPosition() : "") + ": "
                + String.valueOf(invalid.getError()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
