package dev.serai.engine.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.component.jslt.JsltEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class JsonBuffersTest {

    @Test
    void buffersOutliveTheThreadOfTheirMessage() throws Exception {
        assertThat(started(new ObjectMapper())._getRecyclerPool())
                .isSameAs(JsonRecyclerPools.sharedConcurrentDequePool());
    }

    @Test
    void aMapperWithAPoolOfItsOwnKeepsIt() throws Exception {
        JsonFactory factory = new JsonFactory().setRecyclerPool(JsonRecyclerPools.nonRecyclingPool());

        assertThat(started(new ObjectMapper(factory))._getRecyclerPool())
                .isSameAs(JsonRecyclerPools.nonRecyclingPool());
    }

    @Test
    void aMappingKeepsItsMapperFromMessageToMessageUnlessItWasGivenOne() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            JsonBuffers.attach(context);
            ObjectMapper given = new ObjectMapper();
            context.getRegistry().bind("given", given);

            assertThat(context.getEndpoint("jslt:one.jslt", JsltEndpoint.class).getObjectMapper())
                    .isNotNull();
            assertThat(context.getEndpoint("jslt:two.jslt?objectMapper=#given", JsltEndpoint.class)
                            .getObjectMapper())
                    .isSameAs(given);
        }
    }

    private static JsonFactory started(ObjectMapper mapper) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            JsonBuffers.attach(context);
            JacksonDataFormat format = (JacksonDataFormat) context.createDataFormat("jackson");
            format.setObjectMapper(mapper);
            context.start();
            return format.getObjectMapper().getFactory();
        }
    }
}
