package dev.serai.management.lifecycle.deploy;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.RouteFiles;
import dev.serai.management.lifecycle.CompiledClasses;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.camel.BindToRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Converter;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.main.DefaultRoutesCollector;
import org.apache.camel.spi.CamelBeanPostProcessor;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.util.ObjectHelper;

/** Gives Camel Main the routes of a bundle: Java builders first, then Kamelets and beans, then the route files. */
final class BundleRoutes extends DefaultRoutesCollector {

    private final Bundle bundle;
    private final CompiledClasses classes;
    private final ClassLoader loader;

    BundleRoutes(Bundle bundle, CompiledClasses classes, ClassLoader loader) {
        this.bundle = bundle;
        this.classes = classes;
        this.loader = loader;
    }

    @Override
    public Collection<RoutesBuilder> collectRoutesFromRegistry(
            CamelContext context, String excludePattern, String includePattern) {
        List<RoutesBuilder> builders = new ArrayList<>();
        for (String name : new TreeSet<>(classes.byName().keySet())) {
            Class<?> type = load(name);
            if (isBean(type)) {
                Object bean = newBean(context, type);
                if (bean instanceof RoutesBuilder builder) {
                    builders.add(builder);
                }
            }
        }
        builders.addAll(super.collectRoutesFromRegistry(context, excludePattern, includePattern));
        return builders;
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("class " + name + " was compiled with the bundle but cannot be loaded", e);
        }
    }

    /** Route builders, and classes that ask to be bound or hold type converters; plain classes are left to who uses them. */
    private static boolean isBean(Class<?> type) {
        boolean instantiable = !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && !Modifier.isPrivate(type.getModifiers())
                && ObjectHelper.hasDefaultNoArgConstructor(type);
        return instantiable && (RoutesBuilder.class.isAssignableFrom(type) || asksToBeBound(type));
    }

    private static boolean asksToBeBound(Class<?> type) {
        BindToRegistry bound = type.getAnnotation(BindToRegistry.class);
        return bound != null && !bound.lazy()
                || type.isAnnotationPresent(Converter.class)
                || List.of(type.getDeclaredMethods()).stream()
                        .anyMatch(method -> method.isAnnotationPresent(BindToRegistry.class))
                || List.of(type.getDeclaredFields()).stream()
                        .anyMatch(field -> field.isAnnotationPresent(BindToRegistry.class));
    }

    private static Object newBean(CamelContext context, Class<?> type) {
        Object bean = context.getInjector().newInstance(type, false);
        CamelContextAware.trySetCamelContext(bean, context);
        if (type.isAnnotationPresent(Converter.class)) {
            context.getTypeConverterRegistry().addTypeConverters(bean);
        }
        if (!(bean instanceof RoutesBuilder)) {
            bind(context, bean);
        }
        return bean;
    }

    private static void bind(CamelContext context, Object bean) {
        CamelBeanPostProcessor processor = PluginHelper.getBeanPostProcessor(context);
        String name = bean.getClass().getName();
        try {
            processor.postProcessBeforeInitialization(bean, name);
            processor.postProcessAfterInitialization(bean, name);
        } catch (Exception e) {
            throw new IllegalStateException("class " + name + " cannot be bound as a bean: " + e.getMessage(), e);
        }
    }

    @Override
    public Collection<RoutesBuilder> collectRoutesFromDirectory(
            CamelContext context, String excludePattern, String includePattern) {
        try {
            return PluginHelper.getRoutesLoader(context).findRoutesBuilders(resources());
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public Collection<Resource> findRouteResourcesFromDirectory(
            CamelContext context, String excludePattern, String includePattern) {
        return resources();
    }

    private List<Resource> resources() {
        return bundle.paths().stream()
                .filter(path -> FileRole.of(path) == FileRole.KAMELET || RouteFiles.isRoutes(bundle, path))
                .sorted(Comparator.comparing(BundleRoutes::rank).thenComparing(Comparator.naturalOrder()))
                .map(path -> ResourceHelper.fromBytes(bundle.place(path), bundle.bytes(path)))
                .toList();
    }

    private static int rank(String path) {
        if (FileRole.of(path) == FileRole.KAMELET) {
            return 0;
        }
        return path.endsWith("beans.yaml") || path.endsWith("beans.xml") ? 1 : 2;
    }
}
