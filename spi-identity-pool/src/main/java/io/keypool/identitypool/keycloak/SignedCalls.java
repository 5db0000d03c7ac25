package io.keypool.identitypool.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.DeveloperIdentities;
import io.keypool.identitypool.IdentityDirectory;
import io.keypool.identitypool.IdentityLists;
import io.keypool.identitypool.PoolAccount;
import io.keypool.identitypool.Ports;
import io.keypool.identitypool.settings.PoolAdministration;
import io.keypool.identitypool.settings.RoleAdministration;
import io.keypool.identitypool.wire.SignedDoors;
import io.keypool.sts.Caller;
import io.keypool.sts.keycloak.ClientAddress;
import io.keypool.sts.keycloak.RealmAccount;
import io.keypool.sts.keycloak.RequestReader;
import io.keypool.sts.keycloak.StsProvider;
import io.keypool.sts.keycloak.component.ComponentChanges;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds out who signed a call, and opens the doors that are for callers who sign. */
final class SignedCalls {

    private static final String SERVICE = "cognito-identity";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final KeycloakEvents events;

    SignedCalls(KeycloakSession session, RealmModel realm, KeycloakEvents events) {
        this.session = session;
        this.realm = realm;
        this.events = events;
    }

    /** @throws AwsFault for a call that is not signed, or not with credentials of this realm */
    SignedDoors doors(byte[] body) {
        Caller caller = caller(body);
        IdentityPoolsProvider host = IdentityPoolsProvider.of(session);
        String region = host.options().region();
        RealmPools pools = host.realmPools(realm);
        PoolChanges changes = new PoolChanges(
                new ComponentChanges(session, realm, caller.identity().arn()), region);
        RealmPoolStore store = new RealmPoolStore(pools, changes, region);
        Access access = new Access(caller, new PoolAccount(RealmAccount.of(realm), region), store::tags);
        Ports ports = host.ports(realm, events);
        IdentityLists lists = host.lists(realm);
        return new SignedDoors(
                new PoolAdministration(store, access, PoolQuota.of(realm)),
                new RoleAdministration(new RealmRoleStore(pools, changes, region), access, PoolQuota.ofRules(realm)),
                new IdentityDirectory(ports, lists, access),
                new DeveloperIdentities(ports, lists, access));
    }

    private Caller caller(byte[] body) {
        ClientAddress address = ClientAddress.of(session.getContext().getUri());
        try {
            return StsProvider.of(session)
                    .service(realm)
                    .authenticate(RequestReader.request(session, address, body), SERVICE);
        } catch (AwsFault refused) {
            throw CognitoFault.notProven(refused);
        }
    }
}
