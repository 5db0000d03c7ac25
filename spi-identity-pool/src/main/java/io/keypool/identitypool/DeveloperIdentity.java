package io.keypool.identitypool;

import io.keypool.aws.Secret;
import java.util.List;
import java.util.Optional;

/**
 * An identity, and users of the pool's backend whose it is.
 *
 * @param users their identifiers
 * @param nextToken where the next page begins, if there is one
 */
public record DeveloperIdentity(IdentityId identity, List<Secret> users, Optional<String> nextToken) {

    public DeveloperIdentity {
        users = List.copyOf(users);
    }
}
