package dev.serai.cli;

import dev.serai.foundation.Receipt;

/** Shows the receipt of a change and turns it into an exit code. */
final class Change {

    private Change() {}

    static int show(Screen screen, Reply reply) {
        Receipt receipt = Shapes.receipt(reply.json());
        screen.show(reply, answer -> new Receipts(screen).show(receipt));
        return receipt.accepted() ? ExitCode.FINE : ExitCode.FAILED;
    }
}
