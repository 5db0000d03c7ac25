package io.keypool.identitypool;

import io.keypool.aws.Arn;
import java.util.Optional;

/**
 * An identity pool.
 *
 * @param guests whether it gives identities to those who prove nothing
 * @param classicFlow whether it issues OpenID tokens to exchange at STS
 * @param unauthenticatedRole the role of guests in the enhanced flow
 * @param signatureAlgorithm RS256 or ES256, for the pool's tokens
 */
public record IdentityPool(
        PoolId id,
        String name,
        boolean guests,
        boolean classicFlow,
        Optional<Arn> unauthenticatedRole,
        String signatureAlgorithm) {}
