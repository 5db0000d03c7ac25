package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * AssumeRole with a user's key and from another role. Source: STS API, AssumeRole; reference/aws-contract.md §4.2,
 * §4.3, §6.2.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleIT {

    private static final String SECRET = "backend-secret-0123456789";
    private static final String ASK_FOR_KEYS = """
            {"Statement": {"Effect": "Allow", "Resource": "*",
             "Action": ["sts:GetAccessKeyInfo", "sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}}""";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final StsClient backend;
    private final String target;

    AssumeRoleIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        realm.addUser("backend", SECRET, Map.of());
        this.backend = keypool.sts(realm.name(), "backend", SECRET);
        this.target = realm.addRole(
                "Target",
                trusts(
                        "arn:aws:iam::000000000000:user/backend",
                        "000000000000",
                        "arn:aws:iam::000000000000:role/Target"),
                ASK_FOR_KEYS);
    }

    @AfterAll
    void close() {
        backend.close();
        realm.close();
    }

    @Test
    void givesTheSdkEveryMemberOfTheAnswer() {
        AssumeRoleResponse answer = backend.assumeRole(request(
                target,
                request -> request.sourceIdentity("alice")
                        .tags(Tag.builder().key("team").value("blue").build())));

        assertThat(answer.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::000000000000:assumed-role/Target/a-session");
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:a-session");
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.credentials().secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
        assertThat(answer.credentials().sessionToken()).isNotEmpty();
        assertThat(answer.credentials().expiration())
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(60, ChronoUnit.SECONDS));
        assertThat(answer.sourceIdentity()).isEqualTo("alice");
        assertThat(answer.packedPolicySize()).isBetween(1, 100);
    }

    @Test
    void tellsNoSizeWhereThereIsNeitherPolicyNorTag() {
        AssumeRoleResponse answer = backend.assumeRole(request(target, request -> {}));

        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
    }

    @Test
    void letsASessionDoWhatItsRoleMayAndNoMoreThanItsPolicies() {
        String nothing = realm.addManagedPolicy("Nothing", """
                {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}""");

        try (StsClient free = as(backend.assumeRole(request(target, request -> {})));
                StsClient inline = as(backend.assumeRole(request(target, request -> request.policy("""
                        {"Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}"""))));
                StsClient managed = as(backend.assumeRole(request(
                        target,
                        request -> request.policyArns(
                                PolicyDescriptorType.builder().arn(nothing).build()))))) {
            assertThat(free.getAccessKeyInfo(key -> key.accessKeyId("backend")).account())
                    .isEqualTo("000000000000");
            refuses(
                    () -> inline.getAccessKeyInfo(key -> key.accessKeyId("backend")),
                    "AccessDenied",
                    "User: arn:aws:sts::000000000000:assumed-role/Target/a-session is not authorized to perform:"
                            + " sts:GetAccessKeyInfo on resource: *");
            refuses(
                    () -> managed.getAccessKeyInfo(key -> key.accessKeyId("backend")),
                    "AccessDenied",
                    "sts:GetAccessKeyInfo");
        }
    }

    @Test
    void chainsRolesForAnHourAtMost() {
        String next = realm.addRole("Next", trusts("000000000000"), ASK_FOR_KEYS);

        try (StsClient first = as(backend.assumeRole(request(
                target,
                request -> request.sourceIdentity("alice")
                        .tags(Tag.builder().key("team").value("blue").build())
                        .transitiveTagKeys("team"))))) {
            AssumeRoleResponse chained = first.assumeRole(request(next, request -> {}));
            assertThat(chained.sourceIdentity()).isEqualTo("alice");
            assertThat(chained.packedPolicySize()).as("the inherited tag").isPositive();
            refuses(
                    () -> first.assumeRole(request(
                            next,
                            request -> request.tags(
                                    Tag.builder().key("Team").value("red").build()))),
                    "InvalidParameterValue",
                    "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag"
                            + " key from the calling session.");
            refuses(
                    () -> first.assumeRole(request(next, request -> request.durationSeconds(3601))),
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }
    }

    @Test
    void refusesInTheWordsOfTheService() {
        String closed = realm.addRole("Closed", trusts("arn:aws:iam::000000000000:user/somebody-else"), ASK_FOR_KEYS);
        String missing = OwnRealm.roleArn("Missing");

        for (String role : new String[] {closed, missing}) {
            refuses(
                    () -> backend.assumeRole(request(role, request -> {})),
                    "AccessDenied",
                    "User: arn:aws:iam::000000000000:user/backend is not authorized to perform: sts:AssumeRole on"
                            + " resource: " + role);
        }
        refuses(
                () -> backend.assumeRole(request(
                        target,
                        request -> request.tags(
                                Tag.builder().key("team").value("a").build(),
                                Tag.builder().key("TEAM").value("b").build()))),
                "InvalidParameterValue",
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        refuses(
                () -> backend.assumeRole(request(target, request -> request.transitiveTagKeys("team"))),
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.");
        refuses(
                () -> backend.assumeRole(request(target, request -> request.roleSessionName("a:b"))),
                "ValidationError",
                "1 validation error detected: Value 'a:b' at 'roleSessionName' failed to satisfy constraint: Member must"
                        + " satisfy regular expression pattern: [\\w+=,.@-]*");
        refuses(
                () -> backend.assumeRole(request(target, request -> request.policy("{\"Statement\": {}}"))),
                "MalformedPolicyDocument",
                "Statement");
        refuses(
                () -> backend.assumeRole(request(
                        target, request -> request.serialNumber("GAHT12345678").tokenCode("123456"))),
                "ValidationError",
                "The parameter SerialNumber is not supported.");
    }

    private static AssumeRoleRequest request(String role, Consumer<AssumeRoleRequest.Builder> more) {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(role).roleSessionName("a-session");
        more.accept(request);
        return request.build();
    }

    private StsClient as(AssumeRoleResponse assumed) {
        Credentials credentials = assumed.credentials();
        return keypool.sts(
                realm.name(),
                AwsSessionCredentials.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    private static String trusts(String... principals) {
        return """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": ["%s"]},
                 "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}}""".formatted(String.join("\",\"", principals));
    }

    private static void refuses(Runnable call, String code, String message) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(StsException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.awsErrorDetails().errorMessage()).contains(message);
        });
    }
}
