package dev.serai.console.access;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A page that needs no more than one method. */
final class Simple extends Handler.Abstract {

    private final Page page;

    Simple(Page page) {
        this.page = page;
    }

    /** What answers. */
    interface Page {
        boolean answer(Request request, Response response, Callback callback);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return page.answer(request, response, callback);
    }

    static boolean json(Response response, Callback callback, String json) {
        return write(response, callback, HttpStatus.OK_200, "application/json", json);
    }

    static boolean text(Response response, Callback callback, String text) {
        return write(response, callback, HttpStatus.OK_200, "text/plain;charset=utf-8", text);
    }

    static boolean html(Response response, Callback callback, int status, String html) {
        return write(response, callback, status, "text/html;charset=utf-8", html);
    }

    static boolean redirect(Response response, Callback callback, String location) {
        response.setStatus(HttpStatus.FOUND_302);
        response.getHeaders().put(HttpHeader.LOCATION, location);
        callback.succeeded();
        return true;
    }

    private static boolean write(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, BufferUtil.toBuffer(body, StandardCharsets.UTF_8), callback);
        return true;
    }
}
