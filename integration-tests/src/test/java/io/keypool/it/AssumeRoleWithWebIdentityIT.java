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

    private static final String ACTION = "AssumeRoleWithWebIdentity";
    private static final String SESSION = "a-session";
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
                ? keypool.raw().form(address, call())
                : keypool.raw().get(URI.create(address + "?" + RawHttp.encode(call())));

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
                        .POST(BodyPublishers.ofString(RawHttp.encode(call()))));

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
                        .POST(BodyPublishers.ofString(RawHttp.encode(call()))));

        assertThat(StsAnswer.success(answer, ACTION)).containsEntry("SubjectFromWebIdentityToken", guest);
    }

    @Test
    void doesNotTellAMissingRoleFromOneThatDoesNotTrust() {
        HttpResponse<String> missing = post(with("RoleArn", "arn:aws:iam::000000000000:role/Missing"));
        HttpResponse<String> closed = post(with("RoleArn", Keypool.AUTHENTICATED_ROLE));

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
                post(with("RoleArn", arn)),
                403,
                "AccessDenied",
                "Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void issuesCredentialsOfTheShortestDuration() {
        Map<String, String> members = StsAnswer.success(post(with("DurationSeconds", "900")), ACTION);

        assertThat(members.get("Credentials/Expiration"))
                .asInstanceOf(InstanceOfAssertFactories.STRING)
                .satisfies(expiration -> assertThat(Instant.parse(expiration))
                        .isCloseTo(Instant.now().plusSeconds(900), within(60, ChronoUnit.SECONDS)));
    }

    @ParameterizedTest
    @CsvSource({
        "899, Member must have value greater than or equal to 900",
        "43201, Member must have value less than or equal to 43200",
        "-1, Member must have value greater than or equal to 900"
    })
    void refusesADurationOutsideOfTheModel(String seconds, String constraint) {
        StsAnswer.assertRefused(
                post(with("DurationSeconds", seconds)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + seconds
                        + "' at 'durationSeconds' failed to satisfy constraint: " + constraint);
    }

    @Test
    void refusesADurationBeyondTheRolesOwn() {
        StsAnswer.assertRefused(
                post(with("DurationSeconds", "3601")),
                400,
                "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an hour", "", "3600.5", "99999999999999999999"})
    void refusesADurationThatIsNoInteger(String seconds) {
        assertThat(StsAnswer.refusal(post(with("DurationSeconds", seconds)), 400, "ValidationError"))
                .contains("'durationSeconds'");
    }

    @ParameterizedTest
    @CsvSource({
        "Session1:2, 'Member must satisfy regular expression pattern: [\\w+=,.@-]*'",
        "a, Member must have length greater than or equal to 2"
    })
    void refusesASessionNameOutsideOfTheModel(String name, String constraint) {
        StsAnswer.assertRefused(
                post(with("RoleSessionName", name)),
                400,
                "ValidationError",
                "1 validation error detected: Value '" + name + "' at 'roleSessionName' failed to satisfy constraint: "
                        + constraint);
    }

    @ParameterizedTest
    @CsvSource({"RoleArn, roleArn", "RoleSessionName, roleSessionName", "WebIdentityToken, webIdentityToken"})
    void requiresItsParameters(String parameter, String member) {
        Map<String, String> call = call();
        call.remove(parameter);

        StsAnswer.assertRefused(
                post(call),
                400,
                "ValidationError",
                "1 validation error detected: Value null at '" + member
                        + "' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void refusesARoleArnThatIsNoArn() {
        StsAnswer.assertRefused(
                post(with("RoleArn", "role/DemoGuest-is-no-arn")),
                400,
                "ValidationError",
                "role/DemoGuest-is-no-arn is invalid");
    }

    /** Who asks for less must not get more: what is not enforced is not accepted. */
    @ParameterizedTest
    @CsvSource({
        "Policy, '{\"Version\":\"2012-10-17\",\"Statement\":[]}'",
        "PolicyArns.member.1.arn, arn:aws:iam::aws:policy/ReadOnlyAccess",
        "ProviderId, graph.facebook.com"
    })
    void refusesTheLimitsThatItDoesNotEnforce(String parameter, String value) {
        StsAnswer.refusal(post(with(parameter, value)), 400, "ValidationError");
    }

    @Test
    void refusesAnotherVersionOfTheApi() {
        StsAnswer.assertRefused(
                post(with("Version", "2010-05-08")),
                400,
                "InvalidAction",
                "Could not find operation AssumeRoleWithWebIdentity for version 2010-05-08");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetFederationToken", "assumerolewithwebidentity", "AssumeRoleWithWebIdentity "})
    void refusesAnActionThatItDoesNotServe(String action) {
        StsAnswer.assertRefused(
                post(with("Action", action)),
                400,
                "InvalidAction",
                "Could not find operation " + action + " for version 2011-06-15");
    }

    @Test
    void asksForAnAction() {
        Map<String, String> call = call();
        call.remove("Action");

        StsAnswer.refusal(post(call), 400, "MissingAction");
    }

    private Map<String, String> call() {
        return new HashMap<>(Map.of(
                "Action", ACTION,
                "Version", "2011-06-15",
                "RoleArn", Keypool.GUEST_ROLE,
                "RoleSessionName", SESSION,
                "WebIdentityToken", token));
    }

    private Map<String, String> with(String parameter, String value) {
        Map<String, String> call = call();
        call.put(parameter, value);
        return call;
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
