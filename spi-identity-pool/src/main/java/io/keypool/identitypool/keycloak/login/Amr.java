package io.keypool.identitypool.keycloak.login;

import io.keypool.identitypool.LoginProvider;
import io.keypool.identitypool.LoginProvider.OpenIdProvider;
import io.keypool.identitypool.LoginProvider.RealmUsers;
import io.keypool.identitypool.LoginProvider.SamlProvider;
import io.keypool.identitypool.Subject;
import java.util.List;

/**
 * What {@code amr} says of a login: the provider, and a form of it that names the person there.
 *
 * <p>Of the second form only those of user pools and OpenID providers were seen at AWS; the others follow them.
 */
final class Amr {

    private Amr() {}

    static List<String> of(LoginProvider provider, Subject subject) {
        return List.of(provider.name(), form(provider) + subject.id().reveal());
    }

    private static String form(LoginProvider provider) {
        if (provider instanceof OpenIdProvider openId) {
            return openId.arn() + ":OIDC:";
        }
        if (provider instanceof SamlProvider saml) {
            return saml.arn() + ":SAML:";
        }
        return provider instanceof RealmUsers users ? users.name() + ":CognitoSignIn:" : provider.name() + ":";
    }
}
