package dev.serai.engine.enterprise.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.engine.message.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The answer as the exchange's reply: an HTTP status and a JSON body, without stack traces. */
final class FailureReply {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FailureReply() {}

    static void write(Exchange exchange, Answer answer) {
        exchange.setProperty(Answer.PROPERTY, answer);
        Message message = exchange.getMessage();
        // The headers are the request's: they are not the caller's to get back.
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(json(answer));
    }

    private static String json(Answer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", answer.error());
        body.put("deadLetter", answer.deadLetter());
        body.put("integration", answer.integration());
        body.put("details", answer.details());
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is numbers and strings", e);
        }
    }
}
