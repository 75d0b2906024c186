package bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** HTTP load from one thread: each connection sends its next request as soon as the answer to the last one is there. */
final class Load {

    private static final int OPENED_AT_ONCE = 250;

    private final InetSocketAddress address;
    private final byte[] request;
    private final ByteBuffer read = ByteBuffer.allocateDirect(65_536);

    Load(int port, String request) {
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.request = request.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    }

    static String post(String path, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n\r\n" + json;
    }

    /** Keeps {@code connections} busy for a time. */
    Answers during(int connections, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        return run(connections, Integer.MAX_VALUE, () -> System.nanoTime() > end);
    }

    /** Keeps {@code connections} busy until {@code done} says so. */
    Answers until(int connections, BooleanSupplier done) throws IOException {
        return run(connections, Integer.MAX_VALUE, done);
    }

    /** One request on each of {@code connections}, all in flight at once. */
    Answers burst(int connections, Duration deadline) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        return run(connections, 1, () -> System.nanoTime() > end);
    }

    private Answers run(int connections, int requestsEach, BooleanSupplier done) throws IOException {
        Answers answers = new Answers();
        try (Selector selector = Selector.open()) {
            int opened = 0;
            long ended = 0;
            while (!done.getAsBoolean() && ended < (long) connections) {
                for (int i = 0; i < OPENED_AT_ONCE && opened < connections; i++, opened++) {
                    open(selector, new Connection(requestsEach));
                }
                selector.select(opened < connections ? 1 : 20);
                for (SelectionKey key : selector.selectedKeys()) {
                    ended += step(selector, key, answers) ? 0 : 1;
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
        answers.close();
        return answers;
    }

    private void open(Selector selector, Connection connection) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        boolean now = channel.connect(address);
        connection.begin(request);
        channel.register(selector, now ? SelectionKey.OP_WRITE : SelectionKey.OP_CONNECT, connection);
    }

    /** Whether the connection, or the one that takes its place, goes on. */
    private boolean step(Selector selector, SelectionKey key, Answers answers) throws IOException {
        Connection connection = (Connection) key.attachment();
        try {
            return advance(key, (SocketChannel) key.channel(), connection, answers);
        } catch (IOException e) {
            key.cancel();
            key.channel().close();
            answers.fail();
            connection.left--;
            if (connection.left > 0) {
                open(selector, connection);
            }
            return connection.left > 0;
        }
    }

    private boolean advance(SelectionKey key, SocketChannel channel, Connection connection, Answers answers)
            throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            key.interestOps(SelectionKey.OP_WRITE);
        }
        if (key.isWritable()) {
            channel.write(connection.out);
            if (!connection.out.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        if (!key.isReadable()) {
            return true;
        }
        read.clear();
        if (channel.read(read) < 0) {
            throw new IOException("closed before the answer was whole");
        }
        connection.take(read.flip());
        return !connection.isAnswered() || next(key, channel, connection, answers);
    }

    private boolean next(SelectionKey key, SocketChannel channel, Connection connection, Answers answers)
            throws IOException {
        answers.add(connection.began, connection.status());
        connection.left--;
        if (connection.left == 0) {
            key.cancel();
            channel.close();
            return false;
        }
        connection.begin(request);
        key.interestOps(SelectionKey.OP_WRITE);
        return true;
    }

    private static final class Connection {

        private int left;
        private long began;
        private ByteBuffer out = ByteBuffer.allocate(0);
        private byte[] in = new byte[512];
        private int length;

        Connection(int left) {
            this.left = left;
        }

        void begin(byte[] request) {
            out = ByteBuffer.wrap(request);
            length = 0;
            began = System.nanoTime();
        }

        void take(ByteBuffer bytes) {
            int more = bytes.remaining();
            if (length + more > in.length) {
                in = Arrays.copyOf(in, Math.max(in.length * 2, length + more));
            }
            bytes.get(in, length, more);
            length += more;
        }

        boolean isAnswered() {
            String text = new String(in, 0, length, StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return false;
            }
            String fields = text.substring(0, head).toLowerCase(java.util.Locale.ROOT);
            int at = fields.indexOf("content-length:");
            if (at < 0) {
                return !fields.contains("chunked") || text.endsWith("0\r\n\r\n");
            }
            int end = fields.indexOf('\r', at);
            String value = fields.substring(at + "content-length:".length(), end < 0 ? fields.length() : end);
            return length >= head + 4 + Integer.parseInt(value.trim());
        }

        int status() {
            return Integer.parseInt(new String(in, 9, 3, StandardCharsets.ISO_8859_1));
        }
    }
}
