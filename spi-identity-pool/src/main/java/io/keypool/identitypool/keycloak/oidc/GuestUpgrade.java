package io.keypool.identitypool.keycloak.oidc;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.guests.Guest;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
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

    private static final String SEPARATOR = " ";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        boolean inBrowser = login.getRedirectUri() != null;
        if (!inBrowser
                || login.getRequiredActions().contains(GuestUpgradeFactory.ID)
                || Guest.of(context.getUser()).isPresent()) {
            return;
        }
        Set<String> guests = guests(context);
        if (!guests.isEmpty()) {
            login.setAuthNote(GUESTS, String.join(SEPARATOR, guests));
            login.addRequiredAction(GuestUpgradeFactory.ID);
        }
    }

    /** By the session that the login would go on with, and by the cookie, which may be of another one. */
    private static Set<String> guests(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        RealmModel realm = context.getRealm();
        String sessionId = context.getAuthenticationSession().getParentSession().getId();
        return Stream.of(
                        Optional.ofNullable(session.sessions().getUserSession(realm, sessionId))
                                .map(UserSessionModel::getUser),
                        Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                                .map(AuthResult::user))
                .flatMap(Optional::stream)
                .filter(user -> Guest.of(user).isPresent())
                .map(UserModel::getId)
                .collect(Collectors.toSet());
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        String guests = context.getAuthenticationSession().getAuthNote(GUESTS);
        Arrays.stream(guests.split(SEPARATOR)).forEach(guest -> upgrade(context, guest));
        context.success();
    }

    /** In a transaction of its own, so that the user's session may begin where the guest's has ended. */
    private static void upgrade(RequiredActionContext context, String guestId) {
        KeycloakSession session = context.getSession();
        String realmId = context.getRealm().getId();
        String userId = context.getUser().getId();
        KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), session.getContext(), nested -> {
            RealmModel realm = nested.realms().getRealm(realmId);
            UserModel guestUser = nested.users().getUserById(realm, guestId);
            UserModel user = nested.users().getUserById(realm, userId);
            Optional<Guest> guest = Optional.ofNullable(guestUser).flatMap(Guest::of);
            guest.ifPresent(it -> {
                signIn(context, nested, it, user);
                new GuestUsers(nested, realm).remove(it.identity());
            });
        });
    }

    private static void signIn(RequiredActionContext context, KeycloakSession nested, Guest guest, UserModel user) {
        try {
            IdentityId identity = IdentityPoolsProvider.of(nested)
                    .realmLogin(nested.getContext().getRealm())
                    .signIn(guest.pool(), guest.identity(), user);
            context.getEvent()
                    .detail("guest_identity", guest.identity().value())
                    .detail("identity", identity.value());
        } catch (AwsFault refused) {
            // The user is logged in all the same, and the guest is no more: never both.
            LOG.warnf("a guest of pool %s was left behind: %s", guest.pool(), refused.getMessage());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    @Override
    public void close() {}
}
