package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceNotFoundException;

/** GetOpenIdToken of guests. Source: reference/aws-contract.md §1.4, §1.5, §3; the claims themselves: RFC 7519 §4.1. */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetOpenIdTokenIT {

    private static final String UNKNOWN_IDENTITY = "us-east-1:00000000-0000-4000-8000-00000000dead";

    private final Keypool keypool;
    private final OwnRealm realm;

    GetOpenIdTokenIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void answersWithTheIdentityAndATokenAndNothingElse() {
        String guest = keypool.newGuest();

        JsonNode members = CognitoAnswer.success(keypool.raw()
                .json(keypool.identityPool("demo"), "GetOpenIdToken", "{\"IdentityId\": \"" + guest + "\"}"));

        assertThat(members).hasSize(2);
        assertThat(members.path("IdentityId").textValue()).isEqualTo(guest);
        assertThat(members.path("Token").asText()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void issuesATokenWithTheClaimsOfAGuestAndNoOthers() {
        String guest = keypool.newGuest();

        JsonNode claims = part(keypool.openIdToken(guest), 1);

        long issued = claims.path("iat").longValue();
        assertThat(issued).isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(claims)
                .isEqualTo(Admin.tree(Map.of(
                        "iss",
                        keypool.identityPool("demo").toString(),
                        "sub",
                        guest,
                        "aud",
                        Keypool.POOL_ID,
                        "amr",
                        List.of("unauthenticated"),
                        "iat",
                        (int) issued,
                        "exp",
                        (int) issued + 600)));
    }

    @Test
    void signsWithRs256AndNamesTheKey() {
        JsonNode header = part(keypool.openIdToken(keypool.newGuest()), 0);

        assertThat(header.path("alg").textValue()).isEqualTo("RS256");
        assertThat(header.path("kid").asText()).isNotEmpty();
        assertThat(header.properties()).extracting(Map.Entry::getKey).containsOnly("alg", "kid", "typ");
    }

    @Test
    void signsWithEs256WhereThePoolSaysSo() {
        String pool = realm.addPool(Map.of("signatureAlgorithm", "ES256"));

        String token = realm.openIdToken(realm.newGuest(pool));

        assertThat(part(token, 0).path("alg").textValue()).isEqualTo("ES256");
        assertThat(Base64.getUrlDecoder().decode(token.split("\\.", -1)[2]))
                .as("a signature as RFC 7518 §3.4 has it")
                .hasSize(64);
    }

    @Test
    void issuesNoTokenWhereTheClassicFlowIsOff() {
        String guest = realm.newGuest(realm.addPool(Map.of("allowClassicFlow", "false")));

        assertThatThrownBy(() -> realm.openIdToken(guest)).isInstanceOf(InvalidParameterException.class);
        CognitoAnswer.assertRefused(
                post(guest),
                "InvalidParameterException",
                "Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    @Test
    void allowsTheClassicFlowWhereNothingIsSaid() {
        String guest = realm.newGuest(realm.addPool(Map.of()));

        assertThat(realm.openIdToken(guest)).isNotEmpty();
    }

    @Test
    void refusesAnUnknownIdentity() {
        assertThatThrownBy(() -> realm.openIdToken(UNKNOWN_IDENTITY)).isInstanceOf(ResourceNotFoundException.class);
        assertNotFound(UNKNOWN_IDENTITY);
    }

    @Test
    void refusesAnIdentityWhosePoolIsGone() {
        String pool = realm.addPool(Map.of());
        String guest = realm.newGuest(pool);

        realm.deleteComponent(OwnRealm.componentOf(pool));

        assertNotFound(guest);
    }

    @Test
    void doesNotFindTheIdentityOfAnotherRealm() {
        assertNotFound(keypool.newGuest());
    }

    @Test
    void refusesAGuestOnceThePoolTakesNoneAnyMore() {
        String pool = realm.addPool(Map.of());
        String guest = realm.newGuest(pool);

        realm.configure(OwnRealm.componentOf(pool), Map.of("allowUnauthenticatedIdentities", "false"));

        assertThatThrownBy(() -> realm.openIdToken(guest)).isInstanceOf(NotAuthorizedException.class);
        CognitoAnswer.assertRefused(
                post(guest),
                "NotAuthorizedException",
                "Unauthenticated access is not supported for this identity pool.");
    }

    @Test
    void refusesALoginOfAProviderThatThePoolDoesNotSupport() {
        String guest = keypool.newGuest();

        CognitoAnswer.assertRefused(
                keypool.raw()
                        .json(
                                keypool.identityPool("demo"),
                                "GetOpenIdToken",
                                Admin.tree(Map.of("IdentityId", guest, "Logins", Map.of("graph.facebook.com", "token")))
                                        .toString()),
                "NotAuthorizedException",
                "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void refusesACallWithoutIdentity() {
        CognitoAnswer.assertRefused(
                keypool.raw().json(realm.identityPool(), "GetOpenIdToken", "{}"),
                "ValidationException",
                "1 validation error detected: Value null at 'identityId' failed to satisfy constraint: Member must not"
                        + " be null");
    }

    private HttpResponse<String> post(String identityId) {
        return keypool.raw().json(realm.identityPool(), "GetOpenIdToken", "{\"IdentityId\": \"" + identityId + "\"}");
    }

    private void assertNotFound(String identityId) {
        CognitoAnswer.assertRefused(
                post(identityId), "ResourceNotFoundException", "Identity '" + identityId + "' not found.");
    }

    private static JsonNode part(String token, int index) {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
        return Admin.parse(new String(json, StandardCharsets.UTF_8));
    }
}
