package dev.serai.console.hawtio;

import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.DataUpdater;
import org.jspecify.annotations.Nullable;

/** Says with each operation in the list of MBeans whether the caller may execute it: Hawtio offers no other. */
final class InvokeRights extends DataUpdater {

    private static final String KEY = "canInvoke";
    private static final String OPERATIONS = "op";

    private final JolokiaRules rules;

    InvokeRights(JolokiaRules rules) {
        super(1);
        this.rules = rules;
    }

    @Override
    public String getKey() {
        return KEY;
    }

    @Override
    public void update(Map<String, Object> told, ObjectName mbean, MBeanInfo info, @Nullable Deque<String> path) {
        if (told.get(OPERATIONS) instanceof Map<?, ?> operations) {
            operations.forEach((name, described) -> tell(mbean, String.valueOf(name), described));
        }
    }

    /** One operation is described by an object, several of one name by a list. */
    private void tell(ObjectName mbean, String name, Object described) {
        if (described instanceof List<?> overloaded) {
            overloaded.forEach(one -> tell(mbean, name, one));
        } else if (described instanceof Map<?, ?> operation) {
            put(operation, mayExecute(mbean, signature(name, operation)));
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<?, ?> operation, boolean may) {
        ((Map<String, Object>) operation).put(KEY, may);
    }

    private boolean mayExecute(ObjectName mbean, String operation) {
        Need need = rules.toExecute(mbean, operation);
        return JolokiaCall.current().filter(call -> need.isMetBy(call.caller())).isPresent();
    }

    private static String signature(String name, Map<?, ?> operation) {
        if (!(operation.get("args") instanceof List<?> arguments)) {
            return name;
        }
        List<String> types = arguments.stream()
                .map(argument -> argument instanceof Map<?, ?> map ? String.valueOf(map.get("type")) : "")
                .toList();
        return name + "(" + String.join(",", types) + ")";
    }
}
