import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPFactory;
import jakarta.xml.ws.Endpoint;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.handler.soap.SOAPHandler;
import jakarta.xml.ws.handler.soap.SOAPMessageContext;
import jakarta.xml.ws.soap.MTOM;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** A store of texts as a web service. Arguments: port, folder, user, password; /open, /text and /digest differ in the token they ask for. */
public final class SoapMain {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-";

    private SoapMain() {}

    @MTOM
    @WebService(name = "Store", serviceName = "StoreService", portName = "StorePort", targetNamespace = "urn:serai:store")
    public static class Store {

        private final Path folder;

        public Store(Path folder) {
            this.folder = folder;
        }

        @WebMethod
        @WebResult(name = "size")
        public synchronized int put(@WebParam(name = "shelf") String shelf, @WebParam(name = "content") byte[] content) throws Exception {
            if (shelf.equals("closed")) {
                throw fault("Client", "the shelf closed takes nothing");
            }
            if (shelf.equals("broken")) {
                throw fault("Server", "the shelf broke");
            }
            byte[] bytes = content == null ? new byte[0] : content;
            String line = Base64.getEncoder().encodeToString(bytes) + "\n";
            Files.writeString(
                    folder.resolve(shelf), line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return bytes.length;
        }
    }

    /** Asks for a UsernameToken (WS-Security, UsernameToken Profile 1.0), by hand as the profile tells it. */
    private record Guard(String user, String password, boolean digest) implements SOAPHandler<SOAPMessageContext> {

        @Override
        public boolean handleMessage(SOAPMessageContext context) {
            if (Boolean.TRUE.equals(context.get(MessageContext.MESSAGE_OUTBOUND_PROPERTY))) {
                return true;
            }
            try {
                Element header = context.getMessage().getSOAPHeader();
                String given = text(header, "Password");
                if (!user.equals(text(header, "Username")) || !expected(header).equals(given)) {
                    throw fault("Client", "the token is not that of a user");
                }
                return true;
            } catch (SOAPException | java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private String expected(Element header) throws java.security.GeneralSecurityException {
            if (!digest) {
                return password;
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(Base64.getDecoder().decode(text(header, "Nonce")));
            sha.update(text(header, "Created").getBytes(StandardCharsets.UTF_8));
            sha.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest());
        }

        private static String text(Element header, String name) {
            var found = header == null ? null : header.getElementsByTagNameNS("*", name).item(0);
            return found == null ? "" : found.getTextContent();
        }

        @Override
        public boolean handleFault(SOAPMessageContext context) {
            return true;
        }

        @Override
        public void close(MessageContext context) {}

        @Override
        public Set<QName> getHeaders() {
            return Set.of(new QName(WSS + "secext-1.0.xsd", "Security"));
        }
    }

    private static SOAPFaultException fault(String code, String reason) {
        try {
            return new SOAPFaultException(SOAPFactory.newInstance().createFault(reason, new QName(SOAP, code)));
        } catch (SOAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Store store = new Store(Path.of(arguments[1]));
        String base = "http://127.0.0.1:" + arguments[0];
        Endpoint.publish(base + "/open", store);
        guarded(new Store(Path.of(arguments[1])), new Guard(arguments[2], arguments[3], false)).publish(base + "/text");
        guarded(new Store(Path.of(arguments[1])), new Guard(arguments[2], arguments[3], true)).publish(base + "/digest");
        Thread.currentThread().join();
    }

    private static Endpoint guarded(Store store, Guard guard) {
        Endpoint endpoint = Endpoint.create(store);
        endpoint.getBinding().setHandlerChain(List.of(guard));
        return endpoint;
    }
}
