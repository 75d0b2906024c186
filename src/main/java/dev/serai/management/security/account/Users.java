package dev.serai.management.security.account;

import dev.serai.management.security.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The people who may log in with a password. */
public final class Users {

    /** The user of the first start. */
    public static final String ADMIN = "admin";

    private static final String NAME = "[a-z0-9][a-z0-9._@-]{0,63}";
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    /** No letter or digit that is taken for another one. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final UserStore store;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    public Users(UserStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A password that nobody guesses: 20 letters and digits, some 99 bits. */
    public static String randomPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    public List<User> all() {
        return store.all();
    }

    public Optional<User> find(String name) {
        return store.find(name);
    }

    /**
     * Adds a user.
     *
     * @return empty when there is one of that name
     * @throws IllegalArgumentException when name, password or roles cannot be; the message says what was expected
     */
    public Optional<User> add(String name, String password, Set<Role> roles) {
        checkName(name);
        checkPassword(name, password);
        checkRoles(roles);
        Instant now = now();
        User user = new User(name, passwords.hash(password), roles, now, now);
        return store.insert(user) ? Optional.of(user) : Optional.empty();
    }

    /**
     * Sets password, roles, or both; every login of that user ends.
     *
     * @param password empty to keep it
     * @param roles empty to keep them
     * @return empty when there is no such user
     * @throws IllegalArgumentException when password or roles cannot be; the message says what was expected
     */
    public Optional<User> change(String name, Optional<String> password, Optional<Set<Role>> roles) {
        password.ifPresent(wish -> checkPassword(name, wish));
        roles.ifPresent(Users::checkRoles);
        return store.find(name)
                .map(user -> new User(
                        name,
                        password.map(passwords::hash).orElse(user.passwordHash()),
                        roles.orElse(user.roles()),
                        user.createdAt(),
                        after(user.changedAt())))
                .filter(store::update);
    }

    public boolean remove(String name) {
        return store.remove(name);
    }

    /** Whether nobody else is an administrator. */
    public boolean isLastAdmin(String name) {
        return store.find(name).filter(User::isAdmin).isPresent()
                && store.all().stream().filter(User::isAdmin).count() == 1;
    }

    /** The user whose password it is; takes as long for a user that there is not. */
    public Optional<User> authenticate(String name, String password) {
        Optional<User> user = store.find(name.toLowerCase(Locale.ROOT));
        if (user.isEmpty() || password.length() > LONGEST) {
            passwords.matchNobody(password.substring(0, Math.min(LONGEST, password.length())));
            return Optional.empty();
        }
        return user.filter(found -> passwords.matches(password, found.passwordHash()));
    }

    /** Whole microseconds: what every database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A change is told by its instant, so two of them never have the same one. */
    private Instant after(Instant before) {
        Instant now = now();
        return now.isAfter(before) ? now : before.plus(1, ChronoUnit.MICROS);
    }

    private static void checkName(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("the user's name is \"" + shown(name)
                    + "\"; expected up to 64 small letters, digits and . _ @ -, beginning with a letter or digit");
        }
    }

    private static void checkPassword(String name, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the password has " + password.length() + " characters; expected " + SHORTEST + " to " + LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(name) && name.length() > 3) {
            throw new IllegalArgumentException(
                    "the password contains the user's name; expected one that nobody guesses");
        }
    }

    private static void checkRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no role was given; expected viewer, operator, deployer or admin");
        }
    }

    private static String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", "?");
        return printable.length() > 64 ? printable.substring(0, 64) + "…" : printable;
    }
}
