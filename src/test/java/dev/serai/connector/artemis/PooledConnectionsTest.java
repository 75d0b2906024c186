package dev.serai.connector.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.engine.cloud.pack.Packs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pool over a client that does nothing but count, as a real broker does not tell what it was asked in vain. All by the pack's own classes. */
class PooledConnectionsTest {

    private static final int SESSION_TRANSACTED = 0;
    private static final Map<Class<?>, Object> ZEROES = Map.of(int.class, 0, long.class, 0L, boolean.class, false);

    private final Packs packs = Packs.ofDistribution(Path.of("connectors"));
    private final List<String> asked = new ArrayList<>();
    private Object pool;
    private boolean isBroken;

    @BeforeEach
    void makePool() throws Exception {
        pool = type("dev.serai.adapter.messaging.jms.PooledConnections")
                .getDeclaredConstructor()
                .newInstance();
        call(pool, "setConnectionFactory", client(type("jakarta.jms.ConnectionFactory")));
    }

    @AfterEach
    void closePool() throws Exception {
        call(pool, "close");
        packs.close();
    }

    @Test
    void whatWasCommittedIsNotUndoneWhenItsSessionIsGivenBack() throws Exception {
        Object session = session();

        send(session);
        call(session, "commit");
        call(session, "close");

        assertThat(asked).contains("Session.commit").doesNotContain("Session.rollback");
    }

    @Test
    void whatWasSentAndNotCommittedIsUndone() throws Exception {
        Object session = session();

        send(session);
        call(session, "commit");
        send(session);
        call(session, "close");

        assertThat(asked).endsWith("Session.rollback");
    }

    @Test
    void whatAConsumerMayHaveBeenHandedIsUndone() throws Exception {
        Object session = session();

        call(session, "createConsumer", client(type("jakarta.jms.Queue")));
        call(session, "commit");
        call(session, "close");

        assertThat(asked).endsWith("Session.rollback");
    }

    @Test
    void aConnectionThatBreaksWhileItIsMadeIsNotHandedOut() throws Exception {
        isBroken = true;
        assertThatThrownBy(() -> call(pool, "createConnection")).hasMessage("broken");
        isBroken = false;

        Object session = session();
        send(session);
        call(session, "commit");

        assertThat(asked).containsSubsequence("Connection.close", "MessageProducer.send", "Session.commit");
    }

    private Object session() throws Exception {
        return call(call(pool, "createConnection"), "createSession", true, SESSION_TRANSACTED);
    }

    private void send(Object session) throws Exception {
        Object producer = call(session, "createProducer", client(type("jakarta.jms.Queue")));
        call(producer, "send", client(type("jakarta.jms.Message")));
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return packs.loader("artemis").loadClass(name);
    }

    private static Object call(Object target, String name, Object... arguments) throws Exception {
        Method method = Arrays.stream(target.getClass().getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    /** One of the client's interfaces, all of whose methods answer with another. */
    private Object client(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            asked.add(type.getSimpleName() + "." + method.getName());
            if (isBroken && method.getName().equals("createSession")) {
                throw (Exception) type("jakarta.jms.JMSException")
                        .getConstructor(String.class)
                        .newInstance("broken");
            }
            return answer(method.getReturnType());
        });
    }

    private @Nullable Object answer(Class<?> type) {
        if (type == String.class) {
            return "client";
        }
        return type.isInterface() ? client(type) : ZEROES.get(type);
    }
}
