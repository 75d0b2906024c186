import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections;
import io.qdrant.client.grpc.CollectionsGrpc;
import io.qdrant.client.grpc.Points;
import io.qdrant.client.grpc.PointsGrpc;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * No Qdrant, but a stub of the gRPC calls that Qdrant publishes: collections, upsert, retrieve, delete, the nearest by dot product. It asks for a key,
 * and has what was upserted in a file before it answers. Over HTTP it tells the payload "body" of all points of a collection, a line each.
 */
final class QdrantStub {

    private static final Metadata.Key<String> KEY = Metadata.Key.of("api-key", Metadata.ASCII_STRING_MARSHALLER);

    private final Map<String, Map<String, Points.PointStruct>> collections = new ConcurrentHashMap<>();
    private final OutputStream journal;

    private QdrantStub(Path file, String[] names) throws IOException {
        for (String name : names) {
            collections.put(name, new ConcurrentHashMap<>());
        }
        if (Files.exists(file)) {
            replay(file);
        }
        journal = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void replay(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            for (Points.UpsertPoints each = Points.UpsertPoints.parseDelimitedFrom(in);
                    each != null;
                    each = Points.UpsertPoints.parseDelimitedFrom(in)) {
                put(each);
            }
        } catch (InvalidProtocolBufferException e) {
            System.out.println("the last points were not written to their end, and not answered for: " + e.getMessage());
        }
    }

    private Map<String, Points.PointStruct> collection(String name) {
        Map<String, Points.PointStruct> found = collections.get(name);
        if (found == null) {
            throw Status.NOT_FOUND
                    .withDescription("Not found: Collection `" + name + "` doesn't exist!")
                    .asRuntimeException();
        }
        return found;
    }

    private void put(Points.UpsertPoints request) {
        request.getPointsList()
                .forEach(point -> collection(request.getCollectionName()).put(id(point.getId()), point));
    }

    private static String id(io.qdrant.client.grpc.Common.PointId id) {
        return id.hasNum() ? String.valueOf(id.getNum()) : id.getUuid();
    }

    private synchronized void write(Points.UpsertPoints request) {
        collection(request.getCollectionName());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            request.writeDelimitedTo(whole);
            journal.write(whole.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        put(request);
    }

    private static <T> void answer(StreamObserver<T> caller, T message) {
        caller.onNext(message);
        caller.onCompleted();
    }

    private static Points.PointsOperationResponse done() {
        return Points.PointsOperationResponse.newBuilder()
                .setResult(Points.UpdateResult.newBuilder().setStatus(Points.UpdateStatus.Completed))
                .build();
    }

    private final class PointCalls extends PointsGrpc.PointsImplBase {

        @Override
        public void upsert(Points.UpsertPoints request, StreamObserver<Points.PointsOperationResponse> caller) {
            write(request);
            answer(caller, done());
        }

        @Override
        public void delete(Points.DeletePoints request, StreamObserver<Points.PointsOperationResponse> caller) {
            request.getPoints()
                    .getPoints()
                    .getIdsList()
                    .forEach(id -> collection(request.getCollectionName()).remove(id(id)));
            answer(caller, done());
        }

        @Override
        public void get(Points.GetPoints request, StreamObserver<Points.GetResponse> caller) {
            Points.GetResponse.Builder found = Points.GetResponse.newBuilder();
            request.getIdsList().forEach(id -> {
                Points.PointStruct point =
                        collection(request.getCollectionName()).get(id(id));
                if (point != null) {
                    found.addResult(Points.RetrievedPoint.newBuilder()
                            .setId(point.getId())
                            .putAllPayload(point.getPayloadMap()));
                }
            });
            answer(caller, found.build());
        }

        @Override
        public void query(Points.QueryPoints request, StreamObserver<Points.QueryResponse> caller) {
            List<Float> wanted = request.getQuery().getNearest().getDense().getDataList();
            Points.QueryResponse.Builder nearest = Points.QueryResponse.newBuilder();
            collection(request.getCollectionName()).values().stream()
                    .map(point -> Points.ScoredPoint.newBuilder()
                            .setId(point.getId())
                            .putAllPayload(point.getPayloadMap())
                            .setScore(product(wanted, numbers(point)))
                            .build())
                    .sorted(Comparator.comparing(Points.ScoredPoint::getScore).reversed())
                    .limit(request.getLimit())
                    .forEach(nearest::addResult);
            answer(caller, nearest.build());
        }
    }

    @SuppressWarnings("deprecation") // where the numbers are depends on the client's version
    private static List<Float> numbers(Points.PointStruct point) {
        Points.Vector vector = point.getVectors().getVector();
        return vector.getDense().getDataCount() > 0 ? vector.getDense().getDataList() : vector.getDataList();
    }

    private static float product(List<Float> one, List<Float> other) {
        float sum = 0;
        for (int place = 0; place < Math.min(one.size(), other.size()); place++) {
            sum += one.get(place) * other.get(place);
        }
        return sum;
    }

    private final class CollectionCalls extends CollectionsGrpc.CollectionsImplBase {

        @Override
        public void create(
                Collections.CreateCollection request, StreamObserver<Collections.CollectionOperationResponse> caller) {
            if (collections.containsKey(request.getCollectionName())) {
                caller.onError(Status.ALREADY_EXISTS
                        .withDescription("Collection " + request.getCollectionName() + " already exists")
                        .asRuntimeException());
                return;
            }
            collections.put(request.getCollectionName(), new ConcurrentHashMap<>());
            answer(
                    caller,
                    Collections.CollectionOperationResponse.newBuilder().setResult(true).build());
        }

        @Override
        public void list(
                Collections.ListCollectionsRequest request,
                StreamObserver<Collections.ListCollectionsResponse> caller) {
            Collections.ListCollectionsResponse.Builder all = Collections.ListCollectionsResponse.newBuilder();
            collections.keySet().forEach(name -> all.addCollections(Collections.CollectionDescription.newBuilder().setName(name)));
            answer(caller, all.build());
        }
    }

    /** Refuses who does not know the key, and tells what a call fails with. */
    private record Doorman(String key) implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (key.equals(headers.get(KEY))) {
                return telling(call, next.startCall(call, headers));
            }
            call.close(Status.UNAUTHENTICATED.withDescription("Invalid API key or JWT"), new Metadata());
            return new ServerCall.Listener<>() {};
        }

        private static <Q, A> ServerCall.Listener<Q> telling(ServerCall<Q, A> call, ServerCall.Listener<Q> next) {
            return new SimpleForwardingServerCallListener<>(next) {
                @Override
                public void onHalfClose() {
                    try {
                        super.onHalfClose();
                    } catch (StatusRuntimeException e) {
                        call.close(e.getStatus(), new Metadata());
                    }
                }
            };
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        byte[] answer = collection(exchange.getRequestURI().getPath().substring(1)).values().stream()
                .map(point -> point.getPayloadOrThrow("body").getStringValue() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    public static void main(String[] words) throws IOException {
        QdrantStub stub = new QdrantStub(Path.of(words[0]), words[4].split(","));
        InetAddress loopback = InetAddress.getLoopbackAddress();
        NettyServerBuilder.forAddress(new InetSocketAddress(loopback, Integer.parseInt(words[1])))
                .addService(stub.new PointCalls())
                .addService(stub.new CollectionCalls())
                .intercept(new Doorman(words[3]))
                .maxInboundMessageSize(32 << 20)
                .build()
                .start();
        HttpServer http = HttpServer.create(new InetSocketAddress(loopback, Integer.parseInt(words[2])), 0);
        http.createContext("/", stub::tell);
        http.start();
    }
}
