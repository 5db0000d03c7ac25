package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.PoolIssuer;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RealmIssuer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Whom the tokens of a realm's identity pools name as their issuer: {@code {realm url}/identity-pool}. */
public final class RealmPoolIssuer {

    private RealmPoolIssuer() {}

    public static PoolIssuer of(KeycloakSession session, RealmModel realm) {
        return new PoolIssuer(
                RealmIssuer.url(session, realm) + "/" + IdentityPoolsProviderFactory.ID, RealmAccount.of(realm));
    }
}
