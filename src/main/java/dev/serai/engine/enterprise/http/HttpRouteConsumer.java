package dev.serai.engine.enterprise.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.FileUpload;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.util.CollectionHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs a request through its route without holding a Vert.x worker: Camel's own consumer waits on one of 20 workers until
 * the route ends; this one gives the request to {@link RouteExecutor} and answers when the route calls back.
 */
final class HttpRouteConsumer extends VertxPlatformHttpConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(HttpRouteConsumer.class);
    private static final int UNAVAILABLE = 503;

    private final HttpVersion version;
    private final Executor workers;
    private final HttpPath path;
    private final ResponseWriter writer;

    HttpRouteConsumer(PlatformHttpEndpoint endpoint, Processor processor, HttpVersion version, Executor workers) {
        super(endpoint, processor, List.of(), HttpVersion.ROUTER);
        this.version = version;
        this.workers = workers;
        String methods = endpoint.getHttpMethodRestrict();
        this.path = HttpPath.of(methods == null ? "" : methods, endpoint.getPath(), endpoint.isMatchOnUriPrefix());
        this.writer = new ResponseWriter(endpoint);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        version.add(path);
    }

    @Override
    protected void doStop() throws Exception {
        version.remove(path);
        super.doStop();
    }

    @Override
    protected void handleRequest(RoutingContext request) {
        if (isSuspended()) {
            request.response().setStatusCode(UNAVAILABLE).end();
            return;
        }
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        Future<Void> received = processHttpRequest(exchange, request);
        received.onSuccess(ready -> workers.execute(() -> process(exchange, request)))
                .onFailure(cause -> fail(exchange, request, cause));
    }

    private void process(Exchange exchange, RoutingContext request) {
        MDC.put("integration", version.integration());
        try {
            prepare(exchange, request);
            createUoW(exchange);
            getAsyncProcessor().process(exchange, doneSync -> answer(exchange, request));
        } catch (Exception e) {
            exchange.setException(e);
            answer(exchange, request);
        } finally {
            MDC.remove("integration");
        }
    }

    private void prepare(Exchange exchange, RoutingContext request) {
        if (getEndpoint().isHttpProxy()) {
            exchange.getExchangeExtension().setStreamCacheDisabled(true);
            exchange.getMessage()
                    .setHeader(Exchange.HTTP_HOST, request.request().getHeader("Host"));
            exchange.getMessage().removeHeader("Proxy-Connection");
        }
        if (getEndpoint().isUseBodyHandler()) {
            readForm(request, exchange.getIn());
        }
    }

    private void readForm(RoutingContext request, Message message) {
        String type = request.request().getHeader("Content-Type");
        boolean multipart = type != null && type.startsWith("multipart/form-data");
        if (!multipart && (type == null || !type.startsWith("application/x-www-form-urlencoded"))) {
            return;
        }
        Map<String, Object> fields = fields(request.request().formAttributes(), message);
        if (!fields.isEmpty()) {
            message.setBody(fields);
        }
        if (multipart) {
            populateAttachments(
                    request.fileUploads().stream()
                            .<FileUpload>map(UploadedFile::new)
                            .toList(),
                    message);
        }
    }

    private Map<String, Object> fields(MultiMap form, Message message) {
        HeaderFilterStrategy filter = getEndpoint().getHeaderFilterStrategy();
        Map<String, Object> fields = new HashMap<>();
        for (Map.Entry<String, String> field : form.entries()) {
            if (!filter.applyFilterToExternalHeaders(field.getKey(), field.getValue(), message.getExchange())) {
                CollectionHelper.appendEntry(message.getHeaders(), field.getKey(), field.getValue());
                if (getEndpoint().isPopulateBodyWithForm()) {
                    CollectionHelper.appendEntry(fields, field.getKey(), field.getValue());
                }
            }
        }
        return fields;
    }

    private void answer(Exchange exchange, RoutingContext request) {
        writer.write(exchange, request).onComplete(written -> {
            if (written.failed()) {
                fail(exchange, request, written.cause());
            } else {
                done(exchange);
            }
        });
    }

    private void fail(Exchange exchange, RoutingContext request, Throwable cause) {
        LOG.debug("request to {} could not be answered", path.label(), cause);
        if (!request.response().ended() && !request.failed()) {
            request.fail(cause);
        }
        if (getEndpoint().isHandleWriteResponseError()) {
            exchange.setException(cause);
        }
        done(exchange);
    }

    private void done(Exchange exchange) {
        doneUoW(exchange);
        releaseExchange(exchange, false);
    }
}
