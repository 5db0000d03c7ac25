package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.PoolIssuer;
import io.keypool.sts.keycloak.RealmAccount;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** The issuer of a realm's pool tokens: {@code {realm url}/identity-pool} at the realm's public address. */
final class RealmIssuer {

    private RealmIssuer() {}

    static PoolIssuer of(KeycloakSession session, RealmModel realm) {
        String realmUrl =
                Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
        return new PoolIssuer(realmUrl + "/" + IdentityPoolsProviderFactory.ID, RealmAccount.of(realm));
    }
}
