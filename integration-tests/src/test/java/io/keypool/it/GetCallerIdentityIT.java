package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * GetCallerIdentity with guests' credentials that hold. Source: reference/aws-contract.md §4.1, §4.3, §4.4, §5.1, §5.2.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GetCallerIdentityIT {

    private static final String ACTION = "GetCallerIdentity";
    private static final String ARN = "arn:aws:sts::000000000000:assumed-role/DemoGuest/CognitoIdentityCredentials";
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final Keypool keypool;
    private final Credentials credentials;
    private final SdkSigner signer;

    GetCallerIdentityIT(Keypool keypool) {
        this.keypool = keypool;
        this.credentials = keypool.credentials(keypool.newGuest());
        this.signer = SdkSigner.of(credentials);
    }

    @Test
    void tellsTheSdkWhoseCredentialsItUses() {
        try (StsClient sts = keypool.sts(credentials)) {
            GetCallerIdentityResponse caller = sts.getCallerIdentity();

            assertThat(caller.arn()).isEqualTo(ARN);
            assertThat(caller.account()).isEqualTo("000000000000");
            assertThat(caller.userId()).matches("AROA[A-Z0-9]{17}:CognitoIdentityCredentials");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/sts", "/realms/demo/sts/", "/"})
    void acceptsASignatureInTheHeaders(String path) {
        assertCaller(signer.post(address(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/realms/demo/sts", "/realms/demo/sts/", "/"})
    void acceptsASignatureInTheQuery(String path) {
        assertCaller(signer.presigned(address(path), ONE_MINUTE, "Note", "plain"));
    }

    /** The signature covers every parameter, whatever has to be escaped in it. */
    @ParameterizedTest
    @CsvSource({
        "/realms/demo/sts, two words",
        "/realms/demo/sts, a+b",
        "/realms/demo/sts, grüße 東京 🔑",
        "/realms/demo/sts, a/b?c=d&e%20f~*'\"",
        "/, two words",
        "/, a+b",
        "/, grüße 東京 🔑",
        "/, a/b?c=d&e%20f~*'\""
    })
    void acceptsParametersThatNeedEscapes(String path, String value) {
        assertCaller(signer.get(address(path), "Note", value));
        assertCaller(signer.presigned(address(path), ONE_MINUTE, value, "Note"));
    }

    @Test
    void acceptsAPathThatNeedsEscapes() {
        try (OwnRealm realm = OwnRealm.create(keypool, "Grüße an alle " + System.nanoTime())) {
            String role = OwnRealm.roleArn("Guest");
            String pool = realm.addPool(Map.of("unauthenticatedRoleArn", role));
            realm.addRole("Guest", OwnRealm.trustOfGuests(pool));

            SdkSigner own = SdkSigner.of(credentialsOfNewGuest(realm.identityPool(), pool));

            String arn = "arn:aws:sts::000000000000:assumed-role/Guest/CognitoIdentityCredentials";
            assertThat(members(own.post(realm.sts()))).containsEntry("Arn", arn);
            assertThat(members(own.presigned(realm.sts(), ONE_MINUTE, "Note", "plain")))
                    .containsEntry("Arn", arn);
            assertThat(members(own.post(address("/")))).containsEntry("Arn", arn);
        }
    }

    /** There the host is no header, but for the call that asks for the newer protocol. */
    @Test
    void acceptsASignatureOverHttp2() {
        RawHttp http2 = new RawHttp(HttpClient.Version.HTTP_2);

        for (String path : List.of("/realms/demo/sts", "/realms/demo/sts", "/")) {
            HttpResponse<String> answer = signer.post(address(path)).send(http2);

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(StsAnswer.success(answer, ACTION)).containsEntry("Arn", ARN);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-14, 14})
    void acceptsAClockThatIsLessThan15MinutesOff(long minutes) {
        assertCaller(signer.shifted(Duration.ofMinutes(minutes)).post(address("/realms/demo/sts")));
    }

    @Test
    void acceptsAPresignedCallUntilItExpires() {
        SdkSigner anHourAgo = signer.shifted(Duration.ofHours(-1));

        assertCaller(anHourAgo.presigned(address("/realms/demo/sts"), Duration.ofMinutes(61), "Note", "plain"));
    }

    /** Without the SDK, which does not send such a path as it was given. */
    private Credentials credentialsOfNewGuest(URI endpoint, String pool) {
        JsonNode identity = CognitoAnswer.success(keypool.raw()
                .json(
                        endpoint,
                        "GetId",
                        Admin.tree(Map.of("IdentityPoolId", pool)).toString()));
        JsonNode issued = CognitoAnswer.success(
                        keypool.raw().json(endpoint, "GetCredentialsForIdentity", identity.toString()))
                .path("Credentials");
        return Credentials.builder()
                .accessKeyId(issued.path("AccessKeyId").textValue())
                .secretKey(issued.path("SecretKey").textValue())
                .sessionToken(issued.path("SessionToken").textValue())
                .build();
    }

    private void assertCaller(SignedCall call) {
        Map<String, String> members = members(call);

        assertThat(members).containsOnlyKeys("Arn", "UserId", "Account");
        assertThat(members).containsEntry("Arn", ARN).containsEntry("Account", "000000000000");
        assertThat(members.get("UserId")).matches("AROA[A-Z0-9]{17}:CognitoIdentityCredentials");
    }

    private Map<String, String> members(SignedCall call) {
        return StsAnswer.success(call.send(keypool.raw()), ACTION);
    }

    private URI address(String path) {
        return keypool.url().resolve(path);
    }
}
