package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.guests.Guest;
import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Lets people in who prove nothing, as guests of the pool that the client names. Only a POST makes a guest. */
final class GuestLogin implements Authenticator {

    /** A guest's session, which the cookie proves, goes on. */
    static void goOn(AuthenticationFlowContext context, AuthResult guest) {
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.SSO_AUTH, "true");
        // Not by the context, which lets no user of this kind in.
        context.getAuthenticationSession().setAuthenticatedUser(guest.user());
        context.attachUserSession(guest.session());
        context.success();
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (isChosen(context)) {
            action(context);
        } else {
            GuestOffer.present(context);
        }
    }

    private static boolean isChosen(AuthenticationFlowContext context) {
        return context.getHttpRequest().getHttpMethod().equals(HttpMethod.POST)
                && context.getExecution()
                        .getId()
                        .equals(context.getHttpRequest()
                                .getDecodedFormParameters()
                                .getFirst(Constants.AUTHENTICATION_EXECUTION));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<PoolId> pool = GuestClients.pool(
                context.getSession(),
                context.getRealm(),
                context.getAuthenticationSession().getClient());
        Optional<AuthResult> present = Optional.ofNullable(
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true));
        if (pool.isEmpty()
                || present.filter(result -> !isGuestOf(pool.get(), result)).isPresent()) {
            refuse(context, GuestRefusal.ofClient());
        } else if (present.isPresent()) {
            goOn(context, present.get());
        } else {
            begin(context, pool.get());
        }
    }

    private static boolean isGuestOf(PoolId pool, AuthResult result) {
        return Guest.of(result.user())
                .filter(guest -> guest.pool().equals(pool))
                .isPresent();
    }

    private static void begin(AuthenticationFlowContext context, PoolId pool) {
        try {
            AuthenticationSessionModel login = context.getAuthenticationSession();
            UserSessionModel guest =
                    new NewGuest(context.getSession(), context.getRealm()).logIn(pool, login.getProtocol());
            login.setAuthenticatedUser(guest.getUser());
            context.attachUserSession(guest);
            context.success();
        } catch (AwsFault refused) {
            refuse(context, GuestRefusal.of(refused));
        }
    }

    private static void refuse(AuthenticationFlowContext context, GuestRefusal refusal) {
        context.getEvent().error(refusal.error());
        context.failureChallenge(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError(refusal.message()).createErrorPage(refusal.status()));
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
