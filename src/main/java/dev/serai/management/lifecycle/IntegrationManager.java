package dev.serai.management.lifecycle;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person can ask of the integrations of this runtime. The management API, the CLI behind it and the Java API use only this. */
public interface IntegrationManager {

    /** All integrations, by name. */
    List<IntegrationStatus> status();

    Optional<IntegrationStatus> status(String name);

    /** What came of the newest change; also for an integration that was removed. */
    Optional<Receipt> receipt(String name);

    /** The content that the newest receipt is about, also when it was refused; empty when it is not at hand. */
    Optional<Bundle> submitted(String name);

    /** All versions, newest first; empty when the name is unknown. */
    List<HistoryEntry> history(String name);

    /** The content of a stored version. */
    Optional<Bundle> content(String name, int version);

    /**
     * Puts the content into the watched folder and waits for the receipt.
     *
     * @param by the user's name
     */
    Receipt deploy(Bundle bundle, String by);

    /**
     * Brings a stored version back, without touching the file.
     *
     * @param version its number; null for the one before the active
     * @throws NoSuchVersionException when there is none
     */
    Receipt rollback(String name, @Nullable Integer version, String by);

    /** Stops the integration and takes its file out of the watched folder; its versions stay in the store. */
    Receipt undeploy(String name, String by);

    /** Stops the integration; it stays stopped across restarts. */
    Receipt stop(String name, String by);

    /**
     * Judges what the watched file holds now once more and deploys it, also when it was refused or rolled back, or serves already. What a
     * person stopped stays stopped.
     */
    Receipt redeploy(String name, String by);

    /** Starts a stopped integration. */
    Receipt start(String name, String by);

    /** The newest log lines of an integration, oldest first. */
    List<String> logs(String name, int lines);

    /** What the runtime keeps that an integration left behind and that could not be ended, such as a thread in an endless loop. */
    List<String> leftovers();
}
