package dev.serai.adapter.legacy.soap;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import java.util.List;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;

/** A fault that a web service answered with. */
public final class SoapRefusal extends RuntimeException implements AnswerableFailure {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_GATEWAY = 502;
    private static final int LONGEST = 300;

    private final int status;

    private SoapRefusal(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** A fault as a refusal; anything else, such as a server that cannot be reached, as it is. */
    static Exception of(Exception failure) {
        return failure instanceof SoapFault fault ? of(fault) : unwrapped(failure);
    }

    private static Exception unwrapped(Exception failure) {
        return failure instanceof Fault fault && fault.getCause() instanceof Exception cause ? cause : failure;
    }

    private static SoapRefusal of(SoapFault fault) {
        boolean callers = fault.getFaultCode().equals(Soap11.getInstance().getSender())
                || fault.getFaultCode().equals(Soap12.getInstance().getSender());
        String reason = String.valueOf(fault.getReason()).strip();
        String text = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return new SoapRefusal(
                callers ? UNPROCESSABLE : BAD_GATEWAY,
                "the web service answered with the fault "
                        + fault.getFaultCode().getLocalPart() + ": " + text,
                fault);
    }

    /** 422 when the service says that the request is wrong, 502 when it says that it has failed. */
    @Override
    public int status() {
        return status;
    }

    @Override
    public List<Answer.Detail> details() {
        return List.of();
    }
}
