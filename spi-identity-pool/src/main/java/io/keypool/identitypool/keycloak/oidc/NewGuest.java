package io.keypool.identitypool.keycloak.oidc;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.guests.Guest;
import io.keypool.identitypool.keycloak.guests.GuestUsers;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Gives a guest an identity, and the realm a user for it. */
final class NewGuest {

    private NewGuest() {}

    /** @throws io.keypool.aws.AwsFault as {@link io.keypool.identitypool.RealmPeople#welcome} */
    static UserModel in(PoolId pool, KeycloakSession session, RealmModel realm) {
        IdentityId identity =
                IdentityPoolsProvider.of(session).realmLogin(realm).welcome(pool);
        return new GuestUsers(session, realm).add(new Guest(pool, identity));
    }
}
