package dev.serai.runtime;

/** Serai's version, as the jar says. */
final class ProductVersion {

    private ProductVersion() {}

    static String get() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
