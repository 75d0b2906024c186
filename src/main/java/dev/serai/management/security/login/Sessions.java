package dev.serai.management.security.login;

import dev.serai.foundation.settings.Secret;
import dev.serai.management.security.Permission;
import dev.serai.management.security.account.User;
import dev.serai.management.security.account.Users;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in, in memory: a restart ends all sessions. A session is known by 256 random bits. It ends after a while without a person's doing,
 * after a while at all, at a logout, and at any change of its user.
 */
public final class Sessions {

    private static final int MOST = 10_000;

    private final Users users;
    private final Duration idle;
    private final Duration longest;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /**
     * @param users asked whether a local user still is what it was at the login
     * @param idle how long a session lasts without {@link #touch}
     * @param longest how long it lasts at most
     */
    public Sessions(Users users, Duration idle, Duration longest, Clock clock) {
        this.users = users;
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * Who is logged in.
     *
     * @param name the user
     * @param permissions what the user may do
     * @param identityToken by which an identity provider knows the login again; empty when the password was Serai's own
     */
    public record Session(String name, Set<Permission> permissions, Secret identityToken) {

        public Session {
            permissions = Set.copyOf(permissions);
        }
    }

    private record Entry(Session session, @Nullable Instant userChangedAt, Instant openedAt, Instant touchedAt) {

        private Entry touched(Instant now) {
            return new Entry(session, userChangedAt, openedAt, now);
        }
    }

    /** Begins the session of a local user; returns what it is known by. */
    public String open(User user, Set<Permission> permissions) {
        return open(new Session(user.name(), permissions, Secret.NONE), user.changedAt());
    }

    /** Begins the session of a user that an identity provider vouches for. */
    public String open(Session session) {
        return open(session, null);
    }

    private String open(Session session, @Nullable Instant userChangedAt) {
        makeRoom();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        entries.put(id, new Entry(session, userChangedAt, now, now));
        return id;
    }

    /** The session, while it lasts. */
    public Optional<Session> find(String id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            return Optional.empty();
        }
        if (isOver(entry) || !isStillThatUser(entry)) {
            entries.remove(id);
            return Optional.empty();
        }
        return Optional.of(entry.session());
    }

    /** A person did something: the time without doing begins anew. */
    public void touch(String id) {
        entries.computeIfPresent(id, (same, entry) -> entry.touched(clock.instant()));
    }

    /** Ends a session. */
    public void end(String id) {
        entries.remove(id);
    }

    public Duration idle() {
        return idle;
    }

    private boolean isOver(Entry entry) {
        Instant now = clock.instant();
        return entry.touchedAt().plus(idle).isBefore(now)
                || entry.openedAt().plus(longest).isBefore(now);
    }

    private boolean isStillThatUser(Entry entry) {
        Instant then = entry.userChangedAt();
        return then == null
                || users.find(entry.session().name())
                        .filter(user -> user.changedAt().equals(then))
                        .isPresent();
    }

    private void makeRoom() {
        if (entries.size() < MOST) {
            return;
        }
        entries.values().removeIf(this::isOver);
        while (entries.size() >= MOST) {
            entries.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().touchedAt()))
                    .ifPresent(oldest -> entries.remove(oldest.getKey()));
        }
    }
}
