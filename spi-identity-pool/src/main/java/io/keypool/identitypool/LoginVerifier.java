package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Optional;

/** Verifies the tokens that callers present. */
public interface LoginVerifier {

    /**
     * Looks at the token only: one that is good for once can still be used.
     *
     * @param pool whose providers the login may carry along
     * @throws io.keypool.aws.AwsFault NotAuthorizedException when the token proves nothing; ExternalServiceException
     *     when the provider cannot be asked
     */
    ProvenLogin verify(IdentityPool pool, LoginProvider provider, Secret token);

    /** The key that logins of the provider are stored by, as in {@link Subject#provider}; nothing when it is gone. */
    Optional<String> key(LoginProvider provider);
}
