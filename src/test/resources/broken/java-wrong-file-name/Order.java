import org.apache.camel.builder.RouteBuilder;

public class Orders extends RouteBuilder {
    @Override
    public void configure() {}
}
