package io.keypool.it;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * A realm of its own with a pool, and AWS's client for IAM, unmodified. The client signs with temporary credentials of
 * a role that may do everything in IAM; it drops the path of its endpoint and calls the host root, where the session
 * token names the realm.
 */
final class IamTenant implements AutoCloseable {

    private static final String ROLE_TYPE = "io.keypool.sts.keycloak.IamRoleProvider";
    private static final String OPERATOR = "Operator";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String poolId;
    private final IamClient iam;

    private IamTenant(Keypool keypool, OwnRealm realm) {
        this.keypool = keypool;
        this.realm = realm;
        this.poolId = realm.addPool(OwnRealm.ES256);
        this.iam = iam(
                role(OPERATOR, "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"iam:*\", \"Resource\": \"*\"}}"));
    }

    static IamTenant create(Keypool keypool) {
        return new IamTenant(keypool, OwnRealm.create(keypool));
    }

    OwnRealm realm() {
        return realm;
    }

    String poolId() {
        return poolId;
    }

    /** For who may do everything. */
    IamClient iam() {
        return iam;
    }

    /** For a session of the role. */
    IamClient iam(String roleArn) {
        Credentials credentials = assume(roleArn);
        return IamClient.builder()
                .endpointOverride(keypool.url().resolve("/realms/" + realm.name() + "/iam"))
                .region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** A role that guests of the pool may assume and that may do what the policy says; its ARN. */
    String role(String name, String policy) {
        realm.addComponent(
                ROLE_TYPE,
                "iam-role",
                name,
                Admin.tree(Map.of("trustPolicy", trust(), "inlinePolicies", "All " + policy)));
        return OwnRealm.roleArn(name);
    }

    /** Temporary credentials of the role, for a new guest. */
    Credentials assume(String roleArn) {
        String token = realm.openIdToken(realm.newGuest(poolId));
        try (StsClient sts = keypool.sts()) {
            return sts.assumeRoleWithWebIdentity(request ->
                            request.roleArn(roleArn).roleSessionName("it").webIdentityToken(token))
                    .credentials();
        }
    }

    /** A trust policy for guests of the pool. */
    String trust() {
        return OwnRealm.trustOfGuests(poolId);
    }

    @Override
    public void close() {
        iam.close();
        realm.close();
    }
}
