package dev.serai.console.access;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A client that keeps cookies, follows nothing by itself, and says where its requests come from as a browser does. As in a browser, this machine
 * counts as secure, so cookies for TLS alone are kept too, which the JDK's own jar does not do.
 */
final class Browser {

    private final String origin;
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    String origin() {
        return origin;
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String url, String fields) throws IOException, InterruptedException {
        return send(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    HttpResponse<String> login(String user, String password) throws IOException, InterruptedException {
        return post(
                "/hawtio/auth/login",
                "{\"username\":\"" + user + "\",\"password\":\"" + password + "\"}",
                "Origin",
                origin);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        URI uri = URI.create(path.startsWith("http") ? path : origin + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        Map<String, String> known = cookies.getOrDefault(uri.getAuthority(), Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(cookie -> keep(response.uri(), cookie));
        return response;
    }

    private void keep(URI from, String header) {
        HttpCookie cookie = HttpCookie.parse(header).get(0);
        Map<String, String> known = cookies.computeIfAbsent(from.getAuthority(), fresh -> new HashMap<>());
        if (cookie.getMaxAge() == 0) {
            known.remove(cookie.getName());
        } else {
            known.put(cookie.getName(), cookie.getValue());
        }
    }
}
