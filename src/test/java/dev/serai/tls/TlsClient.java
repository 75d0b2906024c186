package dev.serai.tls;

import dev.serai.foundation.tls.PinnedTrust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The JDK's own TLS client, which trusts certain certificates. */
final class TlsClient {

    private static final int PATIENCE_MILLIS = 10_000;

    private final SSLContext context;
    private final HttpClient http;

    TlsClient(List<String> trusted, KeyManager... keys) throws GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new PinnedTrust(trusted)}, null);
        http = HttpClient.newBuilder().sslContext(context).build();
    }

    HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMillis(PATIENCE_MILLIS));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A connection of its own, whose handshake is done. */
    SSLSocket connect(String url, String... cipherSuites) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket("127.0.0.1", URI.create(url).getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        if (cipherSuites.length > 0) {
            socket.setEnabledCipherSuites(cipherSuites);
        }
        socket.startHandshake();
        return socket;
    }

    /** Asks on a connection of its own, to its end. */
    String once(String url, String path) throws IOException {
        try (SSLSocket socket = connect(url)) {
            write(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static void write(SSLSocket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Reads until the text was seen, or the connection ended. */
    static String until(SSLSocket socket, String wanted) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(wanted) < 0) {
            int next = in.read();
            if (next < 0) {
                return seen.toString();
            }
            seen.append((char) next);
        }
        return seen.toString();
    }
}
