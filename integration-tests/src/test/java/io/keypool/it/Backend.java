package io.keypool.it;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;
import software.amazon.awssdk.services.cognitoidentity.model.LookupDeveloperIdentityResponse;

/** A backend that vouches for users of its own in one pool, with AWS's client. */
record Backend(CognitoIdentityClient cognito, String poolId, String provider) implements AutoCloseable {

    /** The developer provider of the demo pool and of every {@link DemoPool}. */
    static final String DEMO_PROVIDER = "login.demo.backend";

    private static final String SECRET = "backend-secret-0123456789";

    static Backend ofDemo(Keypool keypool, String poolId) {
        return new Backend(keypool.backend(), poolId, DEMO_PROVIDER);
    }

    /** A client of the realm's that may do nothing else. */
    static Backend of(Keypool keypool, OwnRealm realm, String poolId, String provider) {
        String clientId = "backend-of-" + OwnRealm.componentOf(poolId);
        realm.grant(realm.addUser(clientId, SECRET, Map.of()), "use-developer-identities");
        return new Backend(
                keypool.cognito(realm.name(), AwsBasicCredentials.create(clientId, SECRET)), poolId, provider);
    }

    GetOpenIdTokenForDeveloperIdentityResponse token(String user) {
        return token(user, request -> {});
    }

    GetOpenIdTokenForDeveloperIdentityResponse token(
            String user, Consumer<GetOpenIdTokenForDeveloperIdentityRequest.Builder> change) {
        return cognito.getOpenIdTokenForDeveloperIdentity(
                request -> change.accept(request.identityPoolId(poolId).logins(Map.of(provider, user))));
    }

    String identity(String user) {
        return token(user).identityId();
    }

    /** Links the user to an identity. */
    String link(String user, String identityId) {
        return token(user, request -> request.identityId(identityId)).identityId();
    }

    LookupDeveloperIdentityResponse lookup(String identityId) {
        return cognito.lookupDeveloperIdentity(
                request -> request.identityPoolId(poolId).identityId(identityId));
    }

    String merge(String source, String destination) {
        return cognito.mergeDeveloperIdentities(request -> request.identityPoolId(poolId)
                        .developerProviderName(provider)
                        .sourceUserIdentifier(source)
                        .destinationUserIdentifier(destination))
                .identityId();
    }

    void unlink(String user, String identityId) {
        cognito.unlinkDeveloperIdentity(request -> request.identityPoolId(poolId)
                .identityId(identityId)
                .developerProviderName(provider)
                .developerUserIdentifier(user));
    }

    @Override
    public void close() {
        cognito.close();
    }
}
