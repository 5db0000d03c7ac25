package io.keypool.identitypool;

import java.util.Set;

/**
 * A checked UnlinkIdentity call.
 *
 * @param loginsToRemove names of providers
 */
public record UnlinkIdentityRequest(IdentityId identity, Logins logins, Set<String> loginsToRemove) {

    public UnlinkIdentityRequest {
        loginsToRemove = Set.copyOf(loginsToRemove);
    }
}
