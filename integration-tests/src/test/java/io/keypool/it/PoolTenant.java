package io.keypool.it;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolResponse;

/** A realm of its own, and a client that may manage its identity pools, with AWS's client. */
record PoolTenant(Keypool keypool, OwnRealm realm, CognitoIdentityClient cognito) implements AutoCloseable {

    private static final String SECRET = "pool-manager-secret-0123456789";

    static PoolTenant create(Keypool keypool) {
        OwnRealm realm = OwnRealm.create(keypool);
        return new PoolTenant(keypool, realm, signing(keypool, realm, "pool-manager", "manage-identity-pools"));
    }

    /** AWS's client for somebody else of the realm, who has those roles. */
    CognitoIdentityClient signing(String clientId, String... roles) {
        return signing(keypool, realm, clientId, roles);
    }

    /** AWS's client for somebody else of the realm, who may do what the policy allows. */
    CognitoIdentityClient allowed(String clientId, String policy) {
        String arn = realm.addManagedPolicy(clientId, policy);
        realm.addUser(clientId, SECRET, Map.of("keypool.policyArns", arn));
        return keypool.cognito(realm.name(), AwsBasicCredentials.create(clientId, SECRET));
    }

    private static CognitoIdentityClient signing(Keypool keypool, OwnRealm realm, String clientId, String... roles) {
        realm.grant(realm.addUser(clientId, SECRET, Map.of()), roles);
        return keypool.cognito(realm.name(), AwsBasicCredentials.create(clientId, SECRET));
    }

    /** A pool of guests. */
    CreateIdentityPoolResponse newPool(Consumer<CreateIdentityPoolRequest.Builder> settings) {
        return cognito.createIdentityPool(
                request -> settings.accept(request.identityPoolName("pool").allowUnauthenticatedIdentities(true)));
    }

    static String arn(String poolId) {
        return "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/" + poolId;
    }

    @Override
    public void close() {
        cognito.close();
        realm.close();
    }
}
