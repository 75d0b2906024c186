package dev.serai.console.hawtio;

import dev.serai.foundation.secret.SensitiveName;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jolokia.json.JSONObject;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.api.AbstractJolokiaService;
import org.jolokia.server.core.service.request.RequestInterceptor;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;

/** Hides secrets in what MBeans answer, such as the system properties or the address of an endpoint, and mends Camel's XML on the way. */
final class AnswerMasking extends AbstractJolokiaService<RequestInterceptor> implements RequestInterceptor {

    private static final String VALUE = "value";

    private final UnaryOperator<String> known;

    /** @param known hides secrets that are known by their value */
    AnswerMasking(UnaryOperator<String> known) {
        super(RequestInterceptor.class, 1);
        this.known = known;
    }

    @Override
    public void intercept(JolokiaRequest request, JSONObject answer) {
        if (request.getType() == RequestType.READ || request.getType() == RequestType.EXEC) {
            answer.replaceAll((name, value) -> name.equals(VALUE) ? masked(mended(request, value)) : value);
        }
    }

    private static Object mended(JolokiaRequest request, Object value) {
        boolean xml = request instanceof JolokiaExecRequest exec
                && exec.getOperation().contains("AsXml");
        return xml && value instanceof String text ? TraceXml.mended(text) : value;
    }

    private @Nullable Object masked(@Nullable Object value) {
        if (value instanceof String text) {
            return known.apply(SecretText.masked(text));
        }
        if (value instanceof Map<?, ?> map) {
            return maskEntries(map);
        }
        return value instanceof List<?> list ? maskElements(list) : value;
    }

    @SuppressWarnings("unchecked")
    private Object maskEntries(Map<?, ?> map) {
        ((Map<String, Object>) map)
                .replaceAll((name, value) ->
                        value instanceof String && SensitiveName.says(name) ? SecretText.MASK : masked(value));
        return map;
    }

    @SuppressWarnings("unchecked")
    private Object maskElements(List<?> list) {
        ((List<Object>) list).replaceAll(this::masked);
        return list;
    }
}
