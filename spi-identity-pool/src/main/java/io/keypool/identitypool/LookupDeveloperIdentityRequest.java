package io.keypool.identitypool;

import io.keypool.aws.PageRequest;
import io.keypool.aws.Secret;
import java.util.Optional;

/** A checked LookupDeveloperIdentity call. */
public record LookupDeveloperIdentityRequest(
        PoolId pool, Optional<IdentityId> identity, Optional<Secret> user, PageRequest page) {}
