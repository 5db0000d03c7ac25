package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * AssumeRoleWithWebIdentity with a guest's token: what it answers. Source: reference/aws-contract.md §4.1, §4.2, §4.4.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleWithWebIdentityIT {

    private static final String ACTION = WebIdentityCall.ACTION;
    private static final String SESSION = WebIdentityCall.SESSION;
    private static final String SESSION_ARN = "arn:aws:sts::000000000000:assumed-role/DemoGuest/" + SESSION;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Keypool keypool;
    private final StsClient sts;
    private final String guest;
    private final String token;

    AssumeRoleWithWebIdentityIT(Keypool keypool) {
        this.keypool = keypool;
        this.sts = keypool.sts();
        this.guest = keypool.newGuest();
        this.token = keypool.openIdToken(guest);
    }

    @AfterAll
    void close() {
        sts.close();
    }

    @Test
    void givesTheSdkEveryMemberOfTheAnswer() {
        AssumeRoleWithWebIdentityResponse answer = sts.assumeRoleWithWebIdentity(request ->
                request.roleArn(Keypool.GUEST_ROLE).roleSessionName(SESSION).webIdentityToken(token));

        assertThat(answer.subjectFromWebIdentityToken()).isEqualTo(guest);
        assertThat(answer.audience()).isEqualTo(Keypool.POOL_ID);
        assertThat(answer.provider()).isEqualTo("cognito-identity.amazonaws.com");
        assertThat(answer.assumedRoleUser().arn()).isEqualTo(SESSION_ARN);
        assertThat(answer.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z0-9]{17}:" + SESSION);
        assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
        assertThat(answer.credentials().secretAccessKey()).matches("[A-Za-z0-9+/]{40}");
        assertThat(answer.credentials().sessionToken()).isNotEmpty();
        assertThat(answer.credentials().expiration())
                .isCloseTo(Instant.now().plus(Duration.ofHours(1)), within(60, ChronoUnit.SECONDS));
        assertThat(answer.packedPolicySize()).isNull();
        assertThat(answer.sourceIdentity()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"POST, /realms/demo/sts", "GET, /realms/demo/sts", "POST, /", "GET, /"})
    void answersAtItsOwnPathAndAtTheHostRoot(String method, String path) {
        URI address = keypool.url().resolve(path);
        HttpResponse<String> answer = method.equals("POST")
                ? keypool.raw().form(address, WebIdentityCall.of(token))
                : keypool.raw().get(URI.create(address + "?" + RawHttp.encode(WebIdentityCall.of(token))));

        Map<String, String> members = StsAnswer.success(answer, ACTION);

        assertThat(members)
                .containsOnlyKeys(
                        "SubjectFromWebIdentityToken",
                        "Audience",
                        "AssumedRoleUser/AssumedRoleId",
                        "AssumedRoleUser/Arn",
                        "Credentials/AccessKeyId",
                        "Credentials/SecretAccessKey",
                        "Credentials/SessionToken",
                        "Credentials/Expiration",
                        "Provider");
        assertThat(members).containsEntry("AssumedRoleUser/Arn", SESSION_ARN);
        assertThat(members.get("Credentials/Expiration")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + "; charset=utf-8", FORM + "; charset=UTF-8"})
    void acceptsTheContentTypesOfTheSdks(String contentType) {
        HttpResponse<String> answer = keypool.raw()
                .send(HttpRequest.newBuilder(keypool.sts("demo"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(RawHttp.encode(WebIdentityCall.of(token)))));

        assertThat(StsAnswer.success(answer, ACTION)).containsEntry("SubjectFromWebIdentityToken", guest);
    }

    /** AWS's first Java SDK signs this call too, whatever its keys are worth (§5.1, §9 #15). */
    @Test
    void doesNotLookAtASignature() {
        HttpResponse<String> answer = keypool.raw()
                .send(HttpRequest.newBuilder(keypool.sts("demo"))
                        .header("Content-Type", FORM)
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/sts/aws4_request")
                        .POST(BodyPublishers.ofString(RawHttp.encode(WebIdentityCall.of(token)))));

        assertThat(StsAnswer.success(answer, ACTION)).containsEntry("SubjectFromWebIdentityToken", guest);
    }

    @Test
    void doesNotTellAMissingRoleFromOneThatDoesNotTrust() {
        HttpResponse<String> missing =
                post(WebIdentityCall.with("RoleArn", "arn:aws:iam::000000000000:role/Missing", token));
        HttpResponse<String> closed = post(WebIdentityCall.with("RoleArn", Keypool.AUTHENTICATED_ROLE, token));

        StsAnswer.assertRefused(closed, 403, "AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity");
        assertThat(missing.statusCode()).isEqualTo(closed.statusCode());
        assertThat(withoutRequestId(missing)).isEqualTo(withoutRequestId(closed));
        assertThat(headers(missing)).isEqualTo(headers(closed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::111111111111:role/DemoGuest",
                "arn:aws:iam::000000000000:role/a/DemoGuest",
                "arn:aws:iam::000000000000:role/demoguest",
                "arn:aws:iam::000000000000:user/DemoGuest"
            })
    void knowsARoleByItsWholeArnOnly(String arn) {
        StsAnswer.assertRefused(
                post(WebIdentityCall.with("RoleArn", arn, token)),
                403,
                "AccessDenied",
                "Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void issuesCredentialsOfTheShortestDuration() {
        Map<String, String> members =
                StsAnswer.success(post(WebIdentityCall.with("DurationSeconds", "900", token)), ACTION);

        assertThat(members.get("Credentials/Expiration"))
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .satisfies(expiration -> assertThat(Instant.parse(expiration))
                        .isCloseTo(Instant.now().plusSeconds(900), within(60, ChronoUnit.SECONDS)));
    }

    private HttpResponse<String> post(Map<String, String> call) {
        return keypool.raw().form(keypool.sts("demo"), call);
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceAll("<RequestId>[^<]*</RequestId>", "");
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("x-amzn-requestid", "date"));
        return headers;
    }
}
