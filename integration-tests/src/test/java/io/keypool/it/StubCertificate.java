package io.keypool.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for hosts of others, with its key.
 *
 * @param file the certificate alone, in PEM, for those who shall trust it
 */
record StubCertificate(SSLContext context, Path file) {

    static StubCertificate create(Path directory, Collection<String> hosts) throws IOException {
        String names = hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(",", "SAN=", ""));
        KeyStore store = SelfSigned.store(directory.resolve("stub-providers.p12"), "stub providers", "-ext", names);
        try {
            return new StubCertificate(context(store), write(store, directory.resolve("stub-providers.pem")));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Path write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        String base64 = Base64.getMimeEncoder()
                .encodeToString(store.getCertificate(SelfSigned.ALIAS).getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }
}
