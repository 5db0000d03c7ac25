package io.keypool.sts.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.cache.CacheRealmProvider;

/** A realm as the database has it: another's commit may not have reached our cache yet. */
public final class StoredRealm {

    private StoredRealm() {}

    public static RealmModel of(KeycloakSession session, String realmId) {
        RealmProvider realms = session.realms();
        return realms instanceof CacheRealmProvider cache
                ? cache.getRealmDelegate().getRealm(realmId)
                : realms.getRealm(realmId);
    }
}
