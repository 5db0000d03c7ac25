package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The issuer's metadata and keys, read by an OpenID Connect library that knows nothing of us. Source:
 * reference/aws-contract.md §3; OpenID Connect Discovery 1.0 §3, §4; RFC 7517 §4, §5.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscoveryIT {

    private final Keypool keypool;
    private final OwnRealm realm;

    DiscoveryIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void describesTheIssuerOfTheTokens() throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(keypool.identityPool("demo")));

        assertThat(metadata.getIssuer()).isEqualTo(new Issuer(keypool.identityPool("demo")));
        assertThat(metadata.getJWKSetURI())
                .isEqualTo(URI.create(keypool.identityPool("demo") + "/.well-known/jwks_uri"));
        assertThat(metadata.getIDTokenJWSAlgs()).contains(JWSAlgorithm.RS256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid-configuration", "jwks_uri"})
    void servesJsonThatMayBeCached(String document) {
        HttpResponse<String> answer = get(keypool.identityPool("demo"), document);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void letsAnOpenIdLibraryVerifyAToken(String algorithm) throws Exception {
        String pool = realm.addPool(Map.of("signatureAlgorithm", algorithm));
        String guest = realm.newGuest(pool);
        String token = realm.openIdToken(guest);

        IDTokenClaimsSet claims =
                validator(realm.identityPool(), pool, algorithm).validate(SignedJWT.parse(token), null);

        assertThat(claims.getSubject().getValue()).isEqualTo(guest);
        assertThat(claims.getAMR()).extracting(Object::toString).containsExactly("unauthenticated");
    }

    @Test
    void letsTheLibraryRefuseTheTokenOfAnotherPool() throws Exception {
        String token = realm.openIdToken(realm.newGuest(realm.addPool(Map.of())));
        IDTokenValidator validator = validator(realm.identityPool(), realm.addPool(Map.of()), "RS256");

        assertThatThrownBy(() -> validator.validate(SignedJWT.parse(token), null))
                .hasMessageContaining("Unexpected JWT audience");
    }

    @Test
    void letsTheLibraryRefuseTheTokenOfAnotherRealm() throws Exception {
        String token = keypool.openIdToken(keypool.newGuest());
        realm.openIdToken(realm.newGuest(realm.addPool(Map.of())));
        IDTokenValidator validator = validator(realm.identityPool(), Keypool.POOL_ID, "RS256");

        assertThatThrownBy(() -> validator.validate(SignedJWT.parse(token), null))
                .isInstanceOf(BadJOSEException.class);
    }

    @Test
    void publishesNoPrivateMemberOfAKey() throws Exception {
        realm.openIdToken(realm.newGuest(realm.addPool(Map.of())));
        realm.openIdToken(realm.newGuest(realm.addPool(Map.of("signatureAlgorithm", "ES256"))));

        JsonNode keys =
                Admin.parse(get(realm.identityPool(), "jwks_uri").body()).path("keys");

        assertThat(keys).hasSizeGreaterThanOrEqualTo(2);
        for (JsonNode key : keys) {
            assertThat(key.properties())
                    .extracting(Map.Entry::getKey)
                    .contains("kid", "kty", "alg", "use")
                    .doesNotContainAnyElementsOf(List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k"));
        }
    }

    @Test
    void servesAKeyBeforeTheFirstTokenIsIssued() throws Exception {
        try (OwnRealm fresh = OwnRealm.create(keypool)) {
            String pool = fresh.addPool(Map.of());

            JWKSet before = keys(get(fresh.identityPool(), "jwks_uri"));

            String token = fresh.openIdToken(fresh.newGuest(pool));
            assertThat(before.getKeyByKeyId(kid(token))).isNotNull();
        }
    }

    /** Who trusts the realm must not accept a guest. */
    @Test
    void keepsItsKeysApartFromTheRealmsOwn() throws Exception {
        String kid = kid(keypool.openIdToken(keypool.newGuest()));

        JWKSet ours = keys(get(keypool.identityPool("demo"), "jwks_uri"));
        JWKSet realms = keys(keypool.raw().get(keypool.url().resolve("/realms/demo/protocol/openid-connect/certs")));

        assertThat(ours.getKeyByKeyId(kid)).isNotNull();
        assertThat(realms.getKeys()).isNotEmpty();
        assertThat(realms.getKeyByKeyId(kid)).isNull();
    }

    private static IDTokenValidator validator(URI issuer, String pool, String algorithm) throws Exception {
        OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer));
        return new IDTokenValidator(
                metadata.getIssuer(),
                new ClientID(pool),
                JWSAlgorithm.parse(algorithm),
                metadata.getJWKSetURI().toURL());
    }

    private HttpResponse<String> get(URI issuer, String document) {
        return keypool.raw().get(URI.create(issuer + "/.well-known/" + document));
    }

    private static JWKSet keys(HttpResponse<String> answer) throws Exception {
        return JWKSet.parse(answer.body());
    }

    private static String kid(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }
}
