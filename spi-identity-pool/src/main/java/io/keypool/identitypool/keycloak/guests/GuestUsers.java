package io.keypool.identitypool.keycloak.guests;

import io.keypool.identitypool.IdentityId;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** The guests among the users of a realm. */
public final class GuestUsers {

    private final KeycloakSession session;
    private final RealmModel realm;

    public GuestUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Makes a user of a guest: with no role, not even those that every user has, no e-mail and no required action. */
    public UserModel add(Guest guest) {
        return marked(session.users().addUser(realm, guest.userId(), guest.username(), false, false), guest);
    }

    /** As {@link #add}, but the user is in no table and ends with its session: Keycloak's transient users. */
    public LightweightUserAdapter addTransient(Guest guest) {
        LightweightUserAdapter user = new LightweightUserAdapter(session, realm, null);
        user.setUsername(guest.username());
        return marked(user, guest);
    }

    private static <T extends UserModel> T marked(T user, Guest guest) {
        user.setServiceAccountClientLink(guest.mark());
        user.setEnabled(true);
        return user;
    }

    /** Removes the guest of an identity, if it has one, and ends its sessions. */
    public void remove(IdentityId identity) {
        Optional.ofNullable(session.users().getUserById(realm, Guest.userId(identity)))
                .filter(user -> Guest.of(user).isPresent())
                .ifPresent(this::remove);
    }

    /** Removes the guests of identities that are gone, in the same transaction. Most guests never logged in. */
    public static void follow(KeycloakSession session, String realmId, List<IdentityId> gone) {
        List<String> users = users(session, realmId, gone);
        if (users.isEmpty()) {
            return;
        }
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        GuestUsers guests = new GuestUsers(session, realm);
        users.forEach(user -> guests.remove(session.users().getUserById(realm, user)));
    }

    private static List<String> users(KeycloakSession session, String realmId, List<IdentityId> identities) {
        if (identities.isEmpty()) {
            return List.of();
        }
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm and u.id in (:ids)"
                                + " and u.serviceAccountClientLink like :mark",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("ids", identities.stream().map(Guest::userId).toList())
                .setParameter("mark", Guest.MARK + "%")
                .getResultList();
    }

    private void remove(UserModel user) {
        session.sessions().removeUserSessions(realm, user);
        new UserManager(session).removeUser(realm, user);
    }
}
