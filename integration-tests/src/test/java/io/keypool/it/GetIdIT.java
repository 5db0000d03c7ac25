package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** GetId of guests. Source: reference/aws-contract.md §1.2 to §1.5, §2.1 to §2.3. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetIdIT {

    private static final String ID = "us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String UNKNOWN_POOL = "us-east-1:00000000-0000-4000-8000-00000000dead";
    private static final String POOL_MEMBER = "\"IdentityPoolId\": \"" + Keypool.POOL_ID + "\"";
    private static final String LOGIN_LENGTHS =
            "[Member must have length less than or equal to %d, Member must have length greater than or equal to 1]";

    private final Keypool keypool;
    private final CognitoIdentityClient client;
    private final OwnRealm realm;

    GetIdIT(Keypool keypool) {
        this.keypool = keypool;
        this.client = keypool.cognito();
        this.realm = OwnRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
        client.close();
    }

    @Test
    void givesEveryGuestAnIdOfItsOwn() {
        String first = keypool.newGuest();
        String second = keypool.newGuest();

        assertThat(first).matches(ID);
        assertThat(second).matches(ID).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{%s, \"Logins\": {}}", "{%s, \"Logins\": null}"})
    void takesCallersWithoutLoginsForGuests(String body) {
        assertNewGuest(post("/realms/demo/identity-pool", body.formatted(POOL_MEMBER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/identity-pool", "/realms/demo/identity-pool/"})
    void answersWithAndWithoutTrailingSlash(String path) {
        assertNewGuest(post(path, "{" + POOL_MEMBER + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "AWSCognitoIdentityService.GetId",
        "com.amazonaws.cognito.identity.model.AWSCognitoIdentityService.GetId"
    })
    void acceptsTheTargetWithAndWithoutAPackage(String target) {
        assertNewGuest(keypool.raw()
                .send(HttpRequest.newBuilder(keypool.identityPool("demo"))
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", target)
                        .POST(BodyPublishers.ofString("{" + POOL_MEMBER + "}"))));
    }

    @Test
    void ignoresMembersThatItDoesNotKnow() {
        assertNewGuest(post("/realms/demo/identity-pool", "{" + POOL_MEMBER + ", \"Unknown\": [{\"a\": 1}]}"));
    }

    @Test
    void acceptsAnAccountId() {
        String id = client.getId(
                        request -> request.identityPoolId(Keypool.POOL_ID).accountId("123456789012"))
                .identityId();

        assertThat(id).matches(ID);
    }

    @Test
    void refusesAnUnknownPool() {
        assertThatThrownBy(() -> client.getId(request -> request.identityPoolId(UNKNOWN_POOL)))
                .isInstanceOf(ResourceNotFoundException.class);

        CognitoAnswer.assertRefused(
                post("/realms/demo/identity-pool", "{\"IdentityPoolId\": \"" + UNKNOWN_POOL + "\"}"),
                "ResourceNotFoundException",
                "IdentityPool '" + UNKNOWN_POOL + "' not found.");
    }

    @Test
    void doesNotFindThePoolOfAnotherRealm() {
        assertThatThrownBy(() -> realm.newGuest(Keypool.POOL_ID)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void refusesGuestsWhereThePoolTakesNone() {
        String pool = realm.addPool(Map.of("allowUnauthenticatedIdentities", "false"));

        assertThatThrownBy(() -> realm.newGuest(pool)).isInstanceOf(NotAuthorizedException.class);
        CognitoAnswer.assertRefused(
                keypool.raw().json(realm.identityPool(), "GetId", "{\"IdentityPoolId\": \"" + pool + "\"}"),
                "NotAuthorizedException",
                "Unauthenticated access is not supported for this identity pool.");
    }

    @Test
    void refusesALoginOfAProviderThatThePoolDoesNotSupport() {
        assertThatThrownBy(() -> client.getId(request ->
                        request.identityPoolId(Keypool.POOL_ID).logins(Map.of("graph.facebook.com", "a-token"))))
                .isInstanceOf(NotAuthorizedException.class);

        CognitoAnswer.assertRefused(
                post("/realms/demo/identity-pool", "{%s, \"Logins\": {\"a\": \"b\"}}".formatted(POOL_MEMBER)),
                "NotAuthorizedException",
                "Token is not from a supported provider of this identity pool.");
    }

    static Object[][] violations() {
        String tooLong = "us-east-1:" + "0".repeat(46);
        String pattern = " failed to satisfy constraint: Member must satisfy regular expression pattern: ";
        return new Object[][] {
            {
                Map.of(),
                "1 validation error detected: Value null at 'identityPoolId' failed to satisfy constraint: Member must"
                        + " not be null"
            },
            {
                Map.of("IdentityPoolId", "us-east-1:ABC"),
                "1 validation error detected: Value 'us-east-1:ABC' at 'identityPoolId'" + pattern
                        + "[\\w-]+:[0-9a-f-]+"
            },
            {
                Map.of("IdentityPoolId", tooLong),
                "1 validation error detected: Value '" + tooLong + "' at 'identityPoolId' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 55"
            },
            {
                Map.of("IdentityPoolId", "demo", "AccountId", "x"),
                "2 validation errors detected: Value 'demo' at 'identityPoolId'" + pattern
                        + "[\\w-]+:[0-9a-f-]+; Value 'x' at 'accountId'" + pattern + "\\d+"
            },
            {
                Map.of("IdentityPoolId", Keypool.POOL_ID, "Logins", Map.of("a", "t".repeat(50_001))),
                "1 validation error detected: Value at 'logins' failed to satisfy constraint: Map value must satisfy"
                        + " constraint: " + LOGIN_LENGTHS.formatted(50_000)
            },
            {
                Map.of("IdentityPoolId", Keypool.POOL_ID, "Logins", Map.of("p".repeat(129), "t")),
                "1 validation error detected: Value at 'logins' failed to satisfy constraint: Map keys must satisfy"
                        + " constraint: " + LOGIN_LENGTHS.formatted(128)
            },
        };
    }

    @ParameterizedTest
    @MethodSource("violations")
    void tellsEveryViolationOfTheModel(Map<String, Object> members, String message) {
        CognitoAnswer.assertRefused(
                post("/realms/demo/identity-pool", Admin.tree(members).toString()), "ValidationException", message);
    }

    @Test
    void gives64ParallelCallers64Ids() {
        Set<String> ids = new HashSet<>(Parallel.calls(64, keypool::newGuest));

        assertThat(ids).hasSize(64);
    }

    @Test
    void givesEveryAnswerARequestIdOfItsOwn() {
        HttpResponse<String> first = post("/realms/demo/identity-pool", "{}");
        HttpResponse<String> second = post("/realms/demo/identity-pool", "{}");

        assertThat(first.headers().firstValue("x-amzn-RequestId"))
                .isNotEqualTo(second.headers().firstValue("x-amzn-RequestId"));
    }

    private HttpResponse<String> post(String path, String body) {
        URI endpoint = keypool.url().resolve(path);
        return keypool.raw().json(endpoint, "GetId", body);
    }

    private static void assertNewGuest(HttpResponse<String> answer) {
        JsonNode members = CognitoAnswer.success(answer);
        assertThat(members.path("IdentityId").asText()).matches(ID);
        assertThat(members).hasSize(1);
    }
}
