package dev.serai.management.lifecycle.control;

import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.store.Desired;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the runtime holds of one integration. Written only in its lane, read from anywhere. */
final class Managed {

    private final String name;
    private volatile Desired desired;
    private volatile @Nullable RunningVersion running;
    private volatile @Nullable Receipt receipt;
    private volatile String fileHash;

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

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    void running(@Nullable RunningVersion version) {
        running = version;
    }

    void decided(Desired next, Receipt because) {
        desired = next;
        receipt = because;
    }

    /** Notes what the watched file holds now. */
    void fileHash(String hash) {
        fileHash = hash;
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
                receipt);
    }
}
