package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.IdentityId;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Goes with guests who are removed since they did not come back. */
public interface GuestFollower {

    /**
     * In the transaction that removes them.
     *
     * @param guests at most a few hundred
     */
    void removed(KeycloakSession session, String realmId, List<IdentityId> guests);
}
