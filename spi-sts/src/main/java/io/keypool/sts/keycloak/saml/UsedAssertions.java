package io.keypool.sts.keycloak.saml;

import io.keypool.sts.keycloak.token.Reason;
import io.keypool.sts.keycloak.token.Unproven;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Remembers for the whole cluster which assertions were used, as long as they could be used again.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-profiles-2.0-os.pdf">SAML 2.0 profiles, 4.1.4.5</a>
 */
public final class UsedAssertions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final InstantSource clock;

    public UsedAssertions(KeycloakSession session, RealmModel realm, InstantSource clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * Uses up an assertion that was verified in all else.
     *
     * @param issuer key of the identity provider, within which the assertion's ID is unique
     * @throws Unproven when it was used already
     */
    public void use(String issuer, VerifiedAssertion assertion) {
        long left = Duration.between(clock.instant(), assertion.end()).toSeconds();
        // It may have ended since it was verified.
        if (!session.singleUseObjects().putIfAbsent(key(issuer, assertion), Math.max(left, 0) + 1)) {
            throw used();
        }
    }

    /**
     * Leaves an assertion good for {@link #use}.
     *
     * @throws Unproven when it was used already
     */
    public void check(String issuer, VerifiedAssertion assertion) {
        if (session.singleUseObjects().contains(key(issuer, assertion))) {
            throw used();
        }
    }

    private static Unproven used() {
        return new Unproven(new Reason.UsedAlready());
    }

    /** A digest, since the issuer chose the ID and may have made it as long as it liked. */
    private String key(String issuer, VerifiedAssertion assertion) {
        String text = realm.getId() + "\n" + issuer + "\n" + assertion.id();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "keypool.saml." + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
