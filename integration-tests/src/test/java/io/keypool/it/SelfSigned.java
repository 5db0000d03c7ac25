package io.keypool.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that nobody knows, with a certificate that it gave itself; the JDK has no other way to make one than keytool.
 */
final class SelfSigned {

    static final String ALIAS = "self";
    static final String PASSWORD = "password";

    private SelfSigned() {}

    /** The key with its certificate in {@code x5c}. */
    static RSAKey key(Path directory) {
        KeyStore store = store(directory.resolve("self-signed.p12"), "attacker");
        try {
            Base64 certificate = Base64.encode(store.getCertificate(ALIAS).getEncoded());
            return new RSAKey.Builder(RSAKey.load(store, ALIAS, PASSWORD.toCharArray()))
                    .x509CertChain(List.of(certificate))
                    .build();
        } catch (GeneralSecurityException | JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** @param options of {@code keytool -genkeypair} */
    static KeyStore store(Path file, String name, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
        command.addAll(List.of(options));
        try {
            Process keytool = new ProcessBuilder(command).inheritIO().start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + keytool.exitValue());
            }
            return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
