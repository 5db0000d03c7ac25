package io.keypool.identitypool.keycloak;

import io.keypool.aws.RequestId;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.sts.keycloak.BrowserAccess;
import io.keypool.sts.keycloak.RealmGate;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jwk.JWKBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What verifiers of pool tokens need: the issuer's metadata and its public keys.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect Discovery 1.0</a>
 */
final class Discovery {

    /** Short, so that a key made a moment ago is known to verifiers behind a cache. */
    private static final String CACHE_CONTROL = "public, max-age=300";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final SigningKeys keys;

    Discovery(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.keys = new SigningKeys(session, realm);
    }

    Response openIdConfiguration() {
        return closed().orElseGet(() -> answer(metadata()));
    }

    Response keys() {
        return closed().orElseGet(() -> answer(keySet()));
    }

    private Optional<Response> closed() {
        return RealmGate.closed(session, realm)
                .map(reason -> JsonResponse.of(CognitoFault.realmClosed(reason), RequestId.random()));
    }

    private Map<String, Object> metadata() {
        String issuer = RealmPoolIssuer.of(session, realm).url();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        metadata.put("jwks_uri", issuer + "/.well-known/jwks_uri");
        metadata.put("response_types_supported", List.of("id_token"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", SigningKeys.ALGORITHMS);
        metadata.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "amr"));
        return metadata;
    }

    private JSONWebKeySet keySet() {
        String region = IdentityPoolsProvider.of(session).options().region();
        List<String> algorithms = new RealmPools(realm, region)
                .all()
                .map(IdentityPool::signatureAlgorithm)
                .distinct()
                .toList();
        JSONWebKeySet set = new JSONWebKeySet();
        set.setKeys(keys.published(algorithms).stream().map(Discovery::jwk).toArray(JWK[]::new));
        return set;
    }

    private static JWK jwk(KeyWrapper key) {
        JWKBuilder builder = JWKBuilder.create().kid(key.getKid()).algorithm(key.getAlgorithm());
        return KeyType.EC.equals(key.getType())
                ? builder.ec(key.getPublicKey(), KeyUse.SIG)
                : builder.rsa(key.getPublicKey(), KeyUse.SIG);
    }

    private static Response answer(Object entity) {
        return BrowserAccess.allow(Response.ok(entity, MediaType.APPLICATION_JSON_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .build();
    }
}
