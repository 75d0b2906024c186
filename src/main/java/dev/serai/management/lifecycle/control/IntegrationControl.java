package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.NoSuchVersionException;
import dev.serai.management.lifecycle.deploy.RunningVersion;
import dev.serai.management.lifecycle.probation.ProbationEnd;
import dev.serai.management.lifecycle.store.Desired;
import dev.serai.management.lifecycle.store.StoredVersion;
import dev.serai.management.lifecycle.store.VersionStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** The integrations of this runtime: every wish about one of them is carried out in its lane. */
public final class IntegrationControl implements IntegrationManager, AutoCloseable {

    /** Name under which the watched folder brings changes. */
    public static final String FILE = "file";

    private final VersionStore store;
    private final Past past;
    private final Claims claims = new Claims();
    private final Decisions decisions;
    private final Wishes wishes;
    private final RouteFolder folder;
    private final BiFunction<String, Integer, List<String>> logs;
    private final Supplier<List<String>> leftovers;
    private final Lanes lanes = new Lanes();
    private final ProbationClock clock = new ProbationClock(lanes);
    private final Probations probations;
    private final Map<String, Managed> integrations = new ConcurrentHashMap<>();

    /**
     * @param surroundings what the integrations are decided and run with
     * @param folder the watched folder, where deployments are written
     * @param logs the newest log lines of an integration
     * @param leftovers what integrations left behind
     */
    public IntegrationControl(
            Surroundings surroundings,
            RouteFolder folder,
            BiFunction<String, Integer, List<String>> logs,
            Supplier<List<String>> leftovers) {
        this.store = surroundings.store();
        this.past = new Past(store);
        this.folder = folder;
        this.logs = logs;
        this.leftovers = leftovers;
        Ledger ledger = new Ledger(store);
        SwitchOver switchOver = new SwitchOver(surroundings.deployer(), claims, surroundings.changes());
        this.probations = new Probations(surroundings, ledger, switchOver, clock);
        this.decisions = new Decisions(surroundings, ledger, claims, switchOver, probations);
        this.wishes = new Wishes(surroundings, decisions, ledger, claims, switchOver, probations);
    }

    /** Tells of every probation that ends by itself, in the integration's lane. */
    public void tellProbations(Consumer<ProbationEnd> told) {
        probations.tell(told);
    }

    /** Starts what shall run; returns when every integration has started or failed. */
    public void restore() {
        List<CompletableFuture<?>> starts = store.desired().stream()
                .<CompletableFuture<?>>map(desired -> {
                    Managed managed =
                            new Managed(desired, store.receipt(desired.name()).orElse(null));
                    integrations.put(desired.name(), managed);
                    return lanes.submit(desired.name(), () -> wishes.restore(managed));
                })
                .toList();
        CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    }

    /** New content stands in the watched folder. Content that was decided upon before is not decided again. */
    public CompletableFuture<Optional<Receipt>> changed(Bundle bundle) {
        return lanes.submit(bundle.name(), () -> {
            Managed managed = managed(bundle);
            managed.file(bundle);
            return managed.isDecided(bundle) ? Optional.empty() : Optional.of(decisions.decide(managed, bundle, FILE));
        });
    }

    /** Content that cannot be deployed at all, such as two files that claim one name; the findings say why. */
    public CompletableFuture<Receipt> unusable(Bundle bundle, List<Finding> findings) {
        return lanes.submit(bundle.name(), () -> {
            Managed managed = managed(bundle);
            managed.file(bundle);
            return decisions.refuse(managed, bundle, findings);
        });
    }

    /** The file is gone from the watched folder. */
    public CompletableFuture<Optional<Receipt>> gone(String name) {
        return lanes.submit(name, () -> {
            Managed managed = integrations.get(name);
            return managed == null ? Optional.empty() : Optional.of(remove(managed, FILE));
        });
    }

    /**
     * Starts the version that runs once more beside itself and switches to that, as something that it uses was replaced.
     *
     * @param concerned whether what runs uses the one that was replaced
     * @return whether it was switched, or why it could not be and goes on as it was; empty when it is not concerned
     */
    public CompletableFuture<Optional<Renewal>> renew(String name, Predicate<CamelContext> concerned) {
        return lanes.submit(name, () -> Optional.ofNullable(integrations.get(name))
                .filter(managed -> managed.isRunning(concerned))
                .map(wishes::renew));
    }

    /**
     * Tries again what was refused or could not be started, because something that it needs has changed.
     *
     * @param concerned whether content needs that
     * @return what came of it; empty when nothing was to be tried, or when it would be refused still
     */
    public CompletableFuture<Optional<Retried>> retry(String name, Predicate<Bundle> concerned) {
        return lanes.submit(name, () -> Optional.ofNullable(integrations.get(name))
                .flatMap(managed -> managed.file().filter(concerned).flatMap(file -> wishes.retry(managed, file))));
    }

    private Managed managed(Bundle bundle) {
        return integrations.computeIfAbsent(bundle.name(), name -> unknown(bundle));
    }

    private Managed unknown(Bundle bundle) {
        Desired nothing =
                new Desired(bundle.name(), null, IntegrationState.REFUSED, Instant.now(), bundle.source(), "");
        return new Managed(nothing, store.receipt(bundle.name()).orElse(null));
    }

    private Receipt remove(Managed managed, String by) {
        Receipt receipt = wishes.remove(managed, by);
        integrations.remove(managed.name());
        return receipt;
    }

    @Override
    public List<IntegrationStatus> status() {
        return integrations.values().stream()
                .sorted(Comparator.comparing(Managed::name))
                .map(Managed::status)
                .toList();
    }

    /** Names of all integrations. */
    public List<String> names() {
        return integrations.keySet().stream().sorted().toList();
    }

    @Override
    public Optional<IntegrationStatus> status(String name) {
        return Optional.ofNullable(integrations.get(name)).map(Managed::status);
    }

    @Override
    public Optional<Receipt> receipt(String name) {
        Managed managed = integrations.get(name);
        return managed == null ? store.receipt(name) : Optional.ofNullable(managed.receipt());
    }

    @Override
    public Optional<Bundle> submitted(String name) {
        return Optional.ofNullable(integrations.get(name))
                .flatMap(Managed::submitted)
                .or(() -> receipt(name).map(Receipt::version).flatMap(version -> content(name, version)));
    }

    @Override
    public List<HistoryEntry> history(String name) {
        return store.history(name);
    }

    @Override
    public Optional<Bundle> content(String name, int version) {
        return store.version(name, version).map(StoredVersion::bundle);
    }

    @Override
    public Receipt deploy(Bundle bundle, String by) {
        return lanes.call(bundle.name(), () -> {
            Managed managed = managed(bundle);
            Receipt receipt = decisions.decide(managed, folder.write(bundle), by);
            managed.file(bundle);
            return receipt;
        });
    }

    @Override
    public Receipt rollback(String name, @Nullable Integer version, String by) {
        return lanes.call(name, () -> {
            StoredVersion stored = version == null ? before(name) : past.version(name, version);
            Managed managed = integrations.computeIfAbsent(name, none -> unknown(stored.bundle()));
            return wishes.rollback(managed, stored, by);
        });
    }

    /** While a version is on probation, the one before is the one that it is held against. */
    private StoredVersion before(String name) {
        return Optional.ofNullable(integrations.get(name))
                .flatMap(Managed::probation)
                .map(probation -> probation.before().stored())
                .orElseGet(() -> past.previous(name));
    }

    @Override
    public Receipt undeploy(String name, String by) {
        return lanes.call(name, () -> {
            Managed managed = known(name);
            folder.delete(managed.desired().source());
            return remove(managed, by);
        });
    }

    @Override
    public Receipt stop(String name, String by) {
        return lanes.call(name, () -> wishes.stop(known(name), by));
    }

    @Override
    public Receipt redeploy(String name, String by) {
        return lanes.call(name, () -> {
            Managed managed = known(name);
            Bundle file = managed.file()
                    .filter(bundle -> !bundle.paths().isEmpty())
                    .orElseThrow(() -> new NoSuchVersionException(
                            "the file of %s cannot be read; see its receipt".formatted(name)));
            return decisions.decideAgain(managed, file, by);
        });
    }

    @Override
    public Receipt start(String name, String by) {
        return lanes.call(name, () -> wishes.start(known(name), by));
    }

    private Managed known(String name) {
        Managed managed = integrations.get(name);
        if (managed == null) {
            throw new NoSuchVersionException("there is no integration %s; there are %s"
                    .formatted(name, integrations.keySet().stream().sorted().toList()));
        }
        return managed;
    }

    /** The names that all integrations but this one have taken. */
    public Map<String, List<Claim>> claimsBeside(String integration) {
        return claims.others(integration);
    }

    /** The version of an integration that serves now. */
    public Optional<RunningVersion> running(String name) {
        return Optional.ofNullable(integrations.get(name)).map(Managed::running);
    }

    /** The versions of an integration that serve now: the one that shall, and one that is on probation beside it. */
    public List<RunningVersion> serving(String name) {
        return Optional.ofNullable(integrations.get(name))
                .map(Managed::versions)
                .orElse(List.of());
    }

    @Override
    public List<String> logs(String name, int lines) {
        return logs.apply(name, lines);
    }

    @Override
    public List<String> leftovers() {
        return leftovers.get();
    }

    /** Drains and stops everything that runs; what shall run stays written down. */
    @Override
    public void close() {
        List<CompletableFuture<?>> stops = integrations.values().stream()
                .<CompletableFuture<?>>map(managed -> lanes.submit(managed.name(), () -> wishes.shutDown(managed)))
                .toList();
        clock.close();
        CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new)).join();
        lanes.close();
    }
}
