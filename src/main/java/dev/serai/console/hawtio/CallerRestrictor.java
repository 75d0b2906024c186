package dev.serai.console.hawtio;

import java.util.EnumSet;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/** Answers every question that Jolokia asks before it touches an MBean by the permissions of the caller. */
final class CallerRestrictor implements Restrictor {

    private static final Set<RequestType> TYPES = EnumSet.of(
            RequestType.READ,
            RequestType.WRITE,
            RequestType.EXEC,
            RequestType.LIST,
            RequestType.SEARCH,
            RequestType.VERSION);

    private final JolokiaRules rules;

    CallerRestrictor(JolokiaRules rules) {
        this.rules = rules;
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    /** Notifications would keep a connection and a listener for each caller; the console asks instead. */
    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
        return permits(rules.toRead(mbean));
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
        return permits(rules.toWrite(mbean, attribute));
    }

    @Override
    public boolean isOperationAllowed(ObjectName mbean, String operation) {
        return permits(rules.toExecute(mbean, operation));
    }

    private static boolean permits(Need need) {
        return JolokiaCall.current().filter(call -> need.isMetBy(call.caller())).isPresent();
    }

    /** The management port decides who reaches it. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** Only pages of the console itself: {@link SameOrigin} has let the request in, and no other page is ever told it may read the answer. */
    @Override
    public boolean isOriginAllowed(String origin, boolean onlyWhenStrict) {
        return onlyWhenStrict;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName mbean) {
        return rules.isHidden(mbean);
    }
}
