import org.apache.camel.builder.RouteBuilder;

public class Orders extends RouteBuilder {
    @Override
    public void configure() {
        from("timer:a").lgo("a");
        int count = "three";
    }
}
