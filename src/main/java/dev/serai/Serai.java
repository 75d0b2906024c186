package dev.serai;

/** Entry: hands the command line to the cli. */
public final class Serai {

    private Serai() {}

    public static void main(String[] args) {
        System.exit(args.length);
    }
}
