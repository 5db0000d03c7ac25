package io.keypool.aws.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.keypool.aws.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * The signer of AWS's Java SDK signs a request, then somebody changes one thing that the signature covers (IAM User
 * Guide, "Create a signed request"): each change alone must make it invalid.
 */
class TamperTest {

    private static final SdkSigner SIGNER = new SdkSigner(
            AwsSessionCredentialsIdentity.create(
                    "ASIAEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "AQoDYXdz//token"),
            Vanilla.SIGNED_AT);
    private static final byte[] BODY = "{\"IdentityPoolId\":\"us-east-1:1\"}".getBytes(UTF_8);

    private static final SdkHttpRequest REQUEST = SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .protocol("https")
            .host("id.example.org")
            .encodedPath("/realms/demo/cognito")
            .appendRawQueryParameter("page", "1")
            .appendHeader("Content-Type", "application/x-amz-json-1.1")
            .appendHeader("X-Amz-Target", "AWSCognitoIdentityService.GetId")
            .build();

    private static final SignedHttpRequest BY_HEADER = SIGNER.sign(REQUEST, BODY);
    private static final SignedHttpRequest BY_QUERY = SIGNER.presign(REQUEST, BODY, Optional.of(Duration.ofMinutes(5)));

    private static final Map<String, UnaryOperator<SignedHttpRequest>> OF_EITHER = Map.of(
            "method", request -> copy("PUT", request.rawPath(), request.rawQuery(), request),
            "path", request -> copy("POST", "/realms/other/cognito", request.rawQuery(), request),
            "trailing slash", request -> copy("POST", request.rawPath() + "/", request.rawQuery(), request),
            "query value", request -> query(request, "page=1", "page=2"),
            "query name", request -> query(request, "page=", "Page="),
            "added query parameter", request -> query(request, "page=1", "page=1&page=1"),
            "body",
                    request -> new SignedHttpRequest(
                            request.method(),
                            request.rawPath(),
                            request.rawQuery(),
                            request.headers(),
                            "{}".getBytes(UTF_8)),
            "host", request -> header(request, "host", "id.example.org:8443"),
            "signed header", request -> header(request, "x-amz-target", "AWSCognitoIdentityService.DeleteIdentities"),
            "content type", request -> header(request, "content-type", "text/plain"));

    private static final Map<String, UnaryOperator<SignedHttpRequest>> OF_HEADER = Map.of(
            "token", request -> header(request, "x-amz-security-token", "AQoDYXdz//other"),
            "no token", request -> header(request, "x-amz-security-token", ""),
            "date", request -> header(request, "x-amz-date", "20150830T123601Z"),
            "declared hash with the body",
                    request -> header(
                            new SignedHttpRequest("POST", request.rawPath(), "page=1", request.headers(), new byte[0]),
                            "x-amz-content-sha256",
                            Sha256.hex(new byte[0])),
            "scope's region", request -> authorization(request, "us-east-1", "eu-west-1"),
            "scope's service", request -> authorization(request, "/service/", "/other/"),
            "scope's day",
                    request -> header(
                            authorization(request, "/20150830/", "/20150831/"), "x-amz-date", "20150831T000000Z"),
            "signed header left out",
                    request -> header(authorization(request, "content-type;", ""), "content-type", ""),
            "added amz header", request -> header(request, "x-amz-user-agent", "aws-sdk-js"));

    private static final Map<String, UnaryOperator<SignedHttpRequest>> OF_QUERY = Map.of(
            "token", request -> query(request, "%2Ftoken", "%2Fother"),
            "no token", request -> query(request, "X-Amz-Security-Token=", "Token="),
            "date", request -> query(request, "20150830T123600Z", "20150830T123601Z"),
            "expiry", request -> query(request, "X-Amz-Expires=300", "X-Amz-Expires=3000"),
            "no expiry", request -> query(request, "X-Amz-Expires=300", ""),
            "key id", request -> query(request, "ASIAEXAMPLE", "ASIAOTHER"),
            "scope's region", request -> query(request, "us-east-1", "eu-west-1"),
            "scope's service", request -> query(request, "%2Fservice%2F", "%2Fother%2F"),
            "added amz header", request -> header(request, "x-amz-user-agent", "aws-sdk-js"));

    @Test
    void acceptsTheUntouchedRequests() {
        assertThat(Vanilla.outcome(BY_HEADER)).isEqualTo(new Verification.Valid());
        assertThat(Vanilla.outcome(BY_QUERY)).isEqualTo(new Verification.Valid());
    }

    @TestFactory
    Stream<DynamicTest> refusesEachChangeOfSignedHeader() {
        return Stream.of(OF_EITHER, OF_HEADER).flatMap(changes -> refusals(BY_HEADER, changes));
    }

    @TestFactory
    Stream<DynamicTest> refusesEachChangeOfPresignedQuery() {
        return Stream.of(OF_EITHER, OF_QUERY).flatMap(changes -> refusals(BY_QUERY, changes));
    }

    // where the body is not at hand, its declared hash is part of what is signed
    @TestFactory
    Stream<DynamicTest> refusesEachChangeOfRequestWithoutItsBody() {
        SigningProfile gateway = new SigningProfile(
                Vanilla.SERVICE, Vanilla.PROFILE.regions(), Vanilla.PROFILE.path(), PayloadRule.DECLARED);
        SignedHttpRequest signed = Vanilla.withoutBody(BY_HEADER);
        assertThat(Vanilla.outcome(signed, gateway)).isEqualTo(new Verification.Valid());
        assertThat(Vanilla.outcome(signed, Vanilla.PROFILE)).isInstanceOf(Verification.Invalid.class);

        return Stream.of(OF_EITHER, OF_HEADER)
                .flatMap(changes -> changes.entrySet().stream())
                .filter(change -> !change.getKey().equals("body"))
                .map(change -> dynamicTest(
                        change.getKey(),
                        () -> assertThat(Vanilla.outcome(
                                        Vanilla.withoutBody(change.getValue().apply(signed)), gateway))
                                .isInstanceOf(Verification.Invalid.class)));
    }

    @Test
    void refusesAnotherSecret() {
        for (SignedHttpRequest request : List.of(BY_HEADER, BY_QUERY)) {
            Presented.Signature signature = (Presented.Signature) Presented.in(request);
            Secret other = new Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEy");

            assertThat(Vanilla.verifierAt(Vanilla.SIGNED_AT).verify(request, signature, other))
                    .isInstanceOf(Verification.Invalid.class);
        }
    }

    // the signature covers a header's access key id only through the choice of the secret
    @Test
    void tellsTheKeyIdThatTheHeaderClaims() {
        Presented.Signature signature =
                (Presented.Signature) Presented.in(authorization(BY_HEADER, "ASIAEXAMPLE", "ASIAOTHER"));

        assertThat(signature.accessKeyId()).isEqualTo("ASIAOTHER");
    }

    private static Stream<DynamicTest> refusals(
            SignedHttpRequest signed, Map<String, UnaryOperator<SignedHttpRequest>> changes) {
        return changes.entrySet().stream()
                .map(change -> dynamicTest(change.getKey(), () -> {
                    SignedHttpRequest changed = change.getValue().apply(signed);

                    assertThat(changed).isNotEqualTo(signed);
                    assertThat(Vanilla.outcome(changed)).isInstanceOf(Verification.Invalid.class);
                }));
    }

    private static SignedHttpRequest copy(String method, String path, String query, SignedHttpRequest request) {
        return new SignedHttpRequest(method, path, query, request.headers(), request.body());
    }

    private static SignedHttpRequest query(SignedHttpRequest request, String part, String replacement) {
        return copy(request.method(), request.rawPath(), request.rawQuery().replaceFirst(part, replacement), request);
    }

    private static SignedHttpRequest authorization(SignedHttpRequest request, String part, String replacement) {
        return header(
                request, "authorization", request.header("authorization").get(0).replace(part, replacement));
    }

    /** An empty value removes the header. */
    private static SignedHttpRequest header(SignedHttpRequest request, String name, String value) {
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.put(name, List.of(value));
        headers.values().removeIf(values -> values.equals(List.of("")));
        return new SignedHttpRequest(request.method(), request.rawPath(), request.rawQuery(), headers, request.body());
    }
}
