package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.LoginProvider.PublicProvider;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;

/**
 * Google, by ID token. A realm that takes only people of some hosted domains in its broker takes only them here.
 *
 * @see <a href="https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken">Validating an
 *     ID token</a>
 */
final class GoogleLogins {

    /** As Keycloak has it, people of any domain and of none. */
    private static final String ANY_DOMAIN = "*";

    private final OpenIdLogins openId;

    GoogleLogins(OpenIdLogins openId) {
        this.openId = openId;
    }

    String userId(PublicProvider provider, IdentityProviderModel model, Secret token) {
        IdTokenClaims claims = openId.claims(provider.name(), provider.appIds(), model, token);
        Optional<String> required = Optional.ofNullable(model.getConfig().get("hostedDomain"))
                .filter(domains -> !domains.isBlank() && !domains.equals(ANY_DOMAIN));
        if (required.isPresent() && !isOneOf(required.get(), claims.optional("hd"))) {
            throw CognitoFault.invalidLoginToken("Hosted domain doesn't match.");
        }
        return claims.required("sub");
    }

    private static boolean isOneOf(String domains, Optional<String> domain) {
        return Stream.of(domains.split(","))
                .map(String::strip)
                .anyMatch(one -> domain.filter(one::equals).isPresent());
    }
}
