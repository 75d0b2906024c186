package dev.serai.foundation.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file (RFC 7468).
 *
 * @param label what stands in its first line, such as {@code CERTIFICATE}
 * @param content the decoded bytes; for a key in OpenSSL's old encrypted form they are of no use
 * @param oldEncryption whether it is in that form, with headers inside
 */
record PemBlock(String label, byte[] content, boolean oldEncryption) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*(.*?)-----END \\1-----", Pattern.DOTALL);

    /** All blocks of a text; what stands around them is left out, as tools write there what they like. */
    static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            blocks.add(of(block.group(1), block.group(2)));
        }
        return blocks;
    }

    private static PemBlock of(String label, String body) {
        return body.contains(":")
                ? new PemBlock(label, new byte[0], true)
                : new PemBlock(label, Base64.getMimeDecoder().decode(body), false);
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE");
    }

    boolean isPrivateKey() {
        return label.endsWith("PRIVATE KEY");
    }
}
