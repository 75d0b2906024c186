package dev.serai.management.security.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows those who guess: after a few failures each further one doubles a wait, for the user that is tried and for the address it comes from. An
 * attempt counts as failed from its beginning, so guesses side by side gain nothing. It remembers a bounded number of users and addresses, the
 * newest ones.
 */
public final class LoginGuard {

    private static final int FREE_FOR_A_USER = 5;
    /** More than for one user: a proxy or an office may stand behind one address. */
    private static final int FREE_FOR_AN_ADDRESS = 20;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Count> users = new Newest();
    private final Map<String, Count> addresses = new Newest();

    public LoginGuard(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether an attempt may be made.
     *
     * @param delay how long it may not; zero when it may
     * @param begins whether the wait was not yet told, and is worth a record
     */
    public record Permit(Duration delay, boolean begins) {

        private static final Permit GRANTED = new Permit(Duration.ZERO, false);

        public boolean isGranted() {
            return delay.isZero();
        }
    }

    /** Asks before an attempt; when it is granted, the attempt counts as failed until {@link #succeeded}. */
    public synchronized Permit attempt(String user, String address) {
        Instant now = clock.instant();
        Count ofUser = count(users, user, now);
        Count ofAddress = count(addresses, address, now);
        Duration wait = longer(ofUser.wait(now, FREE_FOR_A_USER), ofAddress.wait(now, FREE_FOR_AN_ADDRESS));
        if (!wait.isZero()) {
            boolean begins = !ofUser.told && !ofAddress.told;
            ofUser.told = true;
            ofAddress.told = true;
            return new Permit(wait, begins);
        }
        ofUser.failed(now);
        ofAddress.failed(now);
        return Permit.GRANTED;
    }

    /** Forgives the user everything, and the address this attempt: whoever has one password may not guess others with it. */
    public synchronized void succeeded(String user, String address) {
        users.remove(user);
        Count ofAddress = addresses.get(address);
        if (ofAddress != null) {
            ofAddress.failures = Math.max(0, ofAddress.failures - 1);
        }
    }

    private static Count count(Map<String, Count> counts, String key, Instant now) {
        Count count = counts.computeIfAbsent(key, fresh -> new Count());
        if (count.last.plus(FORGOTTEN_AFTER).isBefore(now)) {
            count.failures = 0;
        }
        return count;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static final class Count {

        private int failures;
        private Instant last = Instant.EPOCH;
        private boolean told;

        private Duration wait(Instant now, int free) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration whole = Duration.ofSeconds(1L << Math.min(30, failures - free));
            Instant end = last.plus(whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole);
            return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
        }

        private void failed(Instant now) {
            failures++;
            last = now;
            told = false;
        }
    }

    private static final class Newest extends LinkedHashMap<String, Count> {

        private static final long serialVersionUID = 1;

        private Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    }
}
