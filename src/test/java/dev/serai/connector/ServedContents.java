package dev.serai.connector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a channel holds, as the program tells it by HTTP that a server was started with: a line for each message, in Base64. */
public final class ServedContents {

    private ServedContents() {}

    /** @param port where the program answers */
    public static List<String> of(String channel, int port) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + channel))
                .build();
        return HttpClient.newHttpClient()
                .send(asked, BodyHandlers.ofLines())
                .body()
                .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
                .toList();
    }
}
