package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Source: docs/adr/0003, and contract §4.4 for the secret's form. */
final class SessionSealerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Session SESSION = new Session(
            "ASIAABCDEFGHIJKLMNOP",
            "role-id",
            new RoleSessionName("session"),
            "cognito-identity.amazonaws.com",
            "us-east-1:5ub",
            "us-east-1:a0d",
            List.of("unauthenticated"),
            NOW,
            NOW.plusSeconds(3600));

    private final SecureRandom random = new SecureRandom();
    private final SessionSealer sealer = new SessionSealer(random);
    private final SessionKey key = newKey("key-1");

    @Test
    void opensWhatItSealed() {
        assertThat(open(sealer.seal(SESSION, key), key)).contains(SESSION);
    }

    @Test
    void namesRealmAndKeyInClear() {
        SessionToken token = SessionToken.parse(sealer.seal(SESSION, key)).orElseThrow();

        assertThat(token.realmId()).isEqualTo("realm-id");
        assertThat(token.keyId()).isEqualTo("key-1");
    }

    @Test
    void neverSealsTwiceAlike() {
        assertThat(sealer.seal(SESSION, key)).isNotEqualTo(sealer.seal(SESSION, key));
    }

    @Test
    void opensNothingOfAnotherKey() {
        assertThat(open(sealer.seal(SESSION, key), newKey("key-1"))).isEmpty();
    }

    @Test
    void opensNothingWithAnyByteChanged() {
        byte[] sealed = Base64.getUrlDecoder().decode(sealer.seal(SESSION, key).reveal());
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            Secret token = new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));

            assertThat(open(token, key)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void opensNothingThatIsCutShort() {
        String sealed = sealer.seal(SESSION, key).reveal();
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(open(new Secret(sealed.substring(0, length)), key))
                    .as("length %d", length)
                    .isEmpty();
        }
    }

    @Test
    void derivesASecretForEachAccessKeyId() {
        Secret secret = sealer.secretAccessKey("ASIAABCDEFGHIJKLMNOP", key);

        assertThat(secret.reveal()).matches("[A-Za-z0-9+/]{40}");
        assertThat(sealer.secretAccessKey("ASIAABCDEFGHIJKLMNOP", key)).isEqualTo(secret);
        assertThat(sealer.secretAccessKey("ASIAABCDEFGHIJKLMNOQ", key)).isNotEqualTo(secret);
        assertThat(sealer.secretAccessKey("ASIAABCDEFGHIJKLMNOP", newKey("key-1")))
                .isNotEqualTo(secret);
    }

    @Test
    void showsNoKey() {
        assertThat(key.toString()).contains("***");
    }

    private Optional<Session> open(Secret token, SessionKey with) {
        return SessionToken.parse(token).flatMap(parsed -> sealer.open(parsed, with));
    }

    private SessionKey newKey(String id) {
        byte[] bytes = new byte[SessionKey.KeyMaterial.LENGTH];
        random.nextBytes(bytes);
        return new SessionKey("realm-id", id, new SessionKey.KeyMaterial(bytes));
    }
}
