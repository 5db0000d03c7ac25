package io.keypool.it;

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
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/**
 * A realm of its own with two pools, a role that trusts guests of the first, and a signing key that the test knows: so
 * a test makes the tokens that the server would make, and those that it would never make.
 */
final class Tenant implements AutoCloseable {

    static final String DEVELOPER_PROVIDER = "login.tenant";

    private static final String KEY_TYPE = "io.keypool.identitypool.keycloak.IdentityPoolKeyProvider";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String poolId;
    private final String otherPoolId;
    private final String roleArn;
    private final Backend backend;
    private final RSAKey key;

    private Tenant(Keypool keypool, OwnRealm realm) {
        this.keypool = keypool;
        this.realm = realm;
        this.poolId = realm.addPool(Map.of("developerProviderName", DEVELOPER_PROVIDER));
        this.otherPoolId = realm.addPool(Map.of("developerProviderName", DEVELOPER_PROVIDER));
        this.backend = Backend.of(keypool, realm, poolId, DEVELOPER_PROVIDER);
        this.roleArn = realm.addRole("TenantGuest", OwnRealm.trustOfGuests(poolId));
        RSAKey made = newKey();
        String id = realm.addComponent(KEY_TYPE, "identity-pool-key", "known", Admin.tree(keyPair(made)));
        this.key = new RSAKey.Builder(made).keyID(id).build();
    }

    static Tenant create(Keypool keypool) {
        return new Tenant(keypool, OwnRealm.create(keypool));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    String realm() {
        return realm.name();
    }

    /** The realm's own issuer, which is not that of its pools. */
    String realmUrl() {
        return keypool.url() + "/realms/" + realm.name();
    }

    String issuer() {
        return realmUrl() + "/identity-pool";
    }

    String poolId() {
        return poolId;
    }

    /** The backend that vouches for users in the first pool. */
    Backend backend() {
        return backend;
    }

    /** The same backend in the other pool. */
    Backend backendOfOther() {
        return new Backend(backend.cognito(), otherPoolId, DEVELOPER_PROVIDER);
    }

    CognitoIdentityClient cognito() {
        return realm.cognito();
    }

    String otherPoolId() {
        return otherPoolId;
    }

    String roleArn() {
        return roleArn;
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
        backend.close();
        realm.close();
    }

    private static Map<String, String> keyPair(RSAKey key) {
        try {
            Base64.Encoder base64 = Base64.getEncoder();
            return Map.of(
                    "algorithm",
                    "RS256",
                    "privateKey",
                    base64.encodeToString(key.toRSAPrivateKey().getEncoded()),
                    "publicKey",
                    base64.encodeToString(key.toRSAPublicKey().getEncoded()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
