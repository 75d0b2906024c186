package dev.serai.foundation.secret;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.InvalidAttributeValueException;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanRegistration;
import javax.management.MBeanServer;
import javax.management.NotificationEmitter;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.modelmbean.RequiredModelMBean;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * What Camel's MBeans tell, without secrets. Camel shows some texts with every reference resolved, such as the message of a log step, and has no place where
 * that could be changed but the MBean server that it registers its beans with.
 */
public final class RedactedBeans {

    private RedactedBeans() {}

    /** To be called before the context is initialised; does nothing for one without JMX. */
    public static void attach(CamelContext context) {
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextInitializing(CamelContext initializing) {
                ManagementAgent agent = initializing.getManagementStrategy().getManagementAgent();
                if (agent != null) {
                    MBeanServer server = agent.getMBeanServer();
                    agent.setMBeanServer(
                            redacting(server == null ? ManagementFactory.getPlatformMBeanServer() : server));
                }
            }
        });
    }

    private static MBeanServer redacting(MBeanServer server) {
        return (MBeanServer) Proxy.newProxyInstance(
                RedactedBeans.class.getClassLoader(),
                new Class<?>[] {MBeanServer.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("registerMBean") && arguments[0] instanceof RequiredModelMBean bean) {
                        return server.registerMBean(new Bean(bean), (ObjectName) arguments[1]);
                    }
                    try {
                        return method.invoke(server, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object clean(Object value) {
        if (value instanceof String text) {
            return Redaction.clean(text);
        }
        return value instanceof String[] texts
                ? Arrays.stream(texts)
                        .map(text -> text == null ? null : Redaction.clean(text))
                        .toArray(String[]::new)
                : value;
    }

    /** @param camel the bean as Camel made it */
    private record Bean(RequiredModelMBean camel) implements DynamicMBean, MBeanRegistration, NotificationEmitter {

        @Override
        public Object getAttribute(String attribute)
                throws AttributeNotFoundException, MBeanException, ReflectionException {
            return clean(camel.getAttribute(attribute));
        }

        @Override
        public AttributeList getAttributes(String[] attributes) {
            AttributeList values = new AttributeList();
            camel.getAttributes(attributes)
                    .asList()
                    .forEach(value -> values.add(new Attribute(value.getName(), clean(value.getValue()))));
            return values;
        }

        @Override
        public Object invoke(String operation, Object[] arguments, String[] signature)
                throws MBeanException, ReflectionException {
            return clean(camel.invoke(operation, arguments, signature));
        }

        @Override
        public void setAttribute(Attribute attribute)
                throws AttributeNotFoundException, InvalidAttributeValueException, MBeanException, ReflectionException {
            camel.setAttribute(attribute);
        }

        @Override
        public AttributeList setAttributes(AttributeList attributes) {
            return camel.setAttributes(attributes);
        }

        @Override
        public MBeanInfo getMBeanInfo() {
            return camel.getMBeanInfo();
        }

        @Override
        public ObjectName preRegister(MBeanServer server, ObjectName name) throws Exception {
            return camel.preRegister(server, name);
        }

        @Override
        public void postRegister(Boolean done) {
            camel.postRegister(done);
        }

        @Override
        public void preDeregister() throws Exception {
            camel.preDeregister();
        }

        @Override
        public void postDeregister() {
            camel.postDeregister();
        }

        @Override
        public void addNotificationListener(NotificationListener listener, NotificationFilter filter, Object handback) {
            camel.addNotificationListener(listener, filter, handback);
        }

        @Override
        public void removeNotificationListener(NotificationListener listener) throws ListenerNotFoundException {
            camel.removeNotificationListener(listener);
        }

        @Override
        public void removeNotificationListener(
                NotificationListener listener, NotificationFilter filter, Object handback)
                throws ListenerNotFoundException {
            camel.removeNotificationListener(listener, filter, handback);
        }

        @Override
        public MBeanNotificationInfo[] getNotificationInfo() {
            return camel.getNotificationInfo();
        }
    }
}
