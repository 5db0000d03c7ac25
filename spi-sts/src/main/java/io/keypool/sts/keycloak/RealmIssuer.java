package io.keypool.sts.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;

/** Whom the tokens of a realm name as their issuer: the realm at its public address. */
public final class RealmIssuer {

    private RealmIssuer() {}

    /** The realm's URL, which is the issuer of its own tokens. */
    public static String url(KeycloakSession session, RealmModel realm) {
        return Urls.realmIssuer(session.getContext().getUri(UrlType.FRONTEND).getBaseUri(), realm.getName());
    }
}
