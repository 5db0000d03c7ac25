package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.Optional;

/**
 * A checked LookupDeveloperIdentity call.
 *
 * @param nextToken where the page before ended
 */
public record LookupDeveloperIdentityRequest(
        PoolId pool,
        Optional<IdentityId> identity,
        Optional<Secret> user,
        int maxResults,
        Optional<String> nextToken) {}
