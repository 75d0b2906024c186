package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.probation.Probation;
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
    private volatile @Nullable Probation probation;
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
        return versions().stream().anyMatch(version -> what.test(version.camel()));
    }

    /** What runs: the version that shall, and the one that is on probation. */
    List<RunningVersion> versions() {
        return Stream.concat(Stream.ofNullable(running), probation().map(Probation::next).stream())
                .toList();
    }

    /** Whether a version runs that answers HTTP requests. */
    boolean answersHttp() {
        RunningVersion version = running;
        return version != null && version.answersHttp();
    }

    /** The names that its running versions have taken. */
    List<Claim> claims() {
        return versions().stream()
                .flatMap(version -> version.stored().claims().stream())
                .toList();
    }

    /** The version that is on probation beside the one that runs. */
    Optional<Probation> probation() {
        return Optional.ofNullable(probation);
    }

    void probation(@Nullable Probation begun) {
        probation = begun;
    }

    /** The probation of content, while that is what the file is decided to be. */
    Optional<Probation> probationOf(Bundle content) {
        return probation().filter(open -> isOf(open, content.hash()));
    }

    private static boolean isOf(Probation probation, String hash) {
        return probation.next().stored().version().hash().equals(hash);
    }

    /** Whether there is nothing to decide of content that a file holds. */
    boolean isDecided(Bundle content) {
        boolean onProbation =
                desired.state() == IntegrationState.LIVE && probationOf(content).isPresent();
        return desired.source().equals(content.source())
                && (onProbation || desired.decidedHash().equals(content.hash()));
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

    /** Notes which content was decided last; it is written down with the next decision. */
    void decidedHash(String hash) {
        Desired now = desired;
        desired = new Desired(now.name(), now.activeVersion(), now.state(), now.since(), now.source(), hash);
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
        Optional<Probation> open = probation();
        boolean tried = open.filter(probation -> isOf(probation, fileHash)).isPresent();
        return new IntegrationStatus(
                name,
                version == null ? null : version.number(),
                activeHash(),
                desired.state(),
                desired.since(),
                "routes/" + desired.source(),
                !Objects.equals(fileHash, activeHash()) && !tried,
                version == null ? List.of() : version.routes(),
                version == null ? List.of() : version.paths(),
                receipt,
                told(metadata.owner()),
                told(metadata.description()),
                open.map(Probation::status).orElse(null));
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }
}
