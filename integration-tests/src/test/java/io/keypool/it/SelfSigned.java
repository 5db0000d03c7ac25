package io.keypool.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

/**
 * A key that nobody knows, with a certificate that it gave itself; the JDK has no other way to make one than keytool.
 */
final class SelfSigned {

    private static final String PASSWORD = "password";

    private SelfSigned() {}

    /** The key with its certificate in {@code x5c}. */
    static RSAKey key(Path directory) {
        Path file = directory.resolve("self-signed.p12");
        try {
            Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "self",
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "2048",
                            "-dname",
                            "CN=attacker",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            PASSWORD,
                            "-keystore",
                            file.toString())
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + keytool.exitValue());
            }
            return read(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (GeneralSecurityException | JOSEException unusable) {
            throw new IllegalStateException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static RSAKey read(KeyStore store) throws GeneralSecurityException, JOSEException {
        Base64 certificate = Base64.encode(store.getCertificate("self").getEncoded());
        return new RSAKey.Builder(RSAKey.load(store, "self", PASSWORD.toCharArray()))
                .x509CertChain(List.of(certificate))
                .build();
    }
}
