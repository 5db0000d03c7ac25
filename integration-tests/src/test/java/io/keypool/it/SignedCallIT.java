package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Who may call the signed operations of Cognito Identity, and what all others are told. Source: DESIGN.md §5;
 * reference/aws-contract.md §2.4, §5.3, §1.4 (AccessDeniedException).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignedCallIT {

    private static final String SECRET = "some-secret-0123456789";
    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final String pool;

    SignedCallIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(Map.of());
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @ParameterizedTest
    @CsvSource({"manage-identity-pools", "view-identity-pools", "manage-realm", "view-realm"})
    void letsThroughAClientWithTheRole(String role) {
        describe(client("with-" + role, role));
    }

    @Test
    void deniesAClientWithoutARole() {
        assertDenied("000000000000:user/nobody", () -> describe(client("nobody")));
    }

    @Test
    void deniesADeveloperWhatIsNotForDevelopers() {
        assertDenied("000000000000:user/developer", () -> describe(client("developer", "use-developer-identities")));
    }

    @Test
    void letsARoleSessionDoWhatItsPoliciesAllow() {
        String role = realm.addRole("Auditor", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": "arn:aws:iam::000000000000:user/auditor"}}}""", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                 "Action": "cognito-identity:DescribeIdentityPool",
                 "Resource": "arn:aws:cognito-identity:us-east-1:000000000000:identitypool/%s"}}""".formatted(pool));
        realm.addUser("auditor", SECRET, Map.of());
        String other = realm.addPool(Map.of());

        AwsCredentials session = session(role, "auditor");

        describe(session, pool);
        assertThatThrownBy(() -> describe(session, other))
                .isInstanceOfSatisfying(
                        CognitoIdentityException.class,
                        refusal -> assertThat(refusal.awsErrorDetails().errorMessage())
                                .isEqualTo(
                                        "User: arn:aws:sts::000000000000:assumed-role/Auditor/audit is not authorized"
                                                + " to perform: cognito-identity:DescribeIdentityPool on resource:"
                                                + " arn:aws:cognito-identity:us-east-1:000000000000:identitypool/"
                                                + other
                                                + " because no identity-based policy allows the"
                                                + " cognito-identity:DescribeIdentityPool action"));
    }

    @Test
    void refusesACallThatNobodySigned() {
        CognitoAnswer.assertRefused(
                keypool.raw().json(keypool.identityPool(realm.name()), "DescribeIdentityPool", body()),
                "MissingAuthenticationTokenException",
                "Request is missing Authentication Token");
    }

    @Test
    void refusesAKeyOfNobody() {
        assertRefused(
                "UnrecognizedClientException",
                INVALID_TOKEN,
                () -> describe(AwsBasicCredentials.create("no-one", SECRET)));
    }

    @Test
    void refusesAnotherSecret() {
        AwsCredentials known = client("forgetful", "view-identity-pools");

        assertThatThrownBy(() -> describe(AwsBasicCredentials.create(known.accessKeyId(), SECRET + "x")))
                .isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
                    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
                    assertThat(refusal.statusCode()).isEqualTo(400);
                });
    }

    @Test
    void refusesTheKeyOfAnotherRealm() {
        assertRefused(
                "UnrecognizedClientException",
                INVALID_TOKEN,
                () -> describe(AwsBasicCredentials.create(Keypool.BACKEND, Keypool.BACKEND_SECRET)));
    }

    @Test
    void refusesACallThatIsTooOld() {
        assertRefused("InvalidSignatureException", signer -> signer.shifted(Duration.ofMinutes(-16)), call -> call);
    }

    @Test
    void refusesAChangedBody() {
        assertRefused("InvalidSignatureException", signer -> signer, call -> call.withBody(body() + " "));
    }

    @Test
    void refusesASignatureForAnotherService() {
        assertRefused("InvalidSignatureException", signer -> signer.to("sts"), call -> call);
    }

    @Test
    void refusesAMalformedSignature() {
        assertRefused(
                "IncompleteSignatureException",
                signer -> signer,
                call -> call.with("Authorization", value -> value.replace("Signature=", "Sign=")));
    }

    @Test
    void tellsNobodyWhatIsWrongWithACallBeforeItIsProven() {
        CognitoAnswer.assertRefused(
                keypool.raw().json(keypool.identityPool(realm.name()), "DescribeIdentityPool", "{"),
                "MissingAuthenticationTokenException",
                "Request is missing Authentication Token");
    }

    @Test
    void refusesASessionThatHasEnded() {
        String role = realm.addRole("Short", """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": "arn:aws:iam::000000000000:user/short"}}}""");
        realm.addUser("short", SECRET, Map.of());
        AwsCredentials session = session(role, "short");
        keypool.admin().post("/" + realm.name() + "/sts/revocations", Map.of("role", role));

        assertRefused(
                "ExpiredTokenException",
                "The security token included in the request is expired",
                () -> describe(session));
    }

    private void assertRefused(String code, UnaryOperator<SdkSigner> sign, UnaryOperator<SignedCall> change) {
        AwsCredentials known = client("signer-" + UUID.randomUUID(), "view-identity-pools");
        SdkSigner signer = sign.apply(SdkSigner.of(known).to("cognito-identity"));
        SignedCall call = signer.json(keypool.identityPool(realm.name()), "DescribeIdentityPool", body());

        CognitoAnswer.assertRefused(change.apply(call).send(keypool.raw()), code);
    }

    private void assertRefused(String code, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CognitoIdentityException.class, refusal -> {
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
            assertThat(refusal.statusCode()).isEqualTo(400);
        });
    }

    private void assertDenied(String user, ThrowingCallable call) {
        assertRefused(
                "AccessDeniedException",
                "User: arn:aws:iam::" + user + " is not authorized to perform: cognito-identity:DescribeIdentityPool on"
                        + " resource: arn:aws:cognito-identity:us-east-1:000000000000:identitypool/" + pool
                        + " because no identity-based policy allows the cognito-identity:DescribeIdentityPool action",
                call);
    }

    private AwsCredentials client(String clientId, String... roles) {
        realm.grant(realm.addUser(clientId, SECRET, Map.of()), roles);
        return AwsBasicCredentials.create(clientId, SECRET);
    }

    private AwsCredentials session(String role, String user) {
        try (StsClient sts = keypool.sts(realm.name(), user, SECRET)) {
            Credentials session = sts.assumeRole(
                            request -> request.roleArn(role).roleSessionName("audit"))
                    .credentials();
            return AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        }
    }

    private void describe(AwsCredentials credentials) {
        describe(credentials, pool);
    }

    private void describe(AwsCredentials credentials, String described) {
        try (CognitoIdentityClient cognito = keypool.cognito(realm.name(), credentials)) {
            assertThat(cognito.describeIdentityPool(request -> request.identityPoolId(described))
                            .identityPoolId())
                    .isEqualTo(described);
        }
    }

    private String body() {
        return "{\"IdentityPoolId\": \"" + pool + "\"}";
    }
}
