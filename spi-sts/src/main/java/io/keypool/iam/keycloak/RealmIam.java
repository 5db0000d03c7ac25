package io.keypool.iam.keycloak;

import io.keypool.iam.Authorizer;
import io.keypool.iam.IdentityAndAccess;
import io.keypool.iam.Ports;
import io.keypool.sts.RoleTrust;
import io.keypool.sts.keycloak.KeycloakClock;
import io.keypool.sts.keycloak.RealmAccount;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** IAM of a realm. */
public final class RealmIam {

    private RealmIam() {}

    /** The door for a caller. */
    public static IdentityAndAccess of(KeycloakSession session, RealmModel realm, Authorizer authorizer) {
        Ports ports = new Ports(
                RealmAccount.of(realm),
                new RealmEntityStore(session, realm, authorizer.caller()),
                new ClientPolicies(session, realm),
                new RealmFederation(session, realm),
                new RoleTrust(realm.getName()),
                new KeycloakClock());
        return new IdentityAndAccess(ports, authorizer);
    }
}
