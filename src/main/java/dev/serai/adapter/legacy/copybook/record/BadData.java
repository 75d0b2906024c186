package dev.serai.adapter.legacy.copybook.record;

/** A field whose bytes, or whose value, do not fit its description. It finds its path on its way up, and never holds the data. */
final class BadData extends RuntimeException {

    private final int at;
    private final String problem;
    private final String hint;
    private String path = "";

    /**
     * @param at index of the byte in the buffer
     * @param problem what was seen, and what was expected
     * @param hint what to do; may be empty
     */
    BadData(int at, String problem, String hint) {
        super(problem, null, false, false);
        this.at = at;
        this.problem = problem;
        this.hint = hint;
    }

    static String hex(byte one) {
        return "0x%02X".formatted(one & 0xFF);
    }

    BadData in(String name) {
        path = path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
        return this;
    }

    BadData element(int index) {
        path = "[" + index + "]" + (path.isEmpty() || path.startsWith("[") ? path : "." + path);
        return this;
    }

    int at() {
        return at;
    }

    String path() {
        return path;
    }

    String problem() {
        return problem;
    }

    String hint() {
        return hint;
    }
}
