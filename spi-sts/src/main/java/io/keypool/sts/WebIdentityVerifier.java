package io.keypool.sts;

import io.keypool.aws.Secret;

/** Proves web identity tokens. */
public interface WebIdentityVerifier {

    /**
     * The identity that the token proves: issuer trusted, signature, times and audience checked.
     *
     * @throws io.keypool.aws.AwsFault InvalidIdentityToken or ExpiredTokenException
     */
    WebIdentity verify(Secret webIdentityToken);
}
