package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.PoolId;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeBase;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** Tokens of a new guest for an app without a browser. The refresh token keeps the guest. */
final class GuestGrant extends OAuth2GrantTypeBase {

    private static final String AUTH_METHOD = "guest";

    @Override
    public Response process(Context context) {
        setContext(context);
        event.detail(Details.AUTH_METHOD, AUTH_METHOD);
        PoolId pool = GuestClients.pool(session, realm, client)
                .filter(it -> !client.isConsentRequired())
                .orElseThrow(() -> refused(GuestRefusal.ofClient(), "The client takes no guests"));
        String scope = getRequestedScopes();
        if (TokenUtil.hasScope(scope, OAuth2Constants.OFFLINE_ACCESS)) {
            throw refused(GuestRefusal.ofScope(), "Guests have no offline access");
        }
        UserSessionModel guest = guest(pool);
        event.user(guest.getUser())
                .detail(Details.USERNAME, guest.getLoginUsername())
                .session(guest);
        updateUserSessionFromClientAuth(guest);
        ClientSessionContext login = attach(guest, scope);
        return createTokenResponse(guest.getUser(), guest, login, login.getScopeString(), false, null);
    }

    private UserSessionModel guest(PoolId pool) {
        try {
            return new NewGuest(session, realm).logIn(pool, AUTH_METHOD);
        } catch (AwsFault fault) {
            throw refused(GuestRefusal.of(fault), fault.message());
        }
    }

    private CorsErrorResponseException refused(GuestRefusal refusal, String description) {
        event.detail(Details.REASON, description).error(refusal.error());
        return new CorsErrorResponseException(cors, refusal.error(), description, refusal.status());
    }

    private ClientSessionContext attach(UserSessionModel guest, String scope) {
        AuthenticationSessionModel login = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, false)
                .createAuthenticationSession(client);
        login.setAuthenticatedUser(guest.getUser());
        login.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        login.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, scope);
        AuthenticationManager.setClientScopesInSession(session, login);
        return TokenManager.attachAuthenticationSession(session, guest, login);
    }

    @Override
    public EventType getEventType() {
        return EventType.LOGIN;
    }

    @Override
    public Set<String> getTokenParameterNames() {
        return Set.of();
    }
}
