package dev.serai.console.hawtio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.management.security.Caller;
import dev.serai.management.security.Role;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.debugger.BacklogTracer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JolokiaIT {

    private static final String CONTEXT = "org.apache.camel:context=orders@7,type=context,name=\"orders@7\"";
    private static final String ROUTE = "org.apache.camel:context=orders@7,type=routes,name=\"greet\"";
    private static final String TRACER = "org.apache.camel:context=orders@7,type=tracer,name=BacklogTracer";
    private static final String DEBUGGER = "org.apache.camel:context=orders@7,type=tracer,name=BacklogDebugger";

    private final List<AuditEvent> acts = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HawtioConsole console = HawtioConsole.open(
            ConsoleTexts.of("/serai", "1.2.3", Map.of("auth/oidc/login", "Keycloak")),
            acts::add,
            text -> text.replace("hunter2", "••••"));
    private volatile Role role = Role.ADMIN;
    private int port;

    @BeforeEach
    void start() throws Exception {
        camel.getCamelContextExtension().setName("orders@7");
        Inspection.attach(camel);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:greet?timeout=1000&block=true")
                        .routeId("greet")
                        .setBody(constant("Hello"))
                        .id("hello")
                        .to("log:a?level=DEBUG&showBody=false");
            }
        });
        camel.start();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandlerCollection contexts = new ContextHandlerCollection();
        console.contexts().forEach(context -> contexts.addHandler((Handler) context));
        server.setHandler(known(contexts));
        server.start();
        port = connector.getLocalPort();
    }

    /** Every request is of a caller with the role. */
    private Handler known(Handler inside) {
        return new Handler.Wrapper(inside) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                request.setAttribute(
                        Caller.class.getName(),
                        new Caller("ada", Caller.Means.SESSION, "127.0.0.1", role.permissions()));
                return super.handle(request, response, callback);
            }
        };
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        console.close();
        camel.close();
    }

    @Test
    void aTracerThatStandsByWritesNothingDown() {
        BacklogTracer tracer = camel.getCamelContextExtension().getContextPlugin(BacklogTracer.class);

        camel.createProducerTemplate().sendBody("direct:greet?timeout=1000&block=true", "x");

        assertThat(tracer.isStandby()).isTrue();
        assertThat(tracer.getLatestMessageHistory()).isEmpty();
    }

    @Test
    void aViewerLooksAndChangesNothing() throws Exception {
        role = Role.VIEWER;

        assertThat(read(CONTEXT, "State").path("value").asText()).isEqualTo("Started");
        assertThat(exec(CONTEXT, "dumpRoutesAsXml()").path("value").asText()).contains("greet");
        assertThat(exec(ROUTE, "stop()").path("status").asInt()).isEqualTo(403);
        assertThat(exec(TRACER, "dumpAllTracedMessagesAsXml()").path("status").asInt())
                .isEqualTo(403);
        assertThat(write(TRACER, "BodyMaxChars", "10").path("status").asInt()).isEqualTo(403);
        assertThat(acts)
                .extracting(AuditEvent::outcome)
                .containsOnly(Outcome.DENIED)
                .hasSize(3);
    }

    @Test
    void anOperatorStopsARouteOnRecord() throws Exception {
        role = Role.OPERATOR;

        assertThat(exec(ROUTE, "stop()").path("status").asInt()).isEqualTo(200);

        assertThat(camel.getRouteController().getRouteStatus("greet").isStopped())
                .isTrue();
        assertThat(acts).singleElement().satisfies(act -> {
            assertThat(act.action()).isEqualTo("jolokia.exec");
            assertThat(act.subject()).contains("type=routes").endsWith(" stop()");
            assertThat(act.outcome()).isEqualTo(Outcome.DONE);
        });
    }

    @Test
    void anOperatorRunsNoCodeOfItsOwn() throws Exception {
        role = Role.OPERATOR;

        assertThat(exec(CONTEXT, "sendStringBody", "exec:id", "").path("status").asInt())
                .isEqualTo(403);
        assertThat(exec(DEBUGGER, "addConditionalBreakpoint", "hello", "groovy", "1")
                        .path("error")
                        .asText())
                .contains("it needs the permission deploy");
    }

    @Test
    void nobodyGoesRoundTheGate() throws Exception {
        assertThat(exec(CONTEXT, "stop()").path("error").asText()).contains("serai start|stop NAME");
        assertThat(exec(ROUTE, "updateRouteFromXml", "<route/>").path("status").asInt())
                .isEqualTo(403);
        assertThat(exec(CONTEXT, "dumpRoutesAsXml(boolean)", true)
                        .path("status")
                        .asInt())
                .isEqualTo(403);
        assertThat(exec("com.sun.management:type=HotSpotDiagnostic", "dumpHeap", "/tmp/x", true)
                        .path("status")
                        .asInt())
                .isEqualTo(403);
        assertThat(exec("org.apache.camel:type=routes,*", "stop()")
                        .path("status")
                        .asInt())
                .isEqualTo(403);
        assertThat(camel.getStatus().isStarted()).isTrue();
    }

    @Test
    void aLinkChangesNothing() throws Exception {
        JsonNode answer = json(get("/hawtio/jolokia/exec/java.lang:type=Memory/gc", "Accept", "*/*"));

        assertThat(answer.path("status").asInt()).isEqualTo(403);
        assertThat(answer.path("error").asText()).contains("ask by POST");
    }

    @Test
    void aPageOfAnotherOriginIsTurnedAway() throws Exception {
        String look = "{\"type\":\"version\"}";

        assertThat(post(look, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
        assertThat(post(look, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(post(look, "Origin", "http://127.0.0.1:" + port).statusCode())
                .isEqualTo(200);
        assertThat(post(look, "Sec-Fetch-Site", "same-origin").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void secretsAreHiddenInWhatMBeansTell() throws Exception {
        System.setProperty("orders.db.password", "swordfish");
        System.setProperty("orders.greeting", "hunter2 and jdbc:x://me:swordfish@host");
        try {
            String told = read("java.lang:type=Runtime", "SystemProperties").toString();

            assertThat(told).contains("orders.greeting", "://me:••••@host").doesNotContain("swordfish", "hunter2");
        } finally {
            System.clearProperty("orders.db.password");
            System.clearProperty("orders.greeting");
        }
    }

    @Test
    void tracedMessagesWithSeveralOptionsAreReadable() throws Exception {
        assertThat(write(TRACER, "Enabled", "true").path("status").asInt()).isEqualTo(200);
        camel.createProducerTemplate().sendBody("direct:greet?timeout=1000&block=true", "x");

        String xml = exec(TRACER, "dumpAllTracedMessagesAsXml()").path("value").asText();

        assertThat(xml).contains("&amp;").doesNotContainPattern("&(?!amp;|lt;|gt;|quot;|apos;|#)");
    }

    @Test
    void theListTellsWhatTheCallerMayDo() throws Exception {
        role = Role.VIEWER;

        JsonNode routes = json(post(
                        "{\"type\":\"list\",\"path\":\"org.apache.camel/context=orders@7,name=\\\"greet\\\",type=routes\"}"))
                .path("value");

        assertThat(routes.path("op")
                        .path("dumpRouteStatsAsXml")
                        .path("canInvoke")
                        .asBoolean())
                .isTrue();
        assertThat(routes.path("op").path("remove").path("canInvoke").asBoolean(true))
                .isFalse();
    }

    @Test
    void thePageKnowsThePathThatAProxyPutsBefore() throws Exception {
        HttpResponse<String> page = get("/hawtio/camel/contexts", "Accept", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<base href=\"/serai/hawtio/\">").doesNotContain("\"/hawtio/");
        assertThat(get("/hawtio/hawtconfig.json", "Accept", "*/*").body()).contains("1.2.3");
        assertThat(get("/hawtio/user", "Accept", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/hawtio/../logback.xml", "Accept", "*/*").statusCode()).isIn(400, 404);
    }

    private JsonNode read(String mbean, String attribute) throws Exception {
        return request("read", mbean, "\"attribute\":\"" + attribute + "\"");
    }

    private JsonNode write(String mbean, String attribute, String value) throws Exception {
        return request("write", mbean, "\"attribute\":\"" + attribute + "\",\"value\":" + value);
    }

    private JsonNode exec(String mbean, String operation, Object... arguments) throws Exception {
        String written = new ObjectMapper().writeValueAsString(arguments);
        return request("exec", mbean, "\"operation\":\"" + operation + "\",\"arguments\":" + written);
    }

    private JsonNode request(String type, String mbean, String more) throws Exception {
        String name = new ObjectMapper().writeValueAsString(mbean);
        return json(post("{\"type\":\"" + type + "\",\"mbean\":" + name + "," + more + "}"));
    }

    private HttpResponse<String> post(String body, String... headers) throws Exception {
        return send(
                HttpRequest.newBuilder(uri("/hawtio/jolokia")).POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        HttpRequest whole =
                headers.length == 0 ? request.build() : request.headers(headers).build();
        return client.send(whole, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
