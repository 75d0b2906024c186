package dev.serai.foundation.settings;

/** Whether a TLS port asks its clients for a certificate. */
public enum ClientAuth {
    /** It does not ask. */
    NONE,
    /** It asks; a client may come without one, but not with one that is not trusted. */
    WANT,
    /** A client without a trusted certificate gets no connection. */
    NEED
}
