package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.guests.Guest;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
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

    /** Ids of the guests, found when the login began its required actions. */
    private static final String GUESTS = "identity-pool-guests";

    /** That the user's session will have the id of a guest's. */
    private static final String SAME_SESSION = "identity-pool-same-session";

    private static final String SEPARATOR = " ";

    /** Keycloak refuses tokens that are more than a second older than their session, in whole seconds. */
    private static final Duration SESSION_GRANULARITY = Duration.ofSeconds(2);

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean inBrowser = login.getRedirectUri() != null;
        if (!inBrowser || login.getRequiredActions().contains(GuestUpgradeFactory.ID) || isGuest(context.getUser())) {
            return;
        }
        Optional<UserModel> inSession = Optional.ofNullable(context.getSession()
                        .sessions()
                        .getUserSession(
                                context.getRealm(), login.getParentSession().getId()))
                .map(UserSessionModel::getUser)
                .filter(GuestUpgrade::isGuest);
        Set<String> guests = Stream.of(inSession, byCookie(context))
                .flatMap(Optional::stream)
                .map(UserModel::getId)
                .collect(Collectors.toSet());
        if (!guests.isEmpty()) {
            login.setAuthNote(GUESTS, String.join(SEPARATOR, guests));
            login.setAuthNote(SAME_SESSION, String.valueOf(inSession.isPresent()));
            login.addRequiredAction(GuestUpgradeFactory.ID);
        }
    }

    private static Optional<UserModel> byCookie(RequiredActionContext context) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true))
                .map(AuthResult::user)
                .filter(GuestUpgrade::isGuest);
    }

    private static boolean isGuest(UserModel user) {
        return Guest.of(user).isPresent();
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        for (String guest : login.getAuthNote(GUESTS).split(SEPARATOR)) {
            UserModel user = context.getSession().users().getUserById(context.getRealm(), guest);
            Optional.ofNullable(user).flatMap(Guest::of).ifPresent(found -> upgrade(context, found));
        }
        if (Boolean.parseBoolean(login.getAuthNote(SAME_SESSION))) {
            outdateTokens();
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

    private static void upgrade(RequiredActionContext context, Guest guest) {
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
        end(context, guest);
    }

    /** In a transaction of its own, so that the user's session may begin where the guest's has ended. */
    private static void end(RequiredActionContext context, Guest guest) {
        KeycloakSession session = context.getSession();
        String realmId = context.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                session.getContext(),
                nested -> new GuestUsers(nested, nested.realms().getRealm(realmId)).remove(guest.identity()));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public void close() {}
}
