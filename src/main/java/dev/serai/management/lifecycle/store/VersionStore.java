package dev.serai.management.lifecycle.store;

import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Version;
import java.util.List;
import java.util.Optional;

/** Versions, desired state and receipts. Every method is one transaction, durable when it returns. */
public interface VersionStore {

    /** The version that {@link #append} would make of content; nothing is stored yet. */
    Version upcoming(String name, String hash);

    /**
     * Stores a version that passed the gate, before it runs. Content equal to the newest stored version gets that version's number, and a
     * clean note.
     *
     * @param accepted the version; its number is not read
     * @return the version with its number
     */
    Version append(StoredVersion accepted);

    /** Takes back the newest version, which turned out not to run; an older one stays, and what shall run is not changed. */
    void withdraw(Version version);

    /**
     * Notes how a version stands that is on probation, or was and did not pass; whoever goes back passes over such a version.
     *
     * @param note for people; empty once it was promoted
     */
    void noteProbation(Version version, String note);

    /** A version of an integration with its content; empty when there is none of that number. */
    Optional<StoredVersion> version(String name, int number);

    /** All versions of an integration, newest first. */
    List<HistoryEntry> history(String name);

    /** Writes what shall run, and the receipt of the decision that led there, together. */
    void decide(Desired desired, Receipt receipt);

    /** What shall run, for every integration that was not removed. */
    List<Desired> desired();

    Optional<Desired> desired(String name);

    /** The receipt of the newest decision. */
    Optional<Receipt> receipt(String name);

    /** Forgets that the integration shall run; its versions stay, so that it can be brought back. */
    void remove(String name, Receipt receipt);
}
