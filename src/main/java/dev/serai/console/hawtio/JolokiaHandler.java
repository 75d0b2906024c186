package dev.serai.console.hawtio;

import dev.serai.console.access.Entrance;
import dev.serai.console.api.Problem;
import dev.serai.management.security.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jolokia.json.JSONStructure;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;

/** Jolokia's protocol: GET for a look, POST for anything. */
final class JolokiaHandler extends Handler.Abstract {

    private final JolokiaAgent agent;

    JolokiaHandler(JolokiaAgent agent) {
        this.agent = agent;
    }

    /** This handler at its place on the management port. */
    ContextHandler at(String path) {
        ContextHandler context = new ContextHandler(this, path);
        context.setAllowNullPathInContext(true);
        return context;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            answer(request, response);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private void answer(Request request, Response response) throws IOException {
        Optional<Caller> caller = Entrance.caller(request);
        if (caller.isEmpty()) {
            Problem.ofServer(401, "who calls is not known; log in, or send a token")
                    .answer()
                    .writeTo(response);
        } else if (!SameOrigin.has(request)) {
            Problem.ofServer(403, "a page of another origin asked").answer().writeTo(response);
        } else if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.POST.is(request.getMethod())) {
            Problem.ofServer(405, "Jolokia answers GET and POST").answer().writeTo(response);
        } else {
            JolokiaCall call = new JolokiaCall(caller.get(), HttpMethod.POST.is(request.getMethod()));
            write(call.during(() -> answer(request)), response);
        }
    }

    private JSONStructure answer(Request request) {
        HttpRequestHandler jolokia = agent.requests();
        try {
            return HttpMethod.POST.is(request.getMethod()) ? post(jolokia, request) : get(jolokia, request);
        } catch (IOException | BadRequestException | EmptyResponseException | RuntimeException e) {
            return jolokia.handleThrowable(e);
        }
    }

    private static JSONStructure get(HttpRequestHandler jolokia, Request request)
            throws IOException, BadRequestException, EmptyResponseException {
        String path = Request.getPathInContext(request);
        Fields query = Request.extractQueryParameters(request);
        return jolokia.handleGetRequest(request.getHttpURI().getPath(), path, query.toStringArrayMap());
    }

    private static JSONStructure post(HttpRequestHandler jolokia, Request request)
            throws IOException, BadRequestException, EmptyResponseException {
        Fields query = Request.extractQueryParameters(request);
        try (InputStream body = Content.Source.asInputStream(request)) {
            return jolokia.handlePostRequest(
                    request.getHttpURI().getPath(), body, StandardCharsets.UTF_8.name(), query.toStringArrayMap());
        }
    }

    private static void write(JSONStructure answer, Response response) throws IOException {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        try (Writer writer = new OutputStreamWriter(Content.Sink.asOutputStream(response), StandardCharsets.UTF_8)) {
            answer.writeJSONString(writer);
        }
    }
}
