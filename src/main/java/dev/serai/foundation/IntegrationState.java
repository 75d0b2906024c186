package dev.serai.foundation;

/** Where an integration stands. */
public enum IntegrationState {
    /** The newest accepted content serves. */
    LIVE,
    /** The newest content was refused; an older version may still serve, see {@code activeVersion} of the receipt. */
    REFUSED,
    /** Stopped by a person; stays so across restarts. */
    STOPPED,
    /** Accepted, but it does not run: it failed to start or died. */
    FAILED,
    /** A person, or the probation, brought an older version back; the file differs until it changes again. */
    ROLLED_BACK
}
