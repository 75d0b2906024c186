package dev.serai.adapter.database.mongodb;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of a Serai among those that share a collection. */
final class Claimant {

    private Claimant() {}

    static String of(String home) {
        return hostName() + "-" + Integer.toHexString(home.hashCode());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
