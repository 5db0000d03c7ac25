package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.guests.Guest;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The last step of a login in a browser in which somebody was a guest: the guest becomes the user, and the guest's
 * session ends. It shows no page. Whoever leaves the login before it stays a guest.
 */
final class GuestUpgrade implements RequiredActionProvider {

    private static final Logger LOG = Logger.getLogger(GuestUpgrade.class);

    /** The guests, found when the login began its required actions: for each its mark and its session. */
    private static final String GUESTS = "identity-pool-guests";

    private static final String SEPARATOR = " ";
    private static final String IN = "@";

    /** Keycloak refuses tokens that are more than a second older than their session, in whole seconds. */
    private static final Duration SESSION_GRANULARITY = Duration.ofSeconds(2);

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean inBrowser = login.getRedirectUri() != null;
        if (!inBrowser
                || login.getRequiredActions().contains(GuestUpgradeFactory.ID)
                || Guest.of(context.getUser()).isPresent()) {
            return;
        }
        String guests = sessions(context)
                .flatMap(found -> Guest.of(found.getUser()).map(guest -> guest.mark() + IN + found.getId()).stream())
                .distinct()
                .collect(Collectors.joining(SEPARATOR));
        if (!guests.isEmpty()) {
            login.setAuthNote(GUESTS, guests);
            login.addRequiredAction(GuestUpgradeFactory.ID);
        }
    }

    /** The session that the login would go on with, and that of the cookie, which may be another one. */
    private static Stream<UserSessionModel> sessions(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        return Stream.of(
                        Optional.ofNullable(session.sessions().getUserSession(realm, sessionId(context))),
                        Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                                .map(AuthResult::session))
                .flatMap(Optional::stream)
                .filter(found -> found.getUser() != null);
    }

    private static String sessionId(RequiredActionContext context) {
        return context.getAuthenticationSession().getParentSession().getId();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        for (String found :
                context.getAuthenticationSession().getAuthNote(GUESTS).split(SEPARATOR, -1)) {
            String[] parts = found.split(IN, -1);
            Guest guest = Guest.marked(parts[0]).orElseThrow();
            signIn(context, guest);
            end(context, guest, parts[1]);
            if (parts[1].equals(sessionId(context))) {
                outdateTokens();
            }
        }
        context.success();
    }

    /**
     * The user's session will have the id of the guest's, which happens when a browser has lost one of Keycloak's
     * cookies: the guest's refresh token must not be good for it.
     */
    private static void outdateTokens() {
        try {
            Thread.sleep(SESSION_GRANULARITY.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static void signIn(RequiredActionContext context, Guest guest) {
        try {
            IdentityId identity = IdentityPoolsProvider.of(context.getSession())
                    .realmLogin(context.getRealm())
                    .signIn(guest.pool(), guest.identity(), context.getUser());
            context.getEvent()
                    .detail("guest_identity", guest.identity().value())
                    .detail("identity", identity.value());
        } catch (AwsFault refused) {
            // The user is logged in all the same, and the guest is no more: never both.
            LOG.warnf("a guest of pool %s was left behind: %s", guest.pool(), refused.getMessage());
        }
    }

    /** In a transaction of its own, so that the user's session may begin where the guest's has ended. */
    private static void end(RequiredActionContext context, Guest guest, String sessionId) {
        KeycloakSession session = context.getSession();
        String realmId = context.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), nested -> {
            RealmModel realm = nested.realms().getRealm(realmId);
            Optional.ofNullable(nested.sessions().getUserSession(realm, sessionId))
                    .ifPresent(ended -> nested.sessions().removeUserSession(realm, ended));
            new GuestUsers(nested, realm).remove(guest.identity());
        });
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public void close() {}
}
