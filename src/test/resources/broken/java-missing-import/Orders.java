public class Orders extends RouteBuilder {
    @Override
    public void configure() {}
}
