package io.keypool.sts;

import io.keypool.aws.Arn;
import io.keypool.aws.Secret;

/** Proves SAML assertions. */
public interface SamlAssertions {

    /**
     * The identity that the assertion proves: issuer, signature, times, audience and recipient checked.
     *
     * @param provider whose assertion it must be
     * @param assertion a SAML response, in base64
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim or
     *     IDPCommunicationError
     */
    Proven verify(Arn provider, Secret assertion);

    /** An identity, and the assertion that proved it. */
    interface Proven {

        SamlIdentity identity();

        /**
         * Uses the assertion up, if it is good for once.
         *
         * @throws io.keypool.aws.AwsFault InvalidIdentityToken when somebody else was first
         */
        void use();
    }
}
