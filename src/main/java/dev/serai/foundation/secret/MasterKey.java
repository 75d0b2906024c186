package dev.serai.foundation.secret;

import dev.serai.foundation.OwnerFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that opens the secrets of a home: 32 random bytes, written in Base64. It comes from the environment variable
 * {@code SERAI_SECRET_KEY}, else from the file that {@code SERAI_SECRET_KEY_FILE} names, else from {@code state/secret.key}.
 *
 * <p>A value is encrypted with AES-256 in Galois/Counter Mode; the secret's name is authenticated with it, so that a value changed by a byte, or
 * moved to another name, does not open.
 */
final class MasterKey {

    static final String VARIABLE = "SERAI_SECRET_KEY";
    static final String FILE_VARIABLE = "SERAI_SECRET_KEY_FILE";

    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORM = 1;

    private final byte[] key;
    private final String source;

    private MasterKey(byte[] key, String source) {
        this.key = key;
        this.source = source;
    }

    /** The key of a home; empty when there is none yet. */
    static Optional<MasterKey> find(Path home, Map<String, String> environment) {
        String given = environment.getOrDefault(VARIABLE, "");
        if (!given.isBlank()) {
            return Optional.of(parse(given, "environment variable " + VARIABLE));
        }
        String named = environment.getOrDefault(FILE_VARIABLE, "");
        return named.isBlank() ? read(ownFile(home)) : Optional.of(required(home.resolve(named)));
    }

    /** Makes a key for a home that has none. */
    static MasterKey create(Path home) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path file = ownFile(home);
        try {
            Files.createDirectories(file.resolveSibling(""));
            OwnerFile.write(file, (Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            return new MasterKey(key, file.toString());
        } catch (IOException e) {
            throw new SecretException("the key file " + file + " cannot be written (" + e + ")", "make it writable", e);
        }
    }

    private static Path ownFile(Path home) {
        return home.resolve("state/secret.key");
    }

    private static MasterKey required(Path file) {
        return read(file)
                .orElseThrow(() -> new SecretException(
                        "the key file " + file + ", which " + FILE_VARIABLE + " names, does not exist",
                        "put the key there, or name another file"));
    }

    private static Optional<MasterKey> read(Path file) {
        try {
            return Optional.of(parse(Files.readString(file), file.toString()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SecretException(
                    "the key file " + file + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    "make it readable for the user that runs Serai",
                    e);
        }
    }

    private static MasterKey parse(String text, String source) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == KEY_BYTES) {
                return new MasterKey(key, source);
            }
        } catch (IllegalArgumentException notBase64) {
            throw notAKey(source, notBase64);
        }
        throw notAKey(source, new IllegalArgumentException("another length"));
    }

    private static SecretException notAKey(String source, Exception cause) {
        return new SecretException(
                source + " holds no key; expected 32 bytes in Base64, which are 44 characters",
                "make one with: openssl rand -base64 32",
                cause);
    }

    /** Where it came from, for messages. */
    String source() {
        return source;
    }

    String encrypt(String name, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(1 + MARK_BYTES + NONCE_BYTES + sealed.length)
                    .put(FORM)
                    .put(mark())
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES in GCM", e);
        }
    }

    /** @throws SecretException when the text is not what this key made under this name */
    String decrypt(String name, String text) {
        byte[] whole = bytes(name, text);
        ByteBuffer parts = ByteBuffer.wrap(whole);
        byte[] mark = new byte[MARK_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get();
        parts.get(mark).get(nonce);
        if (!Arrays.equals(mark, mark())) {
            throw new SecretException(
                    "secret \"" + name + "\" was encrypted with another key (" + hex(mark) + ") than that of " + source
                            + " (" + hex(mark()) + ")",
                    "give the key it was made with, or set it again: serai secret set " + name);
        }
        try {
            byte[] sealed = Arrays.copyOfRange(whole, parts.position(), whole.length);
            return new String(cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw changed(name);
        }
    }

    private static byte[] bytes(String name, String text) {
        try {
            byte[] whole = Base64.getDecoder().decode(text.strip());
            if (whole.length > 1 + MARK_BYTES + NONCE_BYTES && whole[0] == FORM) {
                return whole;
            }
        } catch (IllegalArgumentException notBase64) {
            throw changed(name);
        }
        throw changed(name);
    }

    private static SecretException changed(String name) {
        return new SecretException(
                "secret \"" + name + "\" is not as it was encrypted: it was changed, or moved from another name",
                "bring it back from version control, or set it again: serai secret set " + name);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Tells one key from another without telling the key. */
    private byte[] mark() throws IllegalStateException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update("serai secret key".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(sha.digest(key), MARK_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] mark) {
        return HexFormat.of().formatHex(mark);
    }

    @Override
    public String toString() {
        return "key of " + source;
    }
}
