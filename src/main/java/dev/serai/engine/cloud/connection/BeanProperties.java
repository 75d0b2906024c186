package dev.serai.engine.cloud.connection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.support.component.PropertyConfigurerSupport;

/**
 * Sets the properties of an object. Texts are taken literally, as a password may begin with # or hold braces; numbers also as durations
 * (5s for 5000).
 *
 * @param context lends its type converters
 * @param target the object
 * @param configurer what Camel generated for an object of its own
 */
record BeanProperties(CamelContext context, Object target, Optional<PropertyConfigurer> configurer) {

    static BeanProperties of(CamelContext context, Object target) {
        PropertyConfigurer configurer =
                target instanceof Component component ? component.getComponentPropertyConfigurer() : null;
        return new BeanProperties(context, target, Optional.ofNullable(configurer));
    }

    /**
     * @return whether the object has such a property
     * @throws RuntimeException when it does not take the value; the message may hold the value
     */
    boolean set(String name, Object value) {
        return configurer
                        .filter(one -> one.configure(context, target, name, value, true))
                        .isPresent()
                || setter(name).map(setter -> call(setter, value)).orElse(false);
    }

    private Optional<Method> setter(String name) {
        return Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase("set" + name) && method.getParameterCount() == 1)
                .findFirst();
    }

    private boolean call(Method setter, Object value) {
        try {
            setter.invoke(target, PropertyConfigurerSupport.property(context, setter.getParameterTypes()[0], value));
            return true;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(setter + " cannot be called", e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(setter + " refused the value", e.getCause());
        }
    }
}
