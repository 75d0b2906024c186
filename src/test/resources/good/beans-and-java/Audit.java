import org.apache.camel.*;

@BindToRegistry("audit")
public class Audit implements Processor {
    @Override
    public void process(Exchange exchange) {}
}
