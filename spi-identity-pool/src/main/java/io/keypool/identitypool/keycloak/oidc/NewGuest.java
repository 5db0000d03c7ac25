package io.keypool.identitypool.keycloak.oidc;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.guests.Guest;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.UserSessionManager;

/** Gives a guest an identity, the realm a user for it, and the user a session. */
final class NewGuest {

    private final KeycloakSession session;
    private final RealmModel realm;

    NewGuest(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Logs a new guest in.
     *
     * @param method how, as Keycloak's sessions name it
     * @throws io.keypool.aws.AwsFault as {@link io.keypool.identitypool.RealmPeople#welcome}
     */
    UserSessionModel logIn(PoolId pool, String method) {
        IdentityPoolsProvider pools = IdentityPoolsProvider.of(session);
        Guest guest = new Guest(pool, pools.realmLogin(realm).welcome(pool));
        GuestUsers users = new GuestUsers(session, realm);
        if (!pools.hasTransientGuests()) {
            return begin(users.add(guest), method);
        }
        LightweightUserAdapter user = users.addTransient(guest);
        UserSessionModel begun = begin(user, method);
        user.setOwningUserSessionId(begun.getId());
        return begun;
    }

    /**
     * With an id of its own. Keycloak's would be that of the login, which a later one may have again; a user must not
     * get the session of the guest that they were.
     */
    private UserSessionModel begin(UserModel guest, String method) {
        UserSessionModel begun = new UserSessionManager(session)
                .createUserSession(
                        KeycloakModelUtils.generateId(),
                        realm,
                        guest,
                        guest.getUsername(),
                        session.getContext().getConnection().getRemoteHost(),
                        method,
                        false,
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.PERSISTENT);
        begun.setState(UserSessionModel.State.LOGGED_IN);
        return begun;
    }
}
