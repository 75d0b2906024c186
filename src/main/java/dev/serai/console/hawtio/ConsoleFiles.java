package dev.serai.console.hawtio;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * What a browser loads: the files of Hawtio and of Serai's own pages, their configuration, and for every address that a person may have kept as a
 * bookmark the one page that shows it.
 */
final class ConsoleFiles extends Handler.Abstract {

    private static final String OWN = "/serai";

    private final ConsoleTexts texts;
    private final LateFiles shipped = new LateFiles("hawtio-static/", "index.html", "");
    private final LateFiles own = new LateFiles("console/", "remoteEntry.js", OWN);

    ConsoleFiles(ConsoleTexts texts) {
        this.texts = texts;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            return false;
        }
        String path = String.valueOf(Request.getPathInContext(request));
        if (path.isEmpty() || path.equals("null")) {
            Response.sendRedirect(request, response, callback, texts.base());
            return true;
        }
        Optional<ConsoleTexts.Text> text = texts.at(path);
        if (text.isPresent()) {
            send(text.get(), response, callback);
            return true;
        }
        return answerFile(path, request, response, callback)
                || isPage(request) && send(texts.page(), response, callback);
    }

    /** A browser asks so for what a person wants to see, and not so for what a script wants to have. */
    private static boolean isPage(Request request) {
        return String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT)).contains("text/html");
    }

    private static boolean send(ConsoleTexts.Text text, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, text.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        response.write(true, BufferUtil.toBuffer(text.content(), StandardCharsets.UTF_8), callback);
        return true;
    }

    private boolean answerFile(String path, Request request, Response response, Callback callback) throws Exception {
        Optional<Handler> files = path.startsWith(OWN + "/") ? own.in(getServer()) : shipped.in(getServer());
        return files.isPresent() && files.get().handle(request, response, callback);
    }

    @Override
    protected void doStop() throws Exception {
        shipped.stop();
        own.stop();
        super.doStop();
    }

    /** These files at their place on the management port. */
    ContextHandler at(String path) {
        ContextHandler context = new ContextHandler(this, path);
        context.setAllowNullPathInContext(true);
        return context;
    }
}
