package dev.serai.acceptance;

import dev.serai.Serai;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The MBeans of a Serai in another process, as the console and whoever attaches to it read them. */
final class ManagedBeans {

    /** Operations that read; of the virtual machine's own, those that tell of threads, arguments and properties. */
    private static final Pattern READING = Pattern.compile(
            "(dump|browse|get|list|has|find|explain|print|show|info).*|threadPrint|vmSystemProperties|vmCommandLine|vmInfo");

    private static final Set<String> TOO_LONG = Set.of("dumpAllThreads", "findDeadlockedThreads");

    /** A test asks for the beans by making this file in the home, and finds them in the other. */
    private static final String WISH = "read-beans";

    private static final String ANSWER = "beans.txt";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** Serai itself, in whose process a thread waits for the wish. */
    public static void main(String[] arguments) {
        Path shippedLog = Path.of("src/main/resources/logback.xml").toAbsolutePath();
        System.setProperty("logback.configurationFile", shippedLog.toString());
        Path home = Path.of(arguments[Arrays.asList(arguments).indexOf("--home") + 1]);
        Thread reader = new Thread(() -> new ManagedBeans().answer(home), "bean-reader");
        reader.setDaemon(true);
        reader.start();
        Serai.main(arguments);
    }

    private void answer(Path home) {
        Awaitility.await().atMost(Duration.ofMinutes(4)).until(() -> Files.exists(home.resolve(WISH)));
        StringBuilder beans = new StringBuilder();
        try {
            readAll((place, text) ->
                    beans.append(place).append(": ").append(text).append('\0'));
            Files.writeString(home.resolve(ANSWER + ".part"), beans);
            Files.move(home.resolve(ANSWER + ".part"), home.resolve(ANSWER));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What the beans of a Serai that was started by {@link #main} tell, one after the other. */
    static List<String> of(Path home) throws IOException {
        Files.createFile(home.resolve(WISH));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(home.resolve(ANSWER)));
        return List.of(Files.readString(home.resolve(ANSWER)).split("\0"));
    }

    /** Reads every attribute, and what every operation that reads gives. */
    private void readAll(BiConsumer<String, String> reader) throws Exception {
        for (ObjectName name : server.queryNames(null, null)) {
            MBeanInfo info = server.getMBeanInfo(name);
            for (MBeanAttributeInfo attribute : info.getAttributes()) {
                if (attribute.isReadable()) {
                    reader.accept(name + " " + attribute.getName(), attribute(name, attribute.getName()));
                }
            }
            for (MBeanOperationInfo operation : info.getOperations()) {
                if (READING.matcher(operation.getName()).matches() && !TOO_LONG.contains(operation.getName())) {
                    reader.accept(name + " " + operation.getName() + "()", result(name, operation));
                }
            }
        }
    }

    private String attribute(ObjectName name, String attribute) {
        try {
            return text(server.getAttribute(name, attribute));
        } catch (JMException | RuntimeException notToBeRead) {
            return notToBeRead.toString();
        }
    }

    private String result(ObjectName name, MBeanOperationInfo operation) {
        MBeanParameterInfo[] signature = operation.getSignature();
        Object[] arguments = Arrays.stream(signature)
                .map(parameter -> argument(parameter.getType()))
                .toArray();
        String[] types =
                Arrays.stream(signature).map(MBeanParameterInfo::getType).toArray(String[]::new);
        try {
            return text(server.invoke(name, operation.getName(), arguments, types));
        } catch (JMException | RuntimeException notWithTheseArguments) {
            return notWithTheseArguments.toString();
        }
    }

    private static @Nullable Object argument(String type) {
        return switch (type) {
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 100;
            case "long", "java.lang.Long" -> 100L;
            case "java.lang.String" -> "*";
            case "[Ljava.lang.String;" -> new String[0];
            default -> null;
        };
    }

    private static String text(@Nullable Object value) {
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> text(Array.get(value, i)))
                    .collect(Collectors.joining("\n"));
        }
        return String.valueOf(value);
    }
}
