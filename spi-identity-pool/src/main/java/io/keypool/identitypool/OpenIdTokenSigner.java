package io.keypool.identitypool;

import io.keypool.aws.Secret;

/** Signs tokens with the pools' own keys. */
public interface OpenIdTokenSigner {

    /** The token as a JWS in compact form. The first call of a realm for an algorithm makes the first key. */
    Secret sign(OpenIdToken token, String algorithm);
}
