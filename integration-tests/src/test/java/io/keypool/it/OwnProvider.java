package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/**
 * An OpenID identity provider of the realm {@code demo}, or of another, whose ID tokens the test signs itself: it has
 * as many people as are wanted, and none of them costs the server a password.
 */
final class OwnProvider implements AutoCloseable {

    private static final String CLIENT = "own-app";
    private static final int LIFETIME_SECONDS = 3600;

    private final Keypool keypool;
    private final String realm;
    private final String alias;
    private final ECKey key;

    private OwnProvider(Keypool keypool, String realm, String alias, ECKey key) {
        this.keypool = keypool;
        this.realm = realm;
        this.alias = alias;
        this.key = key;
    }

    static OwnProvider create(Keypool keypool) {
        return create(keypool, "demo");
    }

    static OwnProvider create(Keypool keypool, String realm) {
        OwnProvider provider = new OwnProvider(keypool, realm, "own-" + UUID.randomUUID(), newKey());
        HttpResponse<String> created = keypool.admin()
                .post(
                        "/" + realm + "/identity-provider/instances",
                        Map.of(
                                "alias",
                                provider.alias,
                                "providerId",
                                "oidc",
                                "enabled",
                                true,
                                "config",
                                provider.config()));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return provider;
    }

    /** The key of {@code Logins}. */
    String name() {
        return alias + ".example.com";
    }

    String arn() {
        return "arn:aws:iam::000000000000:oidc-provider/" + name();
    }

    /** A fresh ID token of that person. */
    String idToken(String subject) {
        return idToken(subject, Map.of());
    }

    /** A fresh ID token of that person, which says more of them. */
    String idToken(String subject, Map<String, ?> more) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("https://" + name())
                .subject(subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)));
        more.forEach(claims::claim);
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void close() {
        keypool.admin().delete("/" + realm + "/identity-provider/instances/" + alias);
    }

    private Map<String, String> config() {
        String issuer = "https://" + name();
        return Map.of(
                "issuer",
                issuer,
                "authorizationUrl",
                issuer + "/auth",
                "tokenUrl",
                issuer + "/token",
                "clientId",
                CLIENT,
                "clientSecret",
                "unused",
                "validateSignature",
                "true",
                "useJwksUrl",
                "false",
                "publicKeySignatureVerifier",
                new JWKSet(key.toPublicJWK()).toString());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
