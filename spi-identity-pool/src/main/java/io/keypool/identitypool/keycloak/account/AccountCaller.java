package io.keypool.identitypool.keycloak.account;

import io.keypool.sts.keycloak.RealmGate;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.account.AccountRestService;

/**
 * Who asks, by the rules of Keycloak's own account REST: a user with an access token of the realm for the client
 * {@code account}. Neither guests nor the service accounts of clients have an account.
 */
final class AccountCaller {

    /** RFC 6750, section 3. */
    private static final String BEARER = "Bearer";

    private static final String OF_NO_USE = "Bearer error=\"invalid_token\"";

    private final UserModel user;
    private final AccessToken token;

    private AccountCaller(UserModel user, AccessToken token) {
        this.user = user;
        this.token = token;
    }

    /**
     * Lets the page read the answer, too, if the token's client names its origin.
     *
     * @throws jakarta.ws.rs.WebApplicationException 401, 403, or 404 where the realm has no account management
     */
    static AccountCaller of(KeycloakSession session) {
        requireOpen(session, session.getContext().getRealm());
        AuthResult proven = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (proven == null) {
            throw new NotAuthorizedException(BEARER);
        }
        AccessToken token = whole(session, proven);
        if (!token.hasAudience(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)) {
            throw new NotAuthorizedException(OF_NO_USE);
        }
        Cors.builder()
                .checkAllowedOrigins(token)
                .allowedMethods("GET", "POST")
                .auth()
                .add();
        if (proven.user().getServiceAccountClientLink() != null) {
            throw new NotAuthorizedException(OF_NO_USE);
        }
        return new AccountCaller(proven.user(), token);
    }

    private static void requireOpen(KeycloakSession session, RealmModel realm) {
        AccountRestService.checkAccountApiEnabled();
        RealmGate.closed(session, realm).ifPresent(reason -> {
            throw new ForbiddenException(reason);
        });
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null || !account.isEnabled()) {
            throw new NotFoundException("The realm has no account management.");
        }
    }

    /** A lightweight token does not say itself what it is good for. */
    private static AccessToken whole(KeycloakSession session, AuthResult proven) {
        AccessToken token = proven.token();
        if (token.getAudience() != null && token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID) != null) {
            return token;
        }
        AccessTokenIntrospectionProvider<?> introspection = (AccessTokenIntrospectionProvider<?>) session.getProvider(
                TokenIntrospectionProvider.class, AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE);
        return introspection.transformAccessToken(token, proven.session());
    }

    UserModel user() {
        return user;
    }

    /** @throws ForbiddenException where the token has none of those roles of the account */
    void requireOneOf(String... roles) {
        AccessToken.Access access = token.getResourceAccess(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        for (String role : roles) {
            if (access != null && access.isUserInRole(role)) {
                return;
            }
        }
        throw new ForbiddenException();
    }
}
