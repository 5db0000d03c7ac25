package io.keypool.sts;

import io.keypool.aws.Secret;
import java.util.Optional;

/** Proves web identity tokens. */
public interface WebIdentityVerifier {

    /**
     * The identity that the token proves: issuer trusted, signature, times and audience checked.
     *
     * @param providerId of an access token, which only its provider can read
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim or
     *     IDPCommunicationError
     */
    WebIdentity verify(Secret webIdentityToken, Optional<ProviderId> providerId);
}
