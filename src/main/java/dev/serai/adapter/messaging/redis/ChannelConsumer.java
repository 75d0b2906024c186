package dev.serai.adapter.messaging.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Listens to a channel over a connection of its own, and again whenever that broke; what is published meanwhile is missed. */
final class ChannelConsumer extends DefaultConsumer {

    /** The channel that a message came from. */
    static final String CHANNEL = "CamelRedisChannel";

    private static final Logger LOG = LoggerFactory.getLogger(ChannelConsumer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ChannelEndpoint endpoint;
    private volatile CountDownLatch end = new CountDownLatch(1);
    private volatile @Nullable Listener listener;
    private @Nullable ExecutorService thread;

    ChannelConsumer(ChannelEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        end = new CountDownLatch(1);
        ExecutorService made = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(
                        this, "redis-channel " + new String(endpoint.channel(), StandardCharsets.UTF_8));
        thread = made;
        made.execute(this::listen);
    }

    private void listen() {
        while (end.getCount() > 0) {
            try (RedisClient redis = endpoint.connection().reader(Duration.ZERO)) {
                subscribe(redis, new Listener());
            } catch (JedisException e) {
                if (end.getCount() > 0) {
                    LOG.warn(
                            "{}: nothing is heard ({})",
                            endpoint,
                            endpoint.connection().failure(e).getMessage());
                    await(PAUSE);
                }
            }
        }
    }

    private void subscribe(RedisClient redis, Listener next) {
        listener = next;
        if (endpoint.isPattern()) {
            redis.psubscribe(next, endpoint.channel());
        } else {
            redis.subscribe(next, endpoint.channel());
        }
    }

    private void await(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    private void deliver(byte[] channel, byte[] body) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(CHANNEL, new String(channel, StandardCharsets.UTF_8));
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            getExceptionHandler().handleException("a published message is lost", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }

    @Override
    protected void doStop() throws Exception {
        end.countDown();
        Listener last = listener;
        if (last != null) {
            last.end();
        }
        if (thread != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(thread);
            thread = null;
        }
        super.doStop();
    }

    /** What Redis calls with each message, on the thread that listens. */
    private final class Listener extends BinaryJedisPubSub {

        @Override
        public void onMessage(byte[] channel, byte[] body) {
            deliver(channel, body);
        }

        @Override
        public void onPMessage(byte[] pattern, byte[] channel, byte[] body) {
            deliver(channel, body);
        }

        /** The consumer may have been stopped before there was a subscription to end. */
        @Override
        public void onSubscribe(byte[] channel, int subscribed) {
            end();
        }

        @Override
        public void onPSubscribe(byte[] pattern, int subscribed) {
            end();
        }

        void end() {
            if (end.getCount() > 0 || !isSubscribed()) {
                return;
            }
            if (endpoint.isPattern()) {
                punsubscribe();
            } else {
                unsubscribe();
            }
        }
    }
}
