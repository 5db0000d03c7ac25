package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keypool.aws.Secret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Derives the signing key of a credential scope and signs with it. */
final class SignatureCalculation {

    private static final String HMAC = "HmacSHA256";

    private SignatureCalculation() {}

    /** The first key of AWS's chain of signing keys. An empty secret is none: anybody could sign with it. */
    private static byte[] seed(Secret secret) {
        if (secret.reveal().isEmpty()) {
            throw new IllegalArgumentException("a secret access key is not empty");
        }
        return ("AWS4" + secret.reveal()).getBytes(UTF_8);
    }

    static String hex(Secret secret, Credential credential, String stringToSign) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            byte[] date = sign(mac, seed(secret), credential.date());
            byte[] region = sign(mac, date, credential.region());
            byte[] service = sign(mac, region, credential.service());
            byte[] signing = sign(mac, service, credential.terminator());
            return HexFormat.of().formatHex(sign(mac, signing, stringToSign));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HMAC, impossible);
        }
    }

    private static byte[] sign(Mac mac, byte[] key, String text) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
