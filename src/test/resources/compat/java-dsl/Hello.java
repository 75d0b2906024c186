///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS org.apache.camel:camel-bom:4.17.0@pom
//DEPS org.apache.camel:camel-rest
// camel-k: language=java dependency=camel:rest property=period=1000

import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.builder.RouteBuilder;

public class Hello extends RouteBuilder {

    @Override
    public void configure() throws Exception {
        onException(IllegalArgumentException.class)
            .handled(true)
            .setHeader(Exchange.HTTP_RESPONSE_CODE, constant(422))
            .setBody(simple("refused: ${exception.message}"));

        rest("/java")
            .get("/hello/{name}").to("direct:hello")
            .post("/sum").consumes("text/plain").to("direct:sum");

        from("direct:hello").routeId("java-hello")
            .choice()
                .when(header("name").isEqualTo("nobody")).throwException(IllegalArgumentException.class, "nobody is here")
                .otherwise().transform(simple("{{greeting:Hello}} ${header.name}"))
            .end();

        from("direct:sum").routeId("java-sum")
            .split(body().tokenize(","), AggregationStrategies.groupedBody()).log("${body}").end()
            .process(e -> e.getMessage().setBody(
                e.getMessage().getBody(java.util.List.class).stream().mapToInt(o -> Integer.parseInt(o.toString().trim())).sum()))
            .convertBodyTo(String.class);

        from("timer:java?period={{time:1000}}").routeId("java-timer").to("log:java?showAll=true");
    }
}
