package dev.serai.adapter.legacy.copybook.record;

/** Which blanks of a text are left out when it is read. */
public enum Trim {
    RIGHT,
    BOTH,
    NONE
}
