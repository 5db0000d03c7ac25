package io.keypool.identitypool.keycloak.oidc;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.guests.Guest;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.CookieAuthenticator;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.constants.AdapterConstants;
import org.keycloak.models.Constants;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Keycloak's own authenticator of the SSO cookie, for whom a guest is nobody: a guest's session goes on at clients that
 * take guests, and steps aside wherever somebody is to log in. Users it leaves to Keycloak.
 */
final class GuestCookie extends CookieAuthenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<AuthResult> cookie = Optional.ofNullable(
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true));
        Optional<Guest> guest = cookie.flatMap(result -> Guest.of(result.user()));
        Optional<PoolId> pool = GuestClients.pool(
                context.getSession(),
                context.getRealm(),
                context.getAuthenticationSession().getClient());
        if (pool.isEmpty() || (cookie.isPresent() && guest.isEmpty())) {
            GuestOffer.withdraw(context);
        }
        if (guest.isPresent() && pool.filter(guest.get().pool()::equals).isPresent() && goesOn(context, cookie.get())) {
            GuestLogin.goOn(context, cookie.get());
        } else if (guest.isPresent()) {
            context.attempted();
        } else if (cookie.isEmpty() && GuestOffer.isTaken(context)) {
            GuestOffer.present(context);
        } else {
            super.authenticate(context);
        }
    }

    private static boolean goesOn(AuthenticationFlowContext context, AuthResult guest) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        LoginProtocol protocol = context.getSession().getProvider(LoginProtocol.class, login.getProtocol());
        return !asksForUser(login)
                && !protocol.requireReauthentication(guest.session(), login)
                && !asksForMoreThan(guest.session(), context);
    }

    private static boolean asksForUser(AuthenticationSessionModel login) {
        String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return TokenUtil.hasPrompt(prompt, OIDCLoginProtocol.PROMPT_VALUE_SELECT_ACCOUNT)
                || login.getClientNote(AdapterConstants.KC_IDP_HINT) != null
                || login.getClientNote(Constants.KC_ACTION) != null;
    }

    /** Than what the guest's session has: no guest can step up. */
    private static boolean asksForMoreThan(UserSessionModel guest, AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        login.setAuthNote(Constants.LOA_MAP, guest.getNote(Constants.LOA_MAP));
        AcrStore acr = new AcrStore(context.getSession(), login);
        int level = acr.getHighestAuthenticatedLevelFromPreviousAuthentication(
                context.getTopLevelFlow().getId());
        return acr.getRequestedLevelOfAuthentication(context.getTopLevelFlow()) > level;
    }
}
