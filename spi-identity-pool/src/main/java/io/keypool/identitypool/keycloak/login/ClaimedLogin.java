package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Arn;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.LoginClaims;
import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.TokenRoles;
import io.keypool.sts.keycloak.saml.VerifiedAssertion;
import io.keypool.sts.keycloak.token.IdTokenClaims;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a provider might say of somebody, read as if it did. It proves nothing. */
public final class ClaimedLogin {

    private ClaimedLogin() {}

    /** @param claims of an ID token, or the attributes of a SAML assertion */
    public static LoginClaims of(IdentityPool pool, LoginProvider provider, Map<String, Object> claims) {
        if (provider instanceof RealmUsers users) {
            return AskedClaims.of(pool, users, client(claims)).in(claims);
        }
        AskedClaims asked = AskedClaims.of(pool, provider);
        return provider instanceof SamlProvider saml ? assertion(asked, saml, claims) : asked.in(claims);
    }

    private static LoginClaims assertion(AskedClaims asked, SamlProvider provider, Map<String, Object> attributes) {
        AskedClaims roles = new AskedClaims(asked.names(), Set.of(VerifiedAssertion.ROLES));
        List<String> pairs = roles.in(attributes).values().getOrDefault(VerifiedAssertion.ROLES, List.of());
        List<String> named = VerifiedAssertion.roles(provider.arn(), pairs).stream()
                .map(Arn::toString)
                .toList();
        return new LoginClaims(asked.names(), asked.in(attributes).values(), TokenRoles.ofAssertion(named));
    }

    /** Nobody where the claims name none: then what is set for the provider as a whole holds. */
    private static String client(Map<String, Object> claims) {
        IdTokenClaims token = new IdTokenClaims(claims);
        return token.has("azp") || token.has("aud") ? token.client() : "";
    }
}
