package dev.serai.console.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.management.security.Role;
import dev.serai.management.security.account.User;
import dev.serai.management.security.login.Logins;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code POST /hawtio/auth/login} with {@code {"username":…,"password":…}}, as the console's login page sends it. */
final class LoginHandler extends Handler.Abstract {

    private static final int MOST_BYTES = 8 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Logins logins;
    private final SessionCookie cookie;

    LoginHandler(Logins logins, SessionCookie cookie) {
        this.logins = logins;
        this.cookie = cookie;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        JsonNode login = body(request);
        if (!login.path("username").isTextual() || !login.path("password").isTextual()) {
            return new Refusal(
                            HttpStatus.BAD_REQUEST_400,
                            "the body is no login; expected {\"username\": …, \"password\": …} in JSON",
                            "set the Content-Type application/json")
                    .write(request, response, callback);
        }
        Logins.Result result = logins.login(
                login.path("username").asText(), login.path("password").asText(), Request.getRemoteAddr(request));
        if (result instanceof Logins.Result.Accepted accepted) {
            return welcome(request, response, callback, accepted.user());
        }
        return refusal(result, response).write(request, response, callback);
    }

    private static Refusal refusal(Logins.Result result, Response response) {
        return result instanceof Logins.Result.Later later
                ? Refusal.later(later.delay(), response)
                : new Refusal(
                        HttpStatus.FORBIDDEN_403,
                        "user or password is wrong",
                        "an administrator sets a new password with: serai user password NAME");
    }

    private boolean welcome(Request request, Response response, Callback callback, User user) {
        cookie.begin(request, response, cookie.sessions().open(user, Role.permissions(user.roles())));
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("principals").addObject().put("type", "user").put("name", user.name());
        answer.putArray("credentials");
        return Simple.json(response, callback, answer.toString());
    }

    /** A form of another site can send text that looks like JSON, but not under JSON's type. */
    private static JsonNode body(Request request) throws IOException {
        String type = String.valueOf(request.getHeaders().get("Content-Type"));
        if (!type.startsWith("application/json") || request.getLength() > MOST_BYTES) {
            return MissingNode.getInstance();
        }
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
