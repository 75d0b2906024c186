package dev.serai.engine.enterprise.deadletter;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.networknt.schema.ValidationMessage;
import dev.serai.engine.message.Answer.Detail;
import dev.serai.engine.message.AnswerableFailure;
import dev.serai.foundation.secret.Redaction;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ExchangeTimedOutException;
import org.apache.camel.ValidationException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.jsonvalidator.JsonValidationException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.support.processor.validation.SchemaValidationException;
import org.apache.commons.csv.CSVException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXParseException;

/**
 * What a failure means: for the one who waits, for the one who reads the log, and for the question whether to try again.
 *
 * @param status the HTTP status of an answer
 * @param summary what went wrong, in a clause without payload where the failure is of a known kind
 * @param details the places in the message
 */
public record Diagnosis(int status, String summary, List<Detail> details) {

    static final int UNREADABLE = 400;
    static final int INVALID = 422;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int LONGEST_SUMMARY = 500;
    private static final int DEEPEST = 20;

    public Diagnosis {
        summary = Redaction.clean(summary);
    }

    /** The first failure in the chain of causes that is of a known kind decides. */
    public static Diagnosis of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Diagnosis known = known(cause);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return new Diagnosis(FAILED, message(failure), List.of());
    }

    /** Whether the message itself is wrong, so that trying again is useless. */
    boolean isMessagesFault() {
        return status == UNREADABLE || status == INVALID;
    }

    private static @Nullable Diagnosis known(Throwable cause) {
        if (cause instanceof AnswerableFailure answerable) {
            return new Diagnosis(answerable.status(), firstLine(cause), answerable.details());
        }
        Diagnosis message = ofMessage(cause);
        return message == null ? ofSystem(cause) : message;
    }

    private static @Nullable Diagnosis ofMessage(Throwable cause) {
        if (cause instanceof JsonValidationException invalid) {
            return ofJsonSchema(invalid);
        }
        if (cause instanceof SchemaValidationException invalid) {
            return ofXmlSchema(invalid);
        }
        if (cause instanceof ValidationException) {
            return invalid(cause);
        }
        if (cause instanceof StreamReadException unreadable) {
            return unreadable("JSON", line(unreadable.getLocation()), column(unreadable.getLocation()));
        }
        if (cause instanceof JsonMappingException mismatch) {
            return ofMapping(mismatch);
        }
        if (cause instanceof SAXParseException xml) {
            return unreadable("XML", xml.getLineNumber(), xml.getColumnNumber());
        }
        if (cause instanceof CSVException csv) {
            return new Diagnosis(UNREADABLE, "the body is no readable CSV: " + firstLine(csv), List.of());
        }
        if (cause instanceof CharacterCodingException) {
            return new Diagnosis(UNREADABLE, "the body is not in the character set it claims", List.of());
        }
        return null;
    }

    /** Camel wraps a body that is no JSON in its validation exception, without errors. */
    private static @Nullable Diagnosis ofJsonSchema(JsonValidationException invalid) {
        if (invalid.getErrors() == null || invalid.getErrors().isEmpty()) {
            return invalid.getCause() instanceof com.fasterxml.jackson.core.JsonProcessingException
                    ? null
                    : invalid(invalid);
        }
        List<Detail> details =
                invalid.getErrors().stream().map(Diagnosis::detail).toList();
        return new Diagnosis(INVALID, "the body does not fit its JSON schema: " + sentence(details), details);
    }

    private static Diagnosis ofXmlSchema(SchemaValidationException invalid) {
        List<Detail> details = Stream.of(invalid.getFatalErrors(), invalid.getErrors())
                .flatMap(List::stream)
                .map(error -> new Detail(
                        error.getLineNumber(),
                        "line " + error.getLineNumber() + ", column " + error.getColumnNumber(),
                        rule(String.valueOf(error.getMessage()))))
                .toList();
        return details.isEmpty()
                ? invalid(invalid)
                : new Diagnosis(INVALID, "the body does not fit its XML schema: " + sentence(details), details);
    }

    /** A rule of the schema that is broken; the parser quotes the value, which is the message's and is not told. What else it says may tell of files. */
    private static String rule(String message) {
        return message.startsWith("cvc-")
                ? message.replaceAll("(?i)value '[^']*'", "the value")
                        .replaceFirst(": '[^']*' is not a valid value", ": not a valid value")
                : "is not readable as XML";
    }

    private static Diagnosis invalid(Throwable cause) {
        String reason = firstLine(cause).replaceFirst("\\.? ?Exchange\\[[^]]*]", "");
        return new Diagnosis(
                INVALID,
                reason.isBlank() ? "the message is not valid" : "the message is not valid: " + reason,
                List.of());
    }

    private static Detail detail(ValidationMessage error) {
        String field = String.valueOf(error.getInstanceLocation());
        String message = String.valueOf(error.getMessage());
        return new Detail(0, field, message.startsWith(field + ": ") ? message.substring(field.length() + 2) : message);
    }

    private static String sentence(List<Detail> details) {
        return details.stream()
                        .limit(3)
                        .map(detail -> detail.field() + " " + detail.message())
                        .collect(Collectors.joining("; "))
                + (details.size() > 3 ? "; and " + (details.size() - 3) + " more" : "");
    }

    private static Diagnosis ofMapping(JsonMappingException mismatch) {
        if (mismatch.getCause() instanceof StreamReadException unreadable) {
            return unreadable("JSON", line(unreadable.getLocation()), column(unreadable.getLocation()));
        }
        String field = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        int line = line(mismatch.getLocation());
        Detail detail = new Detail(line, field, "has a value of another type than the route expects");
        return new Diagnosis(
                INVALID,
                "the body has another shape than the route expects" + (field.isEmpty() ? "" : " at " + field),
                List.of(detail));
    }

    private static Diagnosis unreadable(String format, int line, int column) {
        String place = line > 0 ? " at line " + line + ", column " + column : "";
        String message = "the body is not readable as " + format + place;
        return new Diagnosis(UNREADABLE, message, List.of(new Detail(Math.max(line, 0), "", message)));
    }

    private static int line(@Nullable JsonLocation location) {
        return location == null ? 0 : location.getLineNr();
    }

    private static int column(@Nullable JsonLocation location) {
        return location == null ? 0 : location.getColumnNr();
    }

    private static @Nullable Diagnosis ofSystem(Throwable cause) {
        if (cause instanceof HttpOperationFailedException http) {
            int status = http.getStatusCode() == NOT_FOUND ? NOT_FOUND : BAD_GATEWAY;
            return new Diagnosis(status, "a system behind answered HTTP " + http.getStatusCode(), List.of());
        }
        if (cause instanceof TimeoutException
                || cause instanceof SocketTimeoutException
                || cause instanceof HttpTimeoutException
                || cause instanceof ExchangeTimedOutException) {
            return new Diagnosis(
                    GATEWAY_TIMEOUT, "a system behind did not answer in time (" + message(cause) + ")", List.of());
        }
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException) {
            return new Diagnosis(BAD_GATEWAY, "a system behind cannot be reached (" + message(cause) + ")", List.of());
        }
        if (isRefusedByDatabase(cause)) {
            return new Diagnosis(
                    BAD_GATEWAY, "a database behind refuses the credentials (" + message(cause) + ")", List.of());
        }
        if (cause.getCause() != null && isRefusedByFileServer(cause)) {
            return new Diagnosis(
                    BAD_GATEWAY, "a file server behind cannot be used (" + message(cause.getCause()) + ")", List.of());
        }
        return null;
    }

    /** The class 28 of SQL's states, as the driver tells it: a pool gives the state of it on, and not what it says. */
    private static boolean isRefusedByDatabase(Throwable cause) {
        return cause instanceof SQLException refusal
                && refusal.getSQLState() != null
                && refusal.getSQLState().startsWith("28")
                && !(refusal.getCause() instanceof SQLException);
    }

    /** The login that failed, or the key that is another's, stands in the cause alone. */
    private static boolean isRefusedByFileServer(Throwable cause) {
        return cause instanceof GenericFileOperationFailedException
                && firstLine(cause).startsWith("Cannot connect to ")
                && cause.getCause() != null
                && cause.getCause().getCause() == null;
    }

    private static String message(Throwable failure) {
        String text = failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
        String message = text.isBlank()
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + ": " + text;
        return message.length() <= LONGEST_SUMMARY ? message : message.substring(0, LONGEST_SUMMARY) + "…";
    }

    private static String firstLine(Throwable failure) {
        return failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
    }
}
