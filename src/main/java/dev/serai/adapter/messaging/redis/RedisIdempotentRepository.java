package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.resps.ScanResult;

/** Which messages were seen, by any Serai on the same server, for a time. */
public final class RedisIdempotentRepository extends ServiceSupport implements IdempotentRepository {

    private RedisConnection connection = new RedisConnection();
    private String prefix = "seen";
    private Duration remember = Duration.ofDays(7);

    public void setConnection(RedisConnection connection) {
        this.connection = connection;
    }

    /** What the keys begin with. */
    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public void setRemember(Duration remember) {
        this.remember = remember;
    }

    private String full(String key) {
        return prefix + ":" + key;
    }

    @Override
    public boolean add(String key) {
        SetParams once = new SetParams().nx().px(remember.toMillis());
        return connection.send(redis -> redis.set(full(key), "1", once)) != null;
    }

    @Override
    public boolean contains(String key) {
        return connection.send(redis -> redis.exists(full(key)));
    }

    @Override
    public boolean remove(String key) {
        return connection.send(redis -> redis.del(full(key))) > 0;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        ScanParams all = new ScanParams().match(prefix + ":*").count(1_000);
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            String from = cursor;
            ScanResult<String> found = connection.send(redis -> redis.scan(from, all));
            found.getResult().forEach(key -> connection.send(redis -> redis.del(key)));
            cursor = found.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    }
}
