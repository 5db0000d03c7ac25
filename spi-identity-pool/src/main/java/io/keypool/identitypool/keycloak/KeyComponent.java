package io.keypool.identitypool.keycloak;

import io.keypool.sts.keycloak.KeyComponents;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;

/** A signing key as a realm component holds it. The parsed key is kept in the cached component's notes. */
final class KeyComponent {

    static final String ALGORITHM = "algorithm";
    static final String PRIVATE_KEY = "privateKey";
    static final String PUBLIC_KEY = "publicKey";
    static final String KEY_ID = "keyId";

    private static final int RSA_BITS = 2048;
    private static final String NOTE = KeyComponent.class.getName();

    private KeyComponent() {}

    static String algorithm(ComponentModel component) {
        return component.get(ALGORITHM, SigningKeys.DEFAULT_ALGORITHM);
    }

    static KeyWrapper key(ComponentModel component) {
        KeyWrapper parsed = component.getNote(NOTE);
        if (parsed != null) {
            return parsed;
        }
        KeyWrapper key = new KeyWrapper();
        key.setKid(component.get(KEY_ID, component.getId()));
        key.setAlgorithm(algorithm(component));
        key.setType(isElliptic(component) ? KeyType.EC : KeyType.RSA);
        key.setUse(KeyUse.SIG);
        try {
            key.setPrivateKey(privateKey(component));
            key.setPublicKey(publicKey(component));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("key component " + component.getId(), unusable);
        }
        component.setNote(NOTE, key);
        return key;
    }

    static boolean isEmpty(ComponentModel component) {
        return KeyComponents.lacks(component, PRIVATE_KEY);
    }

    static void fill(ComponentModel component) {
        if (component.contains(PRIVATE_KEY)) {
            // A hidden key that is made anew has an id that verifiers may remember with the old key.
            component.put(KEY_ID, UUID.randomUUID().toString());
        }
        KeyPair pair = generate(component);
        component.put(
                PRIVATE_KEY,
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        component.put(
                PUBLIC_KEY, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    static boolean holdsKeyPair(ComponentModel component) {
        byte[] probe = {1};
        try {
            Signature signature = Signature.getInstance(isElliptic(component) ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(privateKey(component));
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey(component));
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            return false;
        }
    }

    private static KeyPair generate(ComponentModel component) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family(component));
            if (isElliptic(component)) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(RSA_BITS);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static PrivateKey privateKey(ComponentModel component) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(component.get(PRIVATE_KEY, ""));
        return KeyFactory.getInstance(family(component)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static PublicKey publicKey(ComponentModel component) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(component.get(PUBLIC_KEY, ""));
        return KeyFactory.getInstance(family(component)).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String family(ComponentModel component) {
        return isElliptic(component) ? "EC" : "RSA";
    }

    private static boolean isElliptic(ComponentModel component) {
        return Algorithm.ES256.equals(algorithm(component));
    }
}
