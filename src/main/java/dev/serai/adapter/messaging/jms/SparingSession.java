package dev.serai.adapter.messaging.jms;

import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A session with transactions that asks the broker to undo only what was begun. The pool rolls back every session that is given back to it, most of
 * which have just been committed; of the questions that a sent message costs the broker these would be the most.
 */
final class SparingSession implements InvocationHandler {

    private final Session session;
    private volatile boolean receives;
    private volatile boolean begun;

    private SparingSession(Session session) {
        this.session = session;
    }

    static Session of(Session session) {
        return proxy(Session.class, new SparingSession(session));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SparingSession.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "rollback" -> receives || begun ? ended(method, arguments) : null;
            case "commit" -> ended(method, arguments);
            case "createProducer" -> sending(called(session, method, arguments));
            default -> other(method, arguments);
        };
    }

    private @Nullable Object ended(Method method, Object @Nullable [] arguments) throws Throwable {
        Object result = called(session, method, arguments);
        begun = false;
        return result;
    }

    /** What is handed to a consumer belongs to the transaction, and is not seen here. */
    private @Nullable Object other(Method method, Object @Nullable [] arguments) throws Throwable {
        Class<?> made = method.getReturnType();
        receives |= MessageConsumer.class.isAssignableFrom(made) || QueueBrowser.class.isAssignableFrom(made);
        return called(session, method, arguments);
    }

    private @Nullable Object sending(@Nullable Object made) {
        return made instanceof MessageProducer producer
                ? proxy(MessageProducer.class, (proxy, method, arguments) -> {
                    begun |= method.getName().equals("send");
                    return called(producer, method, arguments);
                })
                : made;
    }

    private static @Nullable Object called(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
