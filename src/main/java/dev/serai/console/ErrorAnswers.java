package dev.serai.console;

import dev.serai.console.access.SecureHeaders;
import dev.serai.console.api.Problem;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Failures that the server finds before or beside the API, as problem details instead of an HTML page; never with a stack trace. */
final class ErrorAnswers extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecureHeaders.add(request, response);
        int status = response.getStatus();
        Problem.ofServer(status, HttpStatus.getMessage(status)).answer().writeTo(response);
        callback.succeeded();
        return true;
    }
}
