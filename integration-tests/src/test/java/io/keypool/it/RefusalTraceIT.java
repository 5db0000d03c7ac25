package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityException;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** Why a call was refused, by the request id that the caller has. Source: docs/configuration.md, "Why denied". */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusalTraceIT {

    private static final String AUDIENCE = "Condition.StringEquals.cognito-identity.amazonaws.com:aud";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final Admin admin;
    private final String pool;
    private final String other;
    private final String guest;
    private final String role;

    RefusalTraceIT(Keypool keypool) {
        this.keypool = keypool;
        this.admin = keypool.admin();
        this.realm = OwnRealm.create(keypool);
        this.pool = realm.addPool(Map.of("unauthenticatedRoleArn", OwnRealm.roleArn("OfOther")));
        this.other = realm.addPool(Map.of());
        this.role = realm.addRole("OfOther", named("OfOtherPool", OwnRealm.trustOfGuests(other)));
        this.guest = realm.newGuest(pool);
        realm.update("{\"eventsEnabled\": true, \"enabledEventTypes\": []}");
    }

    private static String named(String sid, String policy) {
        return policy.replace("\"Effect\"", "\"Sid\": \"" + sid + "\", \"Effect\"");
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void tellsWhichStatementAndConditionOfATrustPolicyDidNotMatch() {
        String token = realm.openIdToken(guest);
        StsException refused = refusedBySts(token);

        HttpResponse<String> answer = admin.get(path(refused.requestId()));
        JsonNode trace = Admin.parse(answer.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(trace.get("requestId").textValue()).isEqualTo(refused.requestId());
        assertThat(trace.get("service").textValue()).isEqualTo("sts");
        assertThat(trace.get("action").textValue()).isEqualTo("AssumeRoleWithWebIdentity");
        assertThat(trace.get("code").textValue()).isEqualTo("AccessDenied");
        assertThat(trace.get("message").textValue())
                .isEqualTo("Not authorized to perform sts:AssumeRoleWithWebIdentity");
        assertThat(trace.get("time").longValue())
                .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis());
        JsonNode decision = trace.get("decision");
        assertThat(decision.get("principal").textValue()).isEqualTo("cognito-identity.amazonaws.com:" + guest);
        assertThat(decision.get("action").textValue()).isEqualTo("sts:AssumeRoleWithWebIdentity");
        assertThat(decision.get("resource").textValue()).isEqualTo(role);
        assertThat(decision.get("outcome").textValue()).isEqualTo("IMPLICIT_DENY");
        assertThat(decision.get("missing").textValue()).isEqualTo("TRUST");
        JsonNode mismatch = decision.get("mismatches").get(0);
        assertThat(mismatch.get("statement").get("sid").textValue()).isEqualTo("OfOtherPool");
        assertThat(mismatch.get("statement").get("index").intValue()).isZero();
        assertThat(mismatch.get("element").textValue()).isEqualTo(AUDIENCE);
        assertThat(mismatch.get("observed").get(0).textValue()).isEqualTo(pool);
        assertThat(answer.body()).doesNotContain(token, token.substring(token.lastIndexOf('.') + 1));
    }

    @Test
    void tellsWhyTheEnhancedFlowFoundNoRole() {
        CognitoIdentityException refused =
                catchThrowableOfType(CognitoIdentityException.class, () -> realm.credentials(guest));

        JsonNode trace = find(refused.requestId());

        assertThat(trace.get("service").textValue()).isEqualTo("identity-pool");
        assertThat(trace.get("action").textValue()).isEqualTo("GetCredentialsForIdentity");
        assertThat(trace.get("code").textValue()).isEqualTo("InvalidIdentityPoolConfigurationException");
        assertThat(trace.get("decision").get("mismatches").get(0).get("element").textValue())
                .isEqualTo(AUDIENCE);
    }

    @Test
    void tellsWhoseSignatureDoesNotHoldAndNoSecret() {
        Credentials credentials = keypool.credentials(keypool.newGuest());
        HttpResponse<String> refused = SdkSigner.of(credentials)
                .post(keypool.sts("demo"))
                .withBody("Action=GetCallerIdentity&Version=2011-06-15&More=x")
                .send(keypool.raw());
        String requestId = refused.headers().firstValue("x-amzn-RequestId").orElseThrow();

        HttpResponse<String> answer = admin.get("/demo/sts/refusals/" + requestId);
        JsonNode trace = Admin.parse(answer.body());

        assertThat(trace.get("code").textValue()).isEqualTo("SignatureDoesNotMatch");
        assertThat(trace.get("action").textValue()).isEqualTo("GetCallerIdentity");
        assertThat(trace.get("accessKeyId").textValue()).isEqualTo(credentials.accessKeyId());
        assertThat(answer.body()).doesNotContain(credentials.secretKey(), credentials.sessionToken());
    }

    @Test
    void remembersWhatWasRefusedBeforeItsActionWasKnown() {
        WireAnswer refused = WireRequest.sts("/realms/" + realm.name() + "/sts", "Action=%3Cb%3E&Version=2011-06-15")
                .send(keypool.url());

        JsonNode trace = find(refused.header("x-amzn-RequestId").get(0));

        assertThat(trace.get("code").textValue()).isEqualTo("InvalidAction");
        assertThat(trace.path("action").isNull()).isTrue();
    }

    @Test
    void listsTheLatestFirst() {
        String first = refusedBySts(realm.openIdToken(guest)).requestId();
        String second = refusedBySts(realm.openIdToken(guest) + "x").requestId();

        JsonNode latest = Admin.parse(admin.get(path() + "?max=2").body());

        assertThat(latest).hasSize(2);
        assertThat(latest.get(0).get("requestId").textValue()).isEqualTo(second);
        assertThat(latest.get(1).get("requestId").textValue()).isEqualTo(first);
        assertThat(admin.get(path() + "?max=0").statusCode()).isEqualTo(400);
        assertThat(admin.get(path() + "?max=1001").statusCode()).isEqualTo(400);
    }

    @Test
    void isShownToNoOtherRealmsAdministrators() {
        String requestId = refusedBySts(realm.openIdToken(guest)).requestId();
        try (OwnRealm elsewhere = OwnRealm.create(keypool)) {
            Admin stranger = elsewhere.administrator("view-events", "manage-realm");

            assertThat(stranger.get(path(requestId)).statusCode()).isEqualTo(403);
            assertThat(stranger.get("/" + elsewhere.name() + "/sts/refusals/" + requestId)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(Admin.parse(stranger.get("/" + elsewhere.name() + "/sts/refusals")
                            .body()))
                    .isEmpty();
        }
    }

    @Test
    void isShownToThoseWhoMayViewEvents() {
        String requestId = refusedBySts(realm.openIdToken(guest)).requestId();

        assertThat(realm.administrator("view-events").get(path(requestId)).statusCode())
                .isEqualTo(200);
        assertThat(realm.administrator("view-users").get(path(requestId)).statusCode())
                .isEqualTo(403);
        assertThat(keypool.raw()
                        .get(keypool.url().resolve("/admin/realms" + path(requestId)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void isAnEventWithoutWhatTheRequestHeld() {
        StsException refused = refusedBySts(realm.openIdToken(guest));

        JsonNode event = event(refused.requestId());

        assertThat(event.get("error").textValue()).isEqualTo("AccessDenied");
        assertThat(details(event))
                .isEqualTo(Map.of(
                        "sts_event",
                        "refused",
                        "operation",
                        "AssumeRoleWithWebIdentity",
                        "request_id",
                        refused.requestId(),
                        "reason",
                        "sts:AssumeRoleWithWebIdentity on " + role + ": no TRUST policy allows it; " + AUDIENCE
                                + " of TRUST policy, statement 0 (OfOtherPool)"));
        assertThat(event.toString()).doesNotContain(pool, guest);
    }

    @Test
    void anEventTellsOfEachRefusalOfIdentityPoolsOnce() {
        CognitoIdentityException inAnOperation =
                catchThrowableOfType(CognitoIdentityException.class, () -> realm.credentials(guest));
        HttpResponse<String> before = keypool.raw().json(realm.identityPool(), "GetId", "{");
        String beforeId = before.headers().firstValue("x-amzn-RequestId").orElseThrow();

        assertThat(events(inAnOperation.requestId())).hasSize(1);
        assertThat(details(event(inAnOperation.requestId()))).containsEntry("identity", guest);
        assertThat(events(beforeId)).hasSize(1);
        assertThat(details(event(beforeId)))
                .containsEntry("identity_pool_event", "refused")
                .containsEntry("operation", "GetId");
    }

    private StsException refusedBySts(String token) {
        try (StsClient sts = keypool.sts()) {
            return catchThrowableOfType(
                    StsException.class,
                    () -> sts.assumeRoleWithWebIdentity(request ->
                            request.roleArn(role).roleSessionName("session").webIdentityToken(token)));
        }
    }

    private JsonNode find(String requestId) {
        HttpResponse<String> answer = admin.get(path(requestId));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Admin.parse(answer.body());
    }

    private String path() {
        return "/" + realm.name() + "/sts/refusals";
    }

    private String path(String requestId) {
        return path() + "/" + requestId;
    }

    private JsonNode event(String requestId) {
        return events(requestId).get(0);
    }

    private List<JsonNode> events(String requestId) {
        return StreamSupport.stream(realm.events().spliterator(), false)
                .filter(event ->
                        event.path("details").path("request_id").asText().equals(requestId))
                .toList();
    }

    private static Map<String, String> details(JsonNode event) {
        Map<String, String> details = new HashMap<>();
        event.path("details")
                .properties()
                .forEach(entry -> details.put(entry.getKey(), entry.getValue().asText()));
        return details;
    }
}
