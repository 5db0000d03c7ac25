package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Optional;

/** Verifies the tokens that callers present. */
public interface LoginVerifier {

    /**
     * @param pool whose providers the login may carry along
     * @param use of a token that is good for once; of others nothing is remembered
     * @throws io.keypool.aws.AwsFault NotAuthorizedException when the token proves nothing; ExternalServiceException
     *     when the provider cannot be asked
     */
    ProvenLogin verify(IdentityPool pool, LoginProvider provider, Secret token, TokenUse use);

    /** The key that logins of the provider are stored by, as in {@link Subject#provider}; nothing when it is gone. */
    Optional<String> key(LoginProvider provider);
}
