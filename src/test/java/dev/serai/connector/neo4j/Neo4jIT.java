package dev.serai.connector.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.NotRun;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class Neo4jIT extends ConnectorContract {

    @RegisterExtension
    static final NotRun NOT_RUN = NotRun.unless(
            GraphServer.JDK.isPresent(), "the contract against Neo4j (its server needs a JDK 21 or newer)");

    private static final String ROUTES = """
            - route:
                id: knows
                from:
                  uri: platform-http:/knows
                  steps:
                    - setBody: {groovy: "[who: headers.who, whom: headers.whom]"}
                    - to: "graph:neo4j?query=merge (a:Person {name: $who}) merge (b:Person {name: $whom}) merge (a)-[:KNOWS]->(b)"
                    - setBody: {constant: kept}
            - route:
                id: reaches
                from:
                  uri: platform-http:/reaches
                  steps:
                    - setBody: {simple: "${header.who}"}
                    - to: "graph:neo4j?query=match (:Person {name: $body})-[:KNOWS*1..3]->(p) return p.name as name order by name"
                    - marshal: {json: {}}
            - route:
                id: index
                from:
                  uri: platform-http:/index
                  steps:
                    - setHeader: {name: CamelNeo4jOperation, constant: CREATE_VECTOR_INDEX}
                    - to: graph:neo4j?vectorIndexName=places&label=Place&alias=p&dimension=3&similarityFunction=cosine
                    - setBody: {constant: made}
            - route:
                id: place
                from:
                  uri: platform-http:/place
                  steps:
                    - setBody: {groovy: "[name: headers.name, at: headers.at.split(',').collect { it as double }]"}
                    - to: "graph:neo4j?query=merge (p:Place {name: $name}) set p.embedding = $at"
                    - setBody: {constant: kept}
            - route:
                id: nearest
                from:
                  uri: platform-http:/nearest
                  steps:
                    - setBody: {groovy: "headers.at.split(',').collect { it as double }"}
                    - to: "graph:neo4j?query=call db.index.vector.queryNodes('places', 1, $body) yield node return node.name as name"
                    - setBody: {simple: "${body[0][name]}"}
            """;

    private final GraphServer server = new GraphServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void followsRelationshipsAndFindsTheNearest(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("password", GraphServer.PASSWORD)
                .with("config/connections/graph.yaml", server.connection())
                .with("routes/graph.camel.yaml", ROUTES);
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            assertThat(serai.door().get("/knows?who=ada&whom=bob")).isEqualTo("kept");
            assertThat(serai.door().get("/knows?who=bob&whom=cy'%7D)%20detach%20delete%20(n"))
                    .isEqualTo("kept");
            assertThat(serai.door().get("/index")).isEqualTo("made");
            assertThat(serai.door().get("/place?name=here&at=1,0,0")).isEqualTo("kept");
            assertThat(serai.door().get("/place?name=there&at=0,1,0")).isEqualTo("kept");

            assertThat(serai.door().get("/reaches?who=ada"))
                    .as("a value stays a value")
                    .isEqualTo("[{\"name\":\"bob\"},{\"name\":\"cy'}) detach delete (n\"}]");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> serai.door().get("/nearest?at=0.1,0.9,0"), "there"::equals);
        }
    }
}
