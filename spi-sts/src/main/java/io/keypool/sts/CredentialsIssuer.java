package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.policy.InvalidPolicyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/** Makes temporary credentials for a session. */
final class CredentialsIssuer {

    private static final char[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
    private static final int RANDOM_CHARACTERS = 16;
    private static final int ALL = 100;

    /** AWS: the plain text of inline and managed session policies together. */
    private static final int MAX_POLICY_LENGTH = 2_048;

    private final Ports ports;
    private final SessionSealer sealer;
    private final SecureRandom random;

    CredentialsIssuer(Ports ports) {
        this.ports = ports;
        this.sealer = new SessionSealer(ports.random());
        this.random = ports.random();
    }

    /** @throws io.keypool.aws.AwsFault MalformedPolicyDocument or PackedPolicyTooLarge */
    IssuedSession issue(NewSession wanted) {
        requireUsable(wanted.attributes().policies());
        PackedAttributes attributes = pack(wanted.attributes());
        if (attributes.percent() > ALL) {
            throw StsFault.packedPolicyTooLarge(attributes.percent());
        }
        Instant now = ports.clock().instant();
        Session session = new Session(
                accessKeyId(),
                wanted.holder(),
                attributes,
                wanted.sourceIdentity(),
                wanted.federation(),
                wanted.ancestry(),
                now,
                Instant.ofEpochSecond(now.getEpochSecond()).plus(wanted.duration()));
        return new IssuedSession(
                credentials(session), Optional.of(attributes.percent()).filter(percent -> percent > 0));
    }

    private Credentials credentials(Session session) {
        SessionKey key = ports.sessionKeys().active();
        return new Credentials(
                session.accessKeyId(),
                sealer.secretAccessKey(session.accessKeyId(), key),
                sealer.seal(session, key),
                session.expiration());
    }

    private void requireUsable(SessionPolicies policies) {
        int length = policies.inline().orElse("").length();
        for (Arn arn : policies.managed()) {
            length += arn.toString().length();
            if (ports.managedPolicies().find(arn).isEmpty()) {
                throw StsFault.malformedPolicyDocument("The policy " + arn + " does not exist.");
            }
        }
        if (length > MAX_POLICY_LENGTH) {
            throw StsFault.sessionPoliciesTooLong(MAX_POLICY_LENGTH);
        }
    }

    private PackedAttributes pack(SessionAttributes attributes) {
        try {
            return ports.sessionPolicies().pack(attributes);
        } catch (InvalidPolicyException invalid) {
            throw StsFault.malformedPolicyDocument(String.valueOf(invalid.getMessage()));
        }
    }

    private String accessKeyId() {
        byte[] bytes = new byte[RANDOM_CHARACTERS];
        random.nextBytes(bytes);
        StringBuilder id = new StringBuilder(Callers.TEMPORARY);
        for (byte b : bytes) {
            id.append(ALPHABET[b & 31]);
        }
        return id.toString();
    }
}
