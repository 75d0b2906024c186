package dev.serai.console.hawtio;

import dev.serai.management.security.Caller;
import dev.serai.management.security.Permission;
import java.util.Optional;

/**
 * What an act on an MBean needs.
 *
 * @param permission empty when nobody may
 * @param instead what to do in its place, when nobody may
 */
record Need(Optional<Permission> permission, String instead) {

    /** Of an MBean that does not exist for anybody. */
    static final Need HIDDEN = nobody("this MBean is not for use through the console");

    static Need of(Permission permission) {
        return new Need(Optional.of(permission), "");
    }

    static Need nobody(String instead) {
        return new Need(Optional.empty(), instead);
    }

    boolean isMetBy(Caller caller) {
        return permission.filter(caller::may).isPresent();
    }

    /** Whether it only looks at how things are, and not at what messages carry. */
    boolean isLooking() {
        return permission.filter(Permission.VIEW::equals).isPresent();
    }

    /** Whether it looks at what messages carry. */
    boolean isReading() {
        return permission.filter(Permission.READ_MESSAGES::equals).isPresent();
    }

    /** Why a caller was turned away, and what to do. */
    String refusal() {
        return permission
                .map(needed -> "it needs the permission " + needed.word()
                        + "; ask an administrator for a role that permits it")
                .orElse("nobody may do this through the console; " + instead);
    }
}
