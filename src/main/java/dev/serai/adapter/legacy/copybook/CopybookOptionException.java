package dev.serai.adapter.legacy.copybook;

/** An option of the data format that is unknown, missing or wrong. */
public final class CopybookOptionException extends IllegalArgumentException {

    private final String option;
    private final String problem;
    private final String hint;

    CopybookOptionException(String option, String problem, String hint) {
        super("copybook " + problem + (hint.isEmpty() ? "" : "; " + hint));
        this.option = option;
        this.problem = problem;
        this.hint = hint;
    }

    /** Its name, as written. */
    public String option() {
        return option;
    }

    public String problem() {
        return problem;
    }

    public String hint() {
        return hint;
    }
}
