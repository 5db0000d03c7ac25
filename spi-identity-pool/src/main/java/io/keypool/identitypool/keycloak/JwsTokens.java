package io.keypool.identitypool.keycloak;

import io.keypool.aws.AccountId;
import io.keypool.aws.Secret;
import io.keypool.identitypool.OpenIdToken;
import io.keypool.identitypool.OpenIdTokenSigner;
import io.keypool.sts.SessionTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/** Signs pool tokens with Keycloak's signature providers. */
final class JwsTokens implements OpenIdTokenSigner {

    /** As seen in AWS's tokens of those who are authenticated, and not in a guest's. */
    private static final String POOL_ARN = "https://cognito-identity.amazonaws.com/identity-pool-arn";

    private final KeycloakSession session;
    private final SigningKeys keys;
    private final AccountId account;

    JwsTokens(KeycloakSession session, SigningKeys keys, AccountId account) {
        this.session = session;
        this.keys = keys;
        this.account = account;
    }

    @Override
    public Secret sign(OpenIdToken token, String algorithm) {
        KeyWrapper key = keys.active(algorithm);
        SignatureProvider signatures = session.getProvider(SignatureProvider.class, algorithm);
        return new Secret(
                new JWSBuilder().type("JWT").jsonContent(claims(token)).sign(signatures.signer(key)));
    }

    private Map<String, Object> claims(OpenIdToken token) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", token.subject().value());
        claims.put("aud", token.audience().value());
        claims.put("amr", token.amr());
        claims.put("iss", token.issuer());
        claims.put("exp", token.expiration().getEpochSecond());
        claims.put("iat", token.issuedAt().getEpochSecond());
        if (!token.isOfGuest()) {
            claims.put(POOL_ARN, token.audience().arn(account).toString());
        }
        if (!token.tags().isEmpty()) {
            claims.put(SessionTags.CLAIM, Map.of(SessionTags.CLAIM_PRINCIPAL_TAGS, principalTags(token.tags())));
        }
        return claims;
    }

    /** As AWS writes them: each value is the only one of a list. */
    private static Map<String, List<String>> principalTags(SessionTags tags) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        tags.tags().values().forEach((key, value) -> values.put(key, List.of(value)));
        return values;
    }
}
