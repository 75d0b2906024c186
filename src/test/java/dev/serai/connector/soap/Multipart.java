package dev.serai.connector.soap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A request with one attachment beside the envelope, as the SOAP Message Transmission Optimization Mechanism tells it. */
final class Multipart {

    static final String TYPE = "multipart/related; type=\"application/xop+xml\"; start=\"<root@serai>\";"
            + " start-info=\"text/xml\"; boundary=\"part\"";

    private static final String HEAD = """
            --part
            Content-Type: application/xop+xml; charset=UTF-8; type="text/xml"
            Content-Transfer-Encoding: 8bit
            Content-ID: <root@serai>

            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
            <s:put xmlns:s="urn:serai:store"><shelf>tea</shelf><content>\
            <x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="cid:one@serai"/>\
            </content></s:put></soap:Body></soap:Envelope>
            --part
            Content-Type: application/octet-stream
            Content-Transfer-Encoding: binary
            Content-ID: <one@serai>

            """;

    private Multipart() {}

    static byte[] of(byte[] attachment) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(HEAD.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(attachment);
        whole.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }
}
