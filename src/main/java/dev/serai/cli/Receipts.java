package dev.serai.cli;

import dev.serai.foundation.Finding;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Severity;
import java.util.List;
import java.util.Locale;

/** Receipts and findings as people read them. */
final class Receipts {

    private static final int SHORT_HASH = 12;

    private final Screen screen;

    Receipts(Screen screen) {
        this.screen = screen;
    }

    void show(Receipt receipt) {
        screen.line(sentence(receipt));
        show(receipt.findings());
    }

    void show(List<Finding> findings) {
        findings.forEach(finding -> screen.line(sentence(finding)));
    }

    /** {@code file:line:column: message; hint}, so that editors and terminals make the place clickable. */
    static String sentence(Finding finding) {
        if (finding.severity() == Severity.ERROR) {
            return finding.sentence();
        }
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        return finding.place() + ": " + severity + ": " + finding.message()
                + (finding.hint().isEmpty() ? "" : "; " + finding.hint());
    }

    private String sentence(Receipt receipt) {
        String hash =
                receipt.hash().substring(0, Math.min(SHORT_HASH, receipt.hash().length()));
        if (!receipt.accepted()) {
            return receipt.name() + ": " + screen.red("refused") + ", " + active(receipt);
        }
        String version = receipt.version() == null ? "" : " as version " + receipt.version() + " (" + hash + ")";
        return receipt.name() + ": " + screen.green("accepted") + version + ", " + active(receipt);
    }

    private static String active(Receipt receipt) {
        return receipt.activeVersion() == null ? "no version serves" : "version " + receipt.activeVersion() + " serves";
    }
}
