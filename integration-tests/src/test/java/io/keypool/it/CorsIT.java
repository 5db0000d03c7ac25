package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What browsers ask before AWS's JavaScript clients may call, and read afterwards. Source: reference/aws-contract.md
 * §2.6 (the header lists are those of the named clients); Fetch standard, CORS protocol.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorsIT {

    private static final String ORIGIN = "https://app.example.com";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/x-amz-json-1.1";

    private static final List<String> ADDRESSES = List.of(
            "/realms/demo/identity-pool", "/realms/demo/identity-pool/", "/realms/demo/sts", "/realms/demo/sts/", "/");

    private static final String V2_UNSIGNED = "content-type,x-amz-target,x-amz-user-agent,x-amz-content-sha256";
    private static final String V3_UNSIGNED =
            "amz-sdk-invocation-id,amz-sdk-request,content-type,x-amz-target,x-amz-user-agent";
    private static final List<String> CLIENTS = List.of(
            V2_UNSIGNED,
            V2_UNSIGNED + ",authorization,x-amz-date,x-amz-security-token",
            V3_UNSIGNED,
            V3_UNSIGNED + ",authorization,x-amz-date,x-amz-security-token,x-amz-content-sha256",
            V3_UNSIGNED + ",cache-control");

    private final Keypool keypool;

    CorsIT(Keypool keypool) {
        this.keypool = keypool;
    }

    static Stream<List<String>> addressesAndClients() {
        return ADDRESSES.stream().flatMap(address -> CLIENTS.stream().map(client -> List.of(address, client)));
    }

    @ParameterizedTest
    @MethodSource("addressesAndClients")
    void allowsEveryClientItsHeaders(List<String> addressAndClient) {
        String headers = addressAndClient.get(1);

        HttpResponse<String> answer = keypool.raw()
                .send(from(ORIGIN, addressAndClient.get(0))
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", headers)
                        .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.body()).isEmpty();
        assertReadableByAnyone(answer);
        assertThat(list(answer, "Access-Control-Allow-Methods")).contains("post", "get", "options");
        // A wildcard would not cover Authorization.
        assertThat(list(answer, "Access-Control-Allow-Headers")).contains(headers.split(","));
        assertThat(answer.headers().firstValue("Access-Control-Max-Age"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
    }

    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void letsPagesReadRefusals(String address) {
        HttpResponse<String> answer = keypool.raw()
                .send(from(ORIGIN, address)
                        .header("Content-Type", address.contains("identity-pool") ? JSON : FORM)
                        .POST(BodyPublishers.ofString("")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertReadableByAnyone(answer);
        assertExposed(answer);
    }

    @ParameterizedTest
    @FieldSource("ADDRESSES")
    void letsPagesReadTheTimeOfTheServer(String address) {
        HttpResponse<String> answer = keypool.raw().send(from(ORIGIN, address).POST(BodyPublishers.ofString("")));

        assertThat(answer.headers().allValues("Date"))
                .singleElement()
                .satisfies(date -> assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant())
                        .isBetween(
                                Instant.now().minus(Duration.ofMinutes(1)),
                                Instant.now().plusSeconds(1)));
    }

    @Test
    void letsPagesReadAnIdentity() {
        HttpResponse<String> answer = keypool.raw()
                .send(from(ORIGIN, "/realms/demo/identity-pool")
                        .header("Content-Type", JSON)
                        .header("X-Amz-Target", "AWSCognitoIdentityService.GetId")
                        .POST(BodyPublishers.ofString("{\"IdentityPoolId\": \"" + Keypool.POOL_ID + "\"}")));

        CognitoAnswer.success(answer);
        assertReadableByAnyone(answer);
        assertExposed(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/sts", "/"})
    void letsPagesReadTheirCredentials(String address) {
        String token = keypool.openIdToken(keypool.newGuest());

        HttpResponse<String> answer = keypool.raw()
                .send(from(ORIGIN, address)
                        .header("Content-Type", FORM)
                        .POST(BodyPublishers.ofString(RawHttp.encode(WebIdentityCall.of(token)))));

        StsAnswer.success(answer, WebIdentityCall.ACTION);
        assertReadableByAnyone(answer);
        assertExposed(answer);
    }

    @Test
    void letsPagesReadWhatIsRefusedForAnUnknownRealm() {
        for (String service : List.of("identity-pool", "sts")) {
            HttpResponse<String> answer = keypool.raw()
                    .send(from(ORIGIN, "/realms/nowhere/" + service).POST(BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertReadableByAnyone(answer);
            assertExposed(answer);
        }
    }

    @Test
    void letsPagesReadMetadataAndKeys() {
        for (String document : List.of("openid-configuration", "jwks_uri")) {
            HttpResponse<String> answer =
                    keypool.raw().send(from(ORIGIN, "/realms/demo/identity-pool/.well-known/" + document));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertReadableByAnyone(answer);
        }
    }

    private HttpRequest.Builder from(String origin, String path) {
        URI address = keypool.url().resolve(path);
        return HttpRequest.newBuilder(address).header("Origin", origin);
    }

    /** Once: a browser refuses an answer with two of them. */
    private static void assertReadableByAnyone(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers().allValues("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static void assertExposed(HttpResponse<String> answer) {
        assertThat(list(answer, "Access-Control-Expose-Headers"))
                .contains("x-amzn-requestid", "x-amzn-errortype", "x-amzn-errormessage", "date");
    }

    private static List<String> list(HttpResponse<String> answer, String header) {
        String all = String.join(",", answer.headers().allValues(header));
        return Stream.of(all.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
    }
}
