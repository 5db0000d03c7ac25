package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A realm of its own with two pools, a role that trusts guests of the first, and a signing key that the test knows: so
 * a test makes the tokens that the server would make, and those that it would never make.
 */
final class Tenant implements AutoCloseable {

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity",
            "Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"us-east-1:%s"},
            "ForAnyValue:StringLike":{"cognito-identity.amazonaws.com:amr":"unauthenticated"}}}]}""";

    private final Keypool keypool;
    private final String realm = "tenant-" + UUID.randomUUID();
    private final String pool = UUID.randomUUID().toString();
    private final String otherPool = UUID.randomUUID().toString();
    private final RSAKey key = newKey(UUID.randomUUID().toString());

    private Tenant(Keypool keypool) {
        this.keypool = keypool;
    }

    static Tenant create(Keypool keypool) {
        Tenant tenant = new Tenant(keypool);
        var created = keypool.admin().post("", tenant.representation());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return tenant;
    }

    /** An RSA key with that id. */
    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    String realm() {
        return realm;
    }

    /** The realm's own issuer, which is not that of its pools. */
    String realmUrl() {
        return keypool.url() + "/realms/" + realm;
    }

    String issuer() {
        return realmUrl() + "/identity-pool";
    }

    String poolId() {
        return "us-east-1:" + pool;
    }

    String otherPoolId() {
        return "us-east-1:" + otherPool;
    }

    String roleArn() {
        return "arn:aws:iam::000000000000:role/TenantGuest";
    }

    /** The private key with which the realm's pools sign. */
    RSAKey key() {
        return key;
    }

    /** The claims of a guest's token as reference/aws-contract.md §3 has them. */
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("us-east-1:" + UUID.randomUUID())
                .audience(poolId())
                .claim("amr", List.of("unauthenticated"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    /** The header of a token that the realm's pools sign. */
    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
    }

    /** A token with those claims, signed as the pools would. */
    String sign(JWTClaimsSet claims) {
        return sign(header().build(), claims, key);
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public void close() {
        keypool.admin().delete("/" + realm);
    }

    private Map<String, Object> representation() {
        return Map.of(
                "realm",
                realm,
                "enabled",
                true,
                "components",
                Map.of(
                        "io.keypool.identitypool.keycloak.IdentityPoolProvider",
                        List.of(pool("first", pool), pool("second", otherPool)),
                        "io.keypool.sts.keycloak.IamRoleProvider",
                        List.of(component(
                                UUID.randomUUID().toString(),
                                "TenantGuest",
                                "iam-role",
                                Map.of("trustPolicy", List.of(TRUST.formatted(pool))))),
                        "io.keypool.identitypool.keycloak.IdentityPoolKeyProvider",
                        List.of(component(key.getKeyID(), "known", "identity-pool-key", keyPair()))));
    }

    private Map<String, List<String>> keyPair() {
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "algorithm",
                    List.of("RS256"),
                    "privateKey",
                    List.of(base64.encodeToString(key.toRSAPrivateKey().getEncoded())),
                    "publicKey",
                    List.of(base64.encodeToString(key.toRSAPublicKey().getEncoded())));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Map<String, Object> pool(String name, String id) {
        return component(id, name, "identity-pool", Map.of("allowUnauthenticatedIdentities", List.of("true")));
    }

    private static Map<String, Object> component(
            String id, String name, String provider, Map<String, List<String>> config) {
        return Map.of("id", id, "name", name, "providerId", provider, "subComponents", Map.of(), "config", config);
    }
}
