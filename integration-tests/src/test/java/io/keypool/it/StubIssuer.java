package io.keypool.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** Signs ID tokens as a provider does, and publishes the key under the provider's address. */
final class StubIssuer implements StubHost {

    private final String issuer;
    private final String keysPath;
    private final RSAKey key;
    private volatile boolean slow;

    StubIssuer(String issuer, String keysPath) {
        this.issuer = issuer;
        this.keysPath = keysPath;
        this.key = newKey();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    RSAKey key() {
        return key;
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    }

    /** What all three providers put into an ID token; {@code azp} is Google's. */
    JWTClaimsSet.Builder claims(String app, String person) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(person)
                .audience(app)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    String idToken(String app, String person) {
        return sign(claims(app, person).build());
    }

    String sign(JWTClaimsSet claims) {
        return Tenant.sign(header().build(), claims, key);
    }

    /** Whether the keys come when nobody waits for them any more. */
    void setSlow(boolean slow) {
        this.slow = slow;
    }

    @Override
    public StubAnswer get(String path, Map<String, String> parameters) {
        if (!path.equals(keysPath)) {
            return StubAnswer.text(404, "Not Found");
        }
        StubAnswer keys = StubAnswer.json(200, new JWKSet(key.toPublicJWK()).toJSONObject());
        return slow ? keys.tooLate() : keys;
    }
}
