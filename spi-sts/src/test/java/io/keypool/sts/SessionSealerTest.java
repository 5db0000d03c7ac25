package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.aws.AccountId;
import io.keypool.aws.Arn;
import io.keypool.aws.Secret;
import io.keypool.aws.Tags;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Source: docs/adr/0003, and contract §4.4 for the secret's form. */
final class SessionSealerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Session SESSION = new Session(
            "ASIAABCDEFGHIJKLMNOP",
            new SessionHolder.OfRole("role-id", new RoleSessionName("session")),
            PackedAttributes.of(new SessionAttributes(
                    new SessionPolicies(
                            Optional.of("{\"Statement\":[]}"),
                            List.of(Arn.managedPolicy(AccountId.DEFAULT, "/", "ReadOnly"))),
                    new SessionTags(new Tags(Map.of("team", "blue", "Stadt", "Köln")), Set.of("TEAM")))),
            Optional.of("alice"),
            Optional.of(new Federation(
                    "cognito-identity.amazonaws.com",
                    Set.of("cognito-identity.amazonaws.com"),
                    List.of(
                            ContextKey.single("cognito-identity.amazonaws.com:sub", "us-east-1:5ub"),
                            ContextKey.multi(
                                    "cognito-identity.amazonaws.com:amr",
                                    List.of("authenticated", "graph.facebook.com"))))),
            List.of(new SessionOrigin(SessionOrigin.Kind.IDENTITY, "us-east-1:5ub")),
            NOW.plusMillis(123),
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
    void packsAndUnpacksLimitsAndTags() {
        SessionAttributes attributes = SESSION.attributes().unpack();

        assertThat(attributes.policies().inline()).contains("{\"Statement\":[]}");
        assertThat(attributes.policies().managed())
                .extracting(Arn::toString)
                .containsExactly("arn:aws:iam::000000000000:policy/ReadOnly");
        assertThat(attributes.tags().tags().values()).isEqualTo(Map.of("team", "blue", "Stadt", "Köln"));
        assertThat(PackedAttributes.of(attributes)).isEqualTo(SESSION.attributes());
    }

    @Test
    void keepsSessionsOfUsersAndFederatedUsers() {
        for (SessionHolder holder : List.of(
                new SessionHolder.OfUser("client-id"), new SessionHolder.OfFederatedUser("client-id", "somebody"))) {
            Session session = new Session(
                    "ASIAABCDEFGHIJKLMNOP",
                    holder,
                    PackedAttributes.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    NOW,
                    NOW.plusSeconds(900));
            assertThat(open(sealer.seal(session, key), key)).contains(session);
        }
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
