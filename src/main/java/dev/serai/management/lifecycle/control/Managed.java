package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.store.Desired;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** What the runtime holds of one integration. Written only in its lane, read from anywhere. */
final class Managed {

    private final String name;
    private volatile Desired desired;
    private volatile @Nullable RunningVersion running;
    private volatile @Nullable Receipt receipt;
    private volatile String fileHash;
    private volatile @Nullable Bundle file;
    private volatile Metadata metadata = Metadata.NONE;

    Managed(Desired desired, @Nullable Receipt receipt) {
        this.name = desired.name();
        this.desired = desired;
        this.receipt = receipt;
        this.fileHash = desired.decidedHash();
    }

    String name() {
        return name;
    }

    Desired desired() {
        return desired;
    }

    @Nullable
    RunningVersion running() {
        return running;
    }

    /** Whether a version runs of whose context this holds. */
    boolean isRunning(Predicate<CamelContext> what) {
        RunningVersion version = running;
        return version != null && what.test(version.camel());
    }

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    void running(@Nullable RunningVersion version) {
        running = version;
        if (version != null) {
            metadata = version.stored().metadata();
        }
    }

    /** Notes what the newest version says of itself; told when none runs. */
    void metadata(Metadata newest) {
        metadata = newest;
    }

    void decided(Desired next, Receipt because) {
        desired = next;
        receipt = because;
    }

    /** Notes what the watched file holds now. */
    void file(Bundle content) {
        file = content;
        fileHash = content.hash();
    }

    /** What the watched file holds now; empty when that was not read yet. */
    Optional<Bundle> file() {
        return Optional.ofNullable(file);
    }

    /** The content that the newest receipt is about, as far as it is in memory. */
    Optional<Bundle> submitted() {
        Receipt newest = receipt;
        RunningVersion version = running;
        return newest == null
                ? Optional.empty()
                : Stream.of(file(), Optional.ofNullable(version).map(serving -> serving.stored()
                                .bundle()))
                        .flatMap(Optional::stream)
                        .filter(bundle -> bundle.hash().equals(newest.hash()))
                        .findFirst();
    }

    String fileHash() {
        return fileHash;
    }

    /** The number of the version that serves. */
    @Nullable
    Integer activeNumber() {
        RunningVersion version = running;
        return version == null ? null : version.number();
    }

    String activeHash() {
        RunningVersion version = running;
        return version == null ? "" : version.stored().version().hash();
    }

    IntegrationStatus status() {
        RunningVersion version = running;
        return new IntegrationStatus(
                name,
                version == null ? null : version.number(),
                activeHash(),
                desired.state(),
                desired.since(),
                "routes/" + desired.source(),
                !Objects.equals(fileHash, activeHash()),
                version == null ? List.of() : version.routes(),
                version == null ? List.of() : version.paths(),
                receipt,
                told(metadata.owner()),
                told(metadata.description()));
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }
}
