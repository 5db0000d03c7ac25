package io.keypool.identitypool;

import io.keypool.aws.Secret;

/** Verifies tokens that pools of the realm issued. */
public interface PoolTokenVerifier {

    /**
     * The pool's own token, which has not ended, nor its identity since it was issued.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException for any other
     */
    PoolToken verify(PoolId pool, Secret token);
}
