package io.keypool.it;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityRequest;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * A pool in a realm of a test's own, who sets roles and tags for it, and an OpenID provider, which the test itself is:
 * so people have whatever claims a test wants.
 */
final class MappedPool implements AutoCloseable {

    private static final String SECRET = "some-secret-0123456789";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final OwnProvider provider;
    private final String id;
    private final CognitoIdentityClient administrator;

    private MappedPool(Keypool keypool, OwnRealm realm) {
        this.keypool = keypool;
        this.realm = realm;
        this.provider = OwnProvider.create(keypool, realm.name());
        this.id = realm.addPool(List.of(provider.arn()));
        realm.grant(realm.addUser("administrator", SECRET, Map.of()), "manage-identity-pools");
        this.administrator = keypool.cognito(realm.name(), AwsBasicCredentials.create("administrator", SECRET));
    }

    static MappedPool create(Keypool keypool) {
        return new MappedPool(keypool, OwnRealm.create(keypool));
    }

    OwnRealm realm() {
        return realm;
    }

    OwnProvider provider() {
        return provider;
    }

    String id() {
        return id;
    }

    /** AWS's client that signs as who manages the pools. */
    CognitoIdentityClient administrator() {
        return administrator;
    }

    /** A role that trusts whoever logs in to the pool, and lets no session be tagged. */
    String addRole(String name) {
        return realm.addRole(name, trust("sts:AssumeRoleWithWebIdentity"));
    }

    /** A trust policy for whoever logs in to the pool. */
    String trust(String... actions) {
        return """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow",
              "Principal": {"Federated": "cognito-identity.amazonaws.com"},
              "Action": ["%s"],
              "Condition": {
                "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "authenticated"}}}]}
            """.formatted(String.join("\", \"", actions), id);
    }

    /** {@code Logins} of somebody new of whom the provider says that. */
    Map<String, String> logins(Map<String, ?> claims) {
        return Map.of(provider.name(), provider.idToken(UUID.randomUUID().toString(), claims));
    }

    /** Credentials of whoever has those logins. */
    Credentials credentials(Map<String, String> logins) {
        return credentials(GetCredentialsForIdentityRequest.builder().logins(logins));
    }

    Credentials credentials(GetCredentialsForIdentityRequest.Builder call) {
        String identity = realm.identity(id, call.build().logins());
        return realm.cognito()
                .getCredentialsForIdentity(call.identityId(identity).build())
                .credentials();
    }

    /** The ARN of the role that whoever has those logins gets. */
    String role(Map<String, String> logins) {
        return role(GetCredentialsForIdentityRequest.builder().logins(logins));
    }

    /** The ARN of the role that whoever has those logins gets who asks for one. */
    String role(Map<String, String> logins, String wanted) {
        return role(GetCredentialsForIdentityRequest.builder().logins(logins).customRoleArn(wanted));
    }

    private String role(GetCredentialsForIdentityRequest.Builder call) {
        try (StsClient sts = sts(credentials(call))) {
            return OwnRealm.roleArn(sts.getCallerIdentity().arn().split("/", -1)[1]);
        }
    }

    /** AWS's client for STS that signs with temporary credentials. */
    StsClient sts(Credentials credentials) {
        return keypool.sts(
                realm.name(),
                AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretKey(), credentials.sessionToken()));
    }

    static RoleMapping byToken(AmbiguousRoleResolutionType ambiguous) {
        return RoleMapping.builder()
                .type(RoleMappingType.TOKEN)
                .ambiguousRoleResolution(ambiguous)
                .build();
    }

    static RoleMapping byRules(AmbiguousRoleResolutionType ambiguous, MappingRule... rules) {
        return RoleMapping.builder()
                .type(RoleMappingType.RULES)
                .ambiguousRoleResolution(ambiguous)
                .rulesConfiguration(configuration -> configuration.rules(rules))
                .build();
    }

    static MappingRule rule(String claim, String match, String value, String role) {
        return MappingRule.builder()
                .claim(claim)
                .matchType(match)
                .value(value)
                .roleARN(role)
                .build();
    }

    @Override
    public void close() {
        administrator.close();
        realm.close();
    }
}
