package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * GetCallerIdentity by callers who prove nothing: too late, for somewhere else, malformed, unsigned, or of a session
 * that is no more; at the realm's own address and at the host root. Source: reference/aws-contract.md §4.3, §5.3.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RefusedSignatureIT {

    private static final String REALM = "/realms/demo/sts";
    private static final String ROOT = "/";
    private static final String AUTHORIZATION = "Authorization";

    private final Keypool keypool;
    private final Credentials credentials;
    private final SdkSigner signer;

    RefusedSignatureIT(Keypool keypool) {
        this.keypool = keypool;
        this.credentials = keypool.credentials(keypool.newGuest());
        this.signer = SdkSigner.of(credentials);
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesATemporaryKeyWithoutToken(String path) {
        AwsCredentialsIdentity bare = AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretKey());

        assertInvalidToken(SdkSigner.of(bare).post(address(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnotherRegion(String path) {
        assertNotMatching(
                signer.in("eu-west-1").post(address(path)),
                "Credential should be scoped to a valid Region, not 'eu-west-1'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnotherService(String path) {
        assertNotMatching(
                signer.to("cognito-identity").post(address(path)),
                "Credential should be scoped to correct service: 'sts'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesACallThatIsOlderThan15Minutes(String path) {
        SignedCall call =
                signer.shifted(Duration.ofMinutes(-15).minusSeconds(5)).post(address(path));

        assertThat(StsAnswer.refusal(send(call), 403, "SignatureDoesNotMatch"))
                .matches("Signature expired: " + call.header("X-Amz-Date")
                        + " is now earlier than \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z - 15 min\\.\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesACallFromMoreThan15MinutesAhead(String path) {
        SignedCall call = signer.shifted(Duration.ofMinutes(16)).post(address(path));

        assertThat(StsAnswer.refusal(send(call), 403, "SignatureDoesNotMatch"))
                .matches("Signature not yet current: " + call.header("X-Amz-Date")
                        + " is still later than \\d{8}T\\d{6}Z \\(\\d{8}T\\d{6}Z \\+ 15 min\\.\\)");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAPresignedCallThatExpired(String path) {
        SignedCall call = signer.shifted(Duration.ofMinutes(-2))
                .presigned(address(path), Duration.ofMinutes(1), "Note", "signed");

        assertThat(StsAnswer.refusal(send(call), 403, "SignatureDoesNotMatch")).startsWith("Signature expired: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesAnUnsignedCall(String path) {
        StsAnswer.assertRefused(
                keypool.raw().form(address(path), Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15")),
                403,
                "MissingAuthenticationToken",
                "Request is missing Authentication Token");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void namesAllThatAMalformedAuthorizationLacks(String path) {
        HttpResponse<String> answer = keypool.raw()
                .send(HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(AUTHORIZATION, "AWS4-HMAC-SHA256 ")
                        .POST(BodyPublishers.ofString("Action=GetCallerIdentity&Version=2011-06-15")));

        StsAnswer.assertRefused(
                answer,
                400,
                "IncompleteSignature",
                "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature'"
                        + " parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header"
                        + " requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }

    @ParameterizedTest
    @ValueSource(strings = {REALM, ROOT})
    void refusesACredentialThatIsNoScope(String path) {
        SignedCall call = signer.post(address(path))
                .with(AUTHORIZATION, header -> header.replace("/us-east-1/sts/aws4_request", ""));

        StsAnswer.refusal(send(call), 400, "IncompleteSignature");
    }

    @Test
    void refusesTheCredentialsOfAnotherRealm() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            assertInvalidToken(signer.post(realm.sts()));
        }
    }

    @Test
    void refusesTheSessionOfARoleThatIsGone() {
        try (OwnRealm realm = OwnRealm.create(keypool)) {
            String pool = realm.addPool(Map.of("unauthenticatedRoleArn", OwnRealm.roleArn("Guest")));
            String role = realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
            Credentials own = realm.credentials(realm.newGuest(pool));
            assertThat(send(SdkSigner.of(own).post(realm.sts())).statusCode()).isEqualTo(200);

            realm.deleteRole(role);
            realm.addRole("Guest", OwnRealm.trustOfGuests(pool));

            assertInvalidToken(SdkSigner.of(own).post(realm.sts()));
            assertInvalidToken(SdkSigner.of(own).post(address(ROOT)));
        }
    }

    private void assertInvalidToken(SignedCall call) {
        StsAnswer.assertRefused(
                send(call), 403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    private void assertNotMatching(SignedCall call, String message) {
        StsAnswer.assertRefused(send(call), 403, "SignatureDoesNotMatch", message);
    }

    private HttpResponse<String> send(SignedCall call) {
        return call.send(keypool.raw());
    }

    private URI address(String path) {
        return keypool.url().resolve(path);
    }
}
