package dev.serai.cli;

/** What a command tells the shell. */
final class ExitCode {

    static final int FINE = 0;
    /** Refused or failed. */
    static final int FAILED = 1;
    /** The command line itself is wrong. */
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
