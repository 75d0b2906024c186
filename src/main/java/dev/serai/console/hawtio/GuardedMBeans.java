package dev.serai.console.hawtio;

import java.io.IOException;
import javax.management.JMException;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.request.JolokiaWriteRequest;
import org.jolokia.server.core.request.NotChangedException;
import org.jolokia.service.jmx.LocalRequestHandler;

/** Jolokia's way to the MBeans of this process, through which no act passes that its caller may not do, and none unrecorded. */
final class GuardedMBeans extends LocalRequestHandler {

    private static final int ORDER = 1;

    private final JolokiaRules rules;
    private final MBeanActs acts;

    GuardedMBeans(JolokiaRules rules, MBeanActs acts) {
        super(ORDER);
        this.rules = rules;
        this.acts = acts;
    }

    @Override
    public <R extends JolokiaRequest> Object handleRequest(R request, Object previous)
            throws IOException, JMException, NotChangedException, BadRequestException, EmptyResponseException {
        if (request instanceof JolokiaExecRequest exec) {
            Need need = rules.toExecute(exec.getObjectName(), exec.getOperation());
            MBeanActs.Act act = new MBeanActs.Act("jolokia.exec", exec.getObjectName(), exec.getOperation(), need);
            return acts.done(act, () -> super.handleRequest(request, previous));
        }
        if (request instanceof JolokiaWriteRequest write) {
            Need need = rules.toWrite(write.getObjectName(), write.getAttributeName());
            MBeanActs.Act act =
                    new MBeanActs.Act("jolokia.write", write.getObjectName(), write.getAttributeName(), need);
            return acts.done(act, () -> super.handleRequest(request, previous));
        }
        return super.handleRequest(request, previous);
    }
}
