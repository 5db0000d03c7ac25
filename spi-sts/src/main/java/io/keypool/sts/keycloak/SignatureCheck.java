package io.keypool.sts.keycloak;

import io.keypool.sts.spi.VerificationKey;
import java.nio.charset.StandardCharsets;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.models.KeycloakSession;

/** Checks a token's signature with Keycloak's signature providers, under the key's algorithm and no other. */
final class SignatureCheck {

    private final KeycloakSession session;
    private final VerificationKey key;

    SignatureCheck(KeycloakSession session, VerificationKey key) {
        this.session = session;
        this.key = key;
    }

    boolean holds(JWSInput jws) {
        boolean sameAlgorithm = jws.getHeader().getAlgorithm() != null
                && key.algorithm().equals(jws.getHeader().getRawAlgorithm());
        if (!sameAlgorithm || jws.getSignature() == null) {
            return false;
        }
        byte[] signed = jws.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8);
        try {
            return session.getProvider(SignatureProvider.class, key.algorithm())
                    .verifier(wrapper())
                    .verify(signed, jws.getSignature());
        } catch (VerificationException malformed) {
            return false;
        }
    }

    private KeyWrapper wrapper() {
        KeyWrapper wrapper = new KeyWrapper();
        wrapper.setKid(key.id());
        wrapper.setAlgorithm(key.algorithm());
        wrapper.setType(key.algorithm().startsWith("ES") ? KeyType.EC : KeyType.RSA);
        wrapper.setUse(KeyUse.SIG);
        wrapper.setPublicKey(key.publicKey());
        return wrapper;
    }
}
