package io.keypool.identitypool.keycloak.login;

import io.keypool.aws.Secret;
import io.keypool.sts.keycloak.token.FacebookAccessTokens;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.models.IdentityProviderModel;

/**
 * Facebook, by the user access token of its classic login or by the ID token of Limited Login. Both name a person by
 * the same id, which is the app's own.
 */
final class FacebookLogins {

    /** The two kinds cannot be mistaken: an access token is of letters and digits. */
    private static final Pattern JWT = Pattern.compile("[^.]+\\.[^.]+\\.[^.]*");

    private final FacebookLimitedLogin limitedLogin;
    private final FacebookAccessTokens accessTokens;

    FacebookLogins(FacebookLimitedLogin limitedLogin, FacebookAccessTokens accessTokens) {
        this.limitedLogin = limitedLogin;
        this.accessTokens = accessTokens;
    }

    String userId(Set<String> apps, IdentityProviderModel model, Secret token) {
        return JWT.matcher(token.reveal()).matches()
                ? limitedLogin.userId(apps, model, token)
                : accessTokens.userId(apps, model, token);
    }
}
