package io.keypool.it;

import static io.keypool.it.NotAuthorized.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.ExternalServiceException;

/**
 * How the keys of an OpenID provider are come by, and what is said when they are not.
 *
 * <p>Source: OpenID Connect Core 1.0, 10.1.1 (rotation of keys); contract §1.4 (ExternalServiceException).
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(PER_CLASS)
final class OpenIdProviderKeysIT {

    private static final String NOT_SIGNED = "Invalid login token. Couldn't verify signed token.";
    private static final String SUBJECT = "subject-4711";

    private final OwnRealm realm;

    OpenIdProviderKeysIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
    }

    @AfterAll
    void close() {
        realm.close();
    }

    @Test
    void aNewKeyOfTheProviderIsFoundAndUnknownOnesAreAskedForSeldom() throws InterruptedException {
        try (OpenIdStub rotating = new OpenIdStub()) {
            String own = listed(rotating);
            String person = realm.identity(own, rotating.logins(rotating.idToken(SUBJECT)));
            rotating.rotate();
            // Keycloak asks for a provider's keys at most every ten seconds.
            Thread.sleep(Duration.ofSeconds(12).toMillis());

            assertThat(realm.identity(own, rotating.logins(rotating.idToken(SUBJECT))))
                    .isEqualTo(person);
            int before = rotating.questions();
            Instant start = Instant.now();
            RSAKey unknown = OpenIdStub.newKey();
            for (int i = 0; i < 20; i++) {
                String token = foreign(rotating, unknown);
                assertRefused(() -> realm.identity(own, rotating.logins(token)), NOT_SIGNED);
            }
            long intervals = Duration.between(start, Instant.now()).toSeconds() / 10;
            assertThat(rotating.questions() - before).isLessThanOrEqualTo(1 + (int) intervals);
        }
    }

    /** RFC 7517, 4.2: {@code use} says what a key is for, where it is there. */
    @Test
    void aKeyNeedNotSayWhatItIsFor() {
        try (OpenIdStub stub = new OpenIdStub()) {
            stub.publish(new RSAKey.Builder(stub.key()).keyUse(null).build());

            assertThat(realm.identity(listed(stub), stub.logins(stub.idToken(SUBJECT))))
                    .isNotEmpty();
        }
    }

    @Test
    void aKeyForEncryptionProvesNothing() {
        try (OpenIdStub stub = new OpenIdStub()) {
            stub.publish(
                    new RSAKey.Builder(stub.key()).keyUse(KeyUse.ENCRYPTION).build());
            String own = listed(stub);

            assertRefused(() -> realm.identity(own, stub.logins(stub.idToken(SUBJECT))), NOT_SIGNED);
        }
    }

    @Test
    void aProviderThatFailsIsAnExternalFailure() {
        try (OpenIdStub failing = new OpenIdStub()) {
            failing.answerWith(500);
            String own = listed(failing);

            assertThatThrownBy(() -> realm.identity(own, failing.logins(failing.idToken(SUBJECT))))
                    .isInstanceOf(ExternalServiceException.class);
        }
    }

    @Test
    void aSlowProviderIsGivenUp() {
        try (OpenIdStub slow = new OpenIdStub()) {
            slow.answerAfter(Duration.ofSeconds(30));
            String own = listed(slow);
            Instant start = Instant.now();

            assertThatThrownBy(() -> realm.identity(own, slow.logins(slow.idToken(SUBJECT))))
                    .isInstanceOf(ExternalServiceException.class);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(25));
        }
    }

    private String listed(OpenIdStub stub) {
        realm.addBroker("idp-" + UUID.randomUUID(), stub.broker());
        return realm.addPool(Map.of("openIdConnectProviderArns", stub.arn()));
    }

    /** A token under a key id that nobody has heard of. */
    private static String foreign(OpenIdStub stub, RSAKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(UUID.randomUUID().toString())
                .build();
        return Tenant.sign(header, stub.claims(SUBJECT).build(), key);
    }
}
