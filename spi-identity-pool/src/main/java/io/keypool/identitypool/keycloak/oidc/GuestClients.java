package io.keypool.identitypool.keycloak.oidc;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.keycloak.IdentityPoolsProvider;
import io.keypool.identitypool.keycloak.RealmLogin;
import io.keypool.identitypool.keycloak.claims.PoolClaims;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which clients take guests. */
final class GuestClients {

    private GuestClients() {}

    /** The pool in which the client's guests are, if both take any. */
    static Optional<PoolId> pool(KeycloakSession session, RealmModel realm, ClientModel client) {
        RealmLogin login = IdentityPoolsProvider.of(session).realmLogin(realm);
        return PoolClaims.poolOfGuests(client).filter(login::takesGuests);
    }
}
