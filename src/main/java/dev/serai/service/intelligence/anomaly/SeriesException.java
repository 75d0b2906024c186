package dev.serai.service.intelligence.anomaly;

/** A file of readings cannot be scored. */
public final class SeriesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message place, what was seen, what was expected
     * @param hint what to do next; empty when there is nothing to add
     */
    SeriesException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
