package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentity.model.Credentials;

/**
 * A realm that its administrator closed, to everybody or to calls without TLS, is closed here too. Source: issue 2,
 * point 5; shapes and codes: reference/aws-contract.md §2.3, §2.4, §4.1, §4.3.
 */
@ExtendWith(KeypoolExtension.class)
final class ClosedRealmIT {

    private static final String DISABLED = "{\"enabled\": false}";
    private static final String TLS_ONLY = "{\"sslRequired\": \"all\"}";
    private static final String OPEN = "{\"enabled\": true, \"sslRequired\": \"external\"}";

    private final Keypool keypool;

    ClosedRealmIT(Keypool keypool) {
        this.keypool = keypool;
    }

    @ParameterizedTest
    @ValueSource(strings = {DISABLED, TLS_ONLY})
    void refusesEveryCallOfCognitoIdentity(String closing) {
        try (Closed closed = new Closed(closing)) {
            String pool = "{\"IdentityPoolId\": \"" + closed.pool + "\"}";
            String identity = "{\"IdentityId\": \"" + closed.guest + "\"}";

            assertDenied(keypool.raw().json(closed.realm.identityPool(), "GetId", pool));
            assertDenied(keypool.raw().json(closed.realm.identityPool(), "GetOpenIdToken", identity));
            assertDenied(keypool.raw().json(closed.realm.identityPool(), "GetCredentialsForIdentity", identity));
            assertDenied(keypool.raw().json(closed.realm.identityPool(), "NoOperation", "no json"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DISABLED, TLS_ONLY})
    void refusesMetadataAndKeys(String closing) {
        try (Closed closed = new Closed(closing)) {
            for (String document : List.of("openid-configuration", "jwks_uri")) {
                assertDenied(keypool.raw().get(URI.create(closed.realm.identityPool() + "/.well-known/" + document)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DISABLED, TLS_ONLY})
    void refusesWebIdentities(String closing) {
        try (Closed closed = new Closed(closing)) {
            Map<String, String> call = WebIdentityCall.with("RoleArn", closed.role, closed.token);
            for (URI address : List.of(closed.realm.sts(), keypool.url().resolve("/"))) {
                StsAnswer.refusal(keypool.raw().form(address, call), 403, "AccessDenied");
                StsAnswer.refusal(
                        keypool.raw().get(URI.create(address + "?" + RawHttp.encode(call))), 403, "AccessDenied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DISABLED, TLS_ONLY})
    void refusesSignedCalls(String closing) {
        try (Closed closed = new Closed(closing)) {
            SdkSigner signer = SdkSigner.of(closed.credentials);
            for (URI address : List.of(closed.realm.sts(), keypool.url().resolve("/"))) {
                StsAnswer.refusal(signer.post(address).send(keypool.raw()), 403, "AccessDenied");
                StsAnswer.refusal(
                        signer.presigned(address, Duration.ofMinutes(1), "Note", "plain")
                                .send(keypool.raw()),
                        403,
                        "AccessDenied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DISABLED, TLS_ONLY})
    void answersAgainOnceTheRealmIsOpen(String closing) {
        try (Closed closed = new Closed(closing)) {
            closed.realm.update(OPEN);

            assertThat(closed.realm.newGuest(closed.pool)).isNotEqualTo(closed.guest);
            StsAnswer.success(
                    SdkSigner.of(closed.credentials).post(closed.realm.sts()).send(keypool.raw()), "GetCallerIdentity");
        }
    }

    private static void assertDenied(HttpResponse<String> answer) {
        String message = Admin.parse(answer.body()).path("message").asText();
        assertThat(message).isNotEmpty();
        CognitoAnswer.assertRefused(answer, "AccessDeniedException", message);
    }

    /** A realm that was closed after somebody got a token and credentials there. */
    private final class Closed implements AutoCloseable {

        private final OwnRealm realm = OwnRealm.create(keypool);
        private final String role = OwnRealm.roleArn("Guest");
        private final String pool =
                realm.addPool(Map.of("unauthenticatedRoleArn", role, "signatureAlgorithm", "ES256"));
        private final String guest;
        private final String token;
        private final Credentials credentials;

        Closed(String closing) {
            realm.addRole("Guest", OwnRealm.trustOfGuests(pool));
            this.guest = realm.newGuest(pool);
            this.token = realm.openIdToken(guest);
            this.credentials = realm.credentials(guest);
            realm.update(closing);
        }

        @Override
        public void close() {
            realm.close();
        }
    }
}
