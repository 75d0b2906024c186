package dev.serai.service.governance.rule;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** What rules can ask of the names and addresses of machines. Nothing here looks a name up. */
public final class Hosts {

    private static final Pattern LITERAL =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.%]*]?");
    /** One number, hexadecimal or octal parts: other ways to write an IPv4 address, which resolvers understand. */
    private static final Pattern DISGUISED =
            Pattern.compile("(0[xX][0-9a-fA-F]+|\\d+)(\\.(0[xX][0-9a-fA-F]+|\\d+)){0,3}");

    private static final int SHARED_FIRST = 100;
    private static final int SHARED_MASK = 0xC0;
    private static final int SHARED_SECOND = 0x40;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private Hosts() {}

    /** Whether a host is one of these: a name, an address, or all below a name written as {@code *.example.com}. */
    public static boolean isOneOf(String host, Collection<?> patterns) {
        String seen = normal(host);
        return patterns.stream().map(String::valueOf).map(Hosts::normal).anyMatch(pattern -> fits(seen, pattern));
    }

    private static boolean fits(String host, String pattern) {
        return pattern.equals("*")
                || (pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }

    /** Lower case, without the dot that ends a full name. */
    private static String normal(String host) {
        String lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /**
     * Whether an address is none of the internet's: this machine, a private network, a link-local one such as that of a cloud's metadata. Of
     * names only {@code localhost} is; an IPv4 address that hides behind another notation is taken for private.
     */
    public static boolean isPrivate(String host) {
        String seen = normal(host);
        if (seen.equals("localhost") || seen.endsWith(".localhost")) {
            return true;
        }
        if (LITERAL.matcher(seen).matches()) {
            return isPrivateLiteral(seen);
        }
        return DISGUISED.matcher(seen).matches();
    }

    private static boolean isPrivateLiteral(String literal) {
        try {
            return isPrivate(InetAddress.getByName(literal));
        } catch (UnknownHostException notAnAddress) {
            return true;
        }
    }

    /** Whether an address is none of the internet's. */
    public static boolean isPrivate(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isShared(address.getAddress())
                || isUniqueLocal(address);
    }

    /** 0.0.0.0/8, and 100.64.0.0/10, which providers share among their customers. */
    private static boolean isShared(byte[] address) {
        boolean four = address.length == 4;
        return four && (address[0] == 0 || address[0] == SHARED_FIRST && (address[1] & SHARED_MASK) == SHARED_SECOND);
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }
}
