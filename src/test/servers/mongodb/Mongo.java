import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Serves documents at a port of the loopback interface, with a journal: what was answered is there again after a {@code kill -9}. It knows no users. */
final class Mongo extends MemoryBackend {

    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "findAndModify", "create", "drop", "createIndexes");

    private final FileChannel journal;

    private Mongo(Path file) throws IOException {
        if (Files.exists(file)) {
            replay(Unpooled.wrappedBuffer(Files.readAllBytes(file)));
        }
        journal = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A command that was cut off by the end of the process had no answer. */
    private void replay(ByteBuf commands) {
        Channel nobody = new EmbeddedChannel();
        while (commands.readableBytes() > Integer.BYTES
                && commands.readableBytes() >= commands.getIntLE(commands.readerIndex())) {
            super.handleMessage(new MongoMessage(nobody, new MessageHeader(0, 0), BsonDecoder.decodeBson(commands)));
        }
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        String command = message.getDocument().keySet().iterator().next();
        if (command.equals("saslStart")) {
            throw new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
        }
        return CHANGES.contains(command) ? change(message) : super.handleMessage(message);
    }

    private synchronized Document change(MongoMessage message) {
        write(message.getDocument());
        return super.handleMessage(message);
    }

    private void write(Document command) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(command, bytes);
        try {
            journal.write(bytes.nioBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] words) throws IOException {
        new MongoServer(new Mongo(Path.of(words[0]))).bind("127.0.0.1", Integer.parseInt(words[1]));
    }
}
