package io.keypool.it;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;

/**
 * A pool of a test's own in the realm {@code demo}, with the same providers as the fixture and nobody in it yet.
 *
 * <p>It has no role that trusts it unless one is given.
 */
final class DemoPool implements AutoCloseable {

    private static final String TYPE = "io.keypool.identitypool.keycloak.IdentityPoolProvider";

    private final Keypool keypool;
    private final String id;
    private final CognitoIdentityClient cognito;

    private DemoPool(Keypool keypool, String id) {
        this.keypool = keypool;
        this.id = id;
        this.cognito = keypool.cognito();
    }

    static DemoPool create(Keypool keypool) {
        return create(keypool, Map.of());
    }

    /** @param changes options that are different from the fixture's */
    static DemoPool create(Keypool keypool, Map<String, List<String>> changes) {
        Map<String, List<String>> config = new HashMap<>(Map.of(
                "allowUnauthenticatedIdentities",
                List.of("true"),
                "signatureAlgorithm",
                List.of("ES256"),
                "developerProviderName",
                List.of("login.demo.backend"),
                "cognitoIdentityProviders",
                List.of("[{\"ProviderName\": \"" + PasswordLogin.provider(keypool, "demo")
                        + "\", \"ClientId\": \"demo-app\"}]"),
                "openIdConnectProviderArns",
                List.of(openIdArn(keypool, "social"), openIdArn(keypool, "social2"))));
        config.putAll(changes);
        ObjectNode component = Admin.tree(Map.of(
                "name",
                "pool-" + UUID.randomUUID(),
                "providerType",
                TYPE,
                "providerId",
                "identity-pool",
                "config",
                config));
        String id = Admin.idOf(keypool.admin().post("/demo/components", component));
        return new DemoPool(keypool, "us-east-1:" + id);
    }

    static String openIdArn(Keypool keypool, String realm) {
        return "arn:aws:iam::000000000000:oidc-provider/" + PasswordLogin.provider(keypool, realm);
    }

    String id() {
        return id;
    }

    String guest() {
        return identity(Map.of());
    }

    /** The identity of who has those logins. */
    String identity(Map<String, String> logins) {
        return cognito.getId(request -> request.identityPoolId(id).logins(logins))
                .identityId();
    }

    /** The identity that one is who names an identity and has those logins. */
    String identity(String identityId, Map<String, String> logins) {
        return cognito.getOpenIdToken(request -> request.identityId(identityId).logins(logins))
                .identityId();
    }

    String openIdToken(String identityId, Map<String, String> logins) {
        return cognito.getOpenIdToken(request -> request.identityId(identityId).logins(logins))
                .token();
    }

    void unlink(String identityId, Map<String, String> logins, String... providers) {
        cognito.unlinkIdentity(
                request -> request.identityId(identityId).logins(logins).loginsToRemove(providers));
    }

    CognitoIdentityClient cognito() {
        return cognito;
    }

    @Override
    public void close() {
        cognito.close();
        keypool.admin().delete("/demo/components/" + id.substring(id.indexOf(':') + 1));
    }
}
