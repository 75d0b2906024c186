package dev.serai.adapter.legacy.copybook.record;

/** Takes the records that cannot be read or written, so that the others go on. */
@FunctionalInterface
public interface Aside {

    /**
     * @param trouble what is wrong
     * @param record its bytes when reading, its values when writing
     */
    void take(RecordException trouble, Object record);
}
