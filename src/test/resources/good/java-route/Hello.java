// camel-k: language=java
//DEPS org.apache.camel:camel-timer
import org.apache.camel.builder.RouteBuilder;

public class Hello extends RouteBuilder {
    @Override
    public void configure() throws Exception {
        from("timer:java?period={{time:1000}}").setBody().simple("hi").to("log:info");
    }
}
