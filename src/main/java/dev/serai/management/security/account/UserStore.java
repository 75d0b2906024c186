package dev.serai.management.security.account;

import java.util.List;
import java.util.Optional;

/** Where users are kept. */
public interface UserStore {

    /** By name. */
    List<User> all();

    Optional<User> find(String name);

    /** Whether there was none of that name. */
    boolean insert(User user);

    /** Whether there was one of that name. */
    boolean update(User user);

    /** Whether there was one of that name. */
    boolean remove(String name);
}
