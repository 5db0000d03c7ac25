package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.Map;
import java.util.Optional;

/**
 * An identity pool.
 *
 * @param guests whether it gives identities to those who prove nothing
 * @param classicFlow whether it issues OpenID tokens to exchange at STS
 * @param unauthenticatedRole the role of guests in the enhanced flow
 * @param authenticatedRole the role of those who prove who they are, in the enhanced flow
 * @param providers whose logins it takes, by name
 * @param developerProvider the name under which a backend vouches for its own users
 * @param guestPolicy the most that guests may do in the enhanced flow, whatever their role may
 * @param signatureAlgorithm RS256 or ES256, for the pool's tokens
 */
public record IdentityPool(
        PoolId id,
        String name,
        boolean guests,
        boolean classicFlow,
        Optional<Arn> unauthenticatedRole,
        Optional<Arn> authenticatedRole,
        Map<String, LoginProvider> providers,
        Optional<String> developerProvider,
        String guestPolicy,
        String signatureAlgorithm) {

    public IdentityPool {
        providers = Map.copyOf(providers);
    }

    Optional<LoginProvider> provider(String providerName) {
        return Optional.ofNullable(providers.get(providerName));
    }
}
