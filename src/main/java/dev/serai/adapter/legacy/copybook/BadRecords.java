package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.record.Aside;
import dev.serai.adapter.legacy.copybook.record.RecordException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** Sends each bad record to an endpoint: its bytes or values as the body, what is wrong in headers. */
final class BadRecords implements Aside {

    /** The record, from 1. */
    static final String NUMBER = "CopybookRecord";
    /** The byte of the file, from 0; only when reading. */
    static final String OFFSET = "CopybookOffset";
    /** The field with the groups above it. */
    static final String FIELD = "CopybookField";
    /** What is wrong. */
    static final String PROBLEM = "CopybookProblem";

    private final ProducerTemplate template;
    private final String uri;

    BadRecords(CamelContext context, String uri) {
        this.template = context.createProducerTemplate();
        this.uri = uri;
    }

    @Override
    public void take(RecordException trouble, Object record) {
        Exchange sent = template.send(uri, exchange -> {
            exchange.getMessage().setBody(record);
            exchange.getMessage().setHeader(NUMBER, trouble.number());
            exchange.getMessage().setHeader(FIELD, trouble.field());
            exchange.getMessage().setHeader(PROBLEM, trouble.getMessage());
            if (trouble.offset() >= 0) {
                exchange.getMessage().setHeader(OFFSET, trouble.offset());
            }
        });
        if (sent.getException() != null) {
            throw new CamelExecutionException(
                    "bad record " + trouble.number() + " could not be handed to " + uri, sent, sent.getException());
        }
    }

    void close() {
        template.stop();
    }
}
