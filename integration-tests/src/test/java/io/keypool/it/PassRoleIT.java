package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType.DENY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.MappingRule;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Who may set which roles for a pool. Source: contract §1.1 (SetIdentityPoolRoles needs iam:PassRole on each role),
 * §1.4; Service Authorization Reference, Amazon Cognito Identity.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PassRoleIT {

    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";
    private static final String USER = OwnRealm.roleArn("User");
    private static final String ADMIN = OwnRealm.roleArn("Admin");

    private final Keypool keypool;
    private final MappedPool pool;
    private final String provider;

    PassRoleIT(Keypool keypool) {
        this.keypool = keypool;
        this.pool = MappedPool.create(keypool);
        this.provider = pool.provider().arn();
    }

    @AfterAll
    void close() {
        pool.close();
    }

    @Test
    void takesOnlyRolesThatTheCallerMayPass() {
        String policy = """
                {"Version": "2012-10-17", "Statement": [
                 {"Effect": "Allow", "Action": "cognito-identity:SetIdentityPoolRoles", "Resource": "*"},
                 {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "%s",
                  "Condition": {"StringEquals": {"iam:PassedToService": "cognito-identity.amazonaws.com"}}}]}""".formatted(USER);
        String setter = pool.realm().addRole("Setter", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": "arn:aws:iam::000000000000:user/setter"}}}""", policy);
        pool.realm().addUser("setter", "some-secret-0123456789", Map.of());
        try (CognitoIdentityClient caller = keypool.cognito(pool.realm().name(), session("setter", setter))) {
            caller.setIdentityPoolRoles(
                    request -> request.identityPoolId(pool.id()).roles(Map.of("authenticated", USER)));

            assertForbidden(
                    ADMIN,
                    () -> caller.setIdentityPoolRoles(
                            request -> request.identityPoolId(pool.id()).roles(Map.of("authenticated", ADMIN))));
            assertForbidden(
                    ADMIN,
                    () -> caller.setIdentityPoolRoles(request -> request.identityPoolId(pool.id())
                            .roles(Map.of("authenticated", USER))
                            .roleMappings(Map.of(provider, MappedPool.byRules(DENY, rule("a", ADMIN))))));
        }
    }

    @Test
    void takesNoRoleOfAnotherAccountAndNothingElseThanARole() {
        for (String arn : List.of(
                "arn:aws:iam::111111111111:role/User",
                "arn:aws:iam::000000000000:user/User",
                "arn:aws:s3:::my-bucket/role/User",
                "role/User-but-no-ARN-of-it")) {
            assertForbidden(
                    arn,
                    () -> pool.administrator()
                            .setIdentityPoolRoles(
                                    request -> request.identityPoolId(pool.id()).roles(Map.of("authenticated", arn))));
        }
    }

    @Test
    void deniesWhoMayNotBeforeTellingWhetherThePoolExists() {
        pool.realm().grant(pool.realm().addUser("viewer", "some-secret-0123456789", Map.of()), "view-identity-pools");
        try (CognitoIdentityClient viewer =
                keypool.cognito(pool.realm().name(), AwsBasicCredentials.create("viewer", "some-secret-0123456789"))) {
            assertRefused(
                    "AccessDeniedException",
                    "User: arn:aws:iam::000000000000:user/viewer is not authorized to perform:"
                            + " cognito-identity:SetIdentityPoolRoles on resource: * because no identity-based policy"
                            + " allows the cognito-identity:SetIdentityPoolRoles action",
                    () -> viewer.setIdentityPoolRoles(
                            request -> request.identityPoolId(UNKNOWN_POOL).roles(Map.of())));
        }
        assertRefused(
                "ResourceNotFoundException",
                "IdentityPool '" + UNKNOWN_POOL + "' not found.",
                () -> pool.administrator()
                        .setIdentityPoolRoles(
                                request -> request.identityPoolId(UNKNOWN_POOL).roles(Map.of())));
    }

    private AwsSessionCredentials session(String user, String role) {
        try (StsClient sts = keypool.sts(pool.realm().name(), user, "some-secret-0123456789")) {
            Credentials session = sts.assumeRole(request -> request.roleArn(role)
                            .roleSessionName(UUID.randomUUID().toString()))
                    .credentials();
            return AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        }
    }

    private static MappingRule rule(String value, String role) {
        return MappedPool.rule("claim", "Equals", value, role);
    }

    private static void assertForbidden(String role, ThrowingCallable call) {
        NotAuthorized.assertRefused(call, "Access to Role '" + role + "' is forbidden.");
    }

    private static void assertRefused(String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }
}
