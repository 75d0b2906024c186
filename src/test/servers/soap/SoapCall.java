import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPFaultException;
import jakarta.xml.ws.WebServiceException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Calls a web service by its WSDL and prints the answer, or the fault. Arguments: WSDL, service, port (as {namespace}name), and payloads. */
public final class SoapCall {

    private SoapCall() {}

    public static void main(String[] arguments) throws Exception {
        Service service = Service.create(URI.create(arguments[0]).toURL(), QName.valueOf(arguments[1]));
        Dispatch<Source> dispatch = service.createDispatch(QName.valueOf(arguments[2]), Source.class, Service.Mode.PAYLOAD);
        for (int i = 3; i < arguments.length; i++) {
            System.out.println(call(dispatch, arguments[i]));
        }
    }

    private static String call(Dispatch<Source> dispatch, String payload) throws Exception {
        try {
            StringWriter text = new StringWriter();
            Source answer = dispatch.invoke(new StreamSource(new StringReader(payload)));
            TransformerFactory.newInstance().newTransformer().transform(answer, new StreamResult(text));
            return "ANSWER " + text;
        } catch (SOAPFaultException e) {
            return "FAULT " + e.getFault().getFaultCode() + ": " + e.getFault().getFaultString();
        } catch (WebServiceException e) {
            return "FAILED " + e.getMessage();
        }
    }
}
