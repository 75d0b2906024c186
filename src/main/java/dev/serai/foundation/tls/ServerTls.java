package dev.serai.foundation.tls;

import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.PortTls;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate of one port, now and after each exchange. New files are read and checked first; when something is wrong with them the
 * certificate before stays.
 */
public final class ServerTls {

    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration REMINDER = Duration.ofDays(1);

    private final String port;
    private final TlsFiles files;
    private final List<Taker> coming = new CopyOnWriteArrayList<>();
    private final List<Taker> takers = new CopyOnWriteArrayList<>();
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();
    private volatile TlsIdentity identity;
    private volatile String problem = "";
    private String seen;
    private String judged;
    private Instant nextReminder = Instant.EPOCH;

    /** Somebody who wants to know of another certificate. */
    @FunctionalInterface
    public interface Taker {
        void take(TlsIdentity identity) throws Exception;
    }

    private ServerTls(String port, TlsFiles files) throws TlsException {
        this.port = port;
        this.files = files;
        this.judged = files.contentHash();
        this.seen = judged;
        this.identity = files.read();
    }

    /**
     * Reads the files of a port.
     *
     * @param home where relative paths begin
     * @param moreTrusted clients that are trusted beside those of the authorities, when clients are asked
     * @throws TlsException with everything that is wrong
     */
    public static ServerTls read(Path home, PortTls settings, List<X509Certificate> moreTrusted) throws TlsException {
        return new ServerTls(settings.keys().port(), new TlsFiles(home, settings, moreTrusted));
    }

    /** The port's name in the configuration, such as {@code serai.http}. */
    public String port() {
        return port;
    }

    /** What new connections get. */
    public TlsIdentity identity() {
        return identity;
    }

    public ClientAuth clientAuth() {
        return files.clientAuth();
    }

    /** Told of a checked certificate before any connection gets it. */
    public void onComing(Taker taker) {
        coming.add(taker);
    }

    /** Told to give a checked certificate to new connections. */
    public void onExchange(Taker taker) {
        takers.add(taker);
    }

    /** How often another certificate was taken since the start. */
    public long exchanges() {
        return exchanges.get();
    }

    /** How often new files were not taken. */
    public long refusals() {
        return refusals.get();
    }

    /** Why the newest files are not used; empty when they are. */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    /**
     * Looks at the files, and takes them when they have changed and then been equal in two looks: certificate and key are two files,
     * and are seldom written in one moment.
     */
    synchronized void look() {
        remind();
        String now = files.contentHash();
        boolean quiet = now.equals(seen);
        seen = now;
        if (quiet && !now.equals(judged)) {
            judged = now;
            exchange();
        }
    }

    private void exchange() {
        try {
            TlsIdentity next = files.read();
            requireNoWorse(next);
            give(next);
            problem = "";
            exchanges.incrementAndGet();
            nextReminder = Instant.EPOCH;
            LOG.info("{}: new connections get the certificate {}", port, next);
        } catch (Exception e) {
            problem = String.valueOf(e.getMessage());
            refusals.incrementAndGet();
            LOG.error(
                    "{}: the changed certificate is not used ({}); the one before stays: {}. Correct the files, no restart is needed",
                    port,
                    problem,
                    identity);
        }
    }

    /** At the start an expired certificate is better than no port; here there is a better one. */
    private void requireNoWorse(TlsIdentity next) throws TlsException {
        Instant now = Instant.now();
        if (next.expiry().isBefore(now) && identity.expiry().isAfter(now)) {
            throw new TlsException(
                    List.of(files.certificateProblem("the new certificate expired on " + next.expiry(), "renew it")));
        }
    }

    private void give(TlsIdentity next) throws Exception {
        for (Taker taker : coming) {
            taker.take(next);
        }
        for (Taker taker : takers) {
            taker.take(next);
        }
        identity = next;
    }

    /** Says once a day that the certificate needs to be renewed. */
    private void remind() {
        Instant now = Instant.now();
        if (now.isBefore(nextReminder)) {
            return;
        }
        nextReminder = now.plus(REMINDER);
        if (identity.expiry().isBefore(now)) {
            LOG.error(
                    "{}: the certificate has expired, clients refuse it: {}; renew it, no restart is needed",
                    port,
                    identity);
        } else if (identity.expiry().isBefore(now.plus(SOON))) {
            LOG.warn(
                    "{}: the certificate expires in {} days: {}; renew it, no restart is needed",
                    port,
                    Duration.between(now, identity.expiry()).toDays(),
                    identity);
        }
    }
}
