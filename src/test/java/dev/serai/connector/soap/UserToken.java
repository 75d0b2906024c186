package dev.serai.connector.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * A UsernameToken with a digest, as the UsernameToken Profile 1.0 tells it.
 *
 * @param nonce in Base64
 * @param created when it was made
 */
record UserToken(String nonce, String created) {

    static final String USER = "ada";
    static final String PASSWORD = "correct-horse-battery";

    private static final String WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String HEADER = """
            <w:Security xmlns:w="%1$swssecurity-secext-1.0.xsd" xmlns:u="%1$swssecurity-utility-1.0.xsd" soap:mustUnderstand="1">\
            <w:UsernameToken><w:Username>%2$s</w:Username>%3$s\
            <w:Nonce EncodingType="%1$ssoap-message-security-1.0#Base64Binary">%4$s</w:Nonce><u:Created>%5$s</u:Created>\
            </w:UsernameToken></w:Security>""";

    static UserToken now() {
        return at(Instant.now());
    }

    static UserToken yesterday() {
        return at(Instant.now().minus(Duration.ofDays(1)));
    }

    private static UserToken at(Instant time) {
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        return new UserToken(
                Base64.getEncoder().encodeToString(nonce),
                time.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    /** As it stands in an envelope's header. */
    String header() {
        return header("<w:Password Type=\"" + WSS + "username-token-profile-1.0#PasswordDigest\">" + digest()
                + "</w:Password>");
    }

    String withoutPassword() {
        return header("");
    }

    private String header(String password) {
        return HEADER.formatted(WSS, USER, password, nonce, created);
    }

    String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(Base64.getDecoder().decode(nonce));
            sha.update(created.getBytes(StandardCharsets.UTF_8));
            sha.update(PASSWORD.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
