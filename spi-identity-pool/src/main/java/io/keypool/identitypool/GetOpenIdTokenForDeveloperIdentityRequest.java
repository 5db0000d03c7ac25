package io.keypool.identitypool;

import io.keypool.sts.SessionTags;
import java.time.Duration;
import java.util.Optional;

/**
 * A checked GetOpenIdTokenForDeveloperIdentity call.
 *
 * @param identity whom the logins are to be linked to
 * @param logins the user's identifier by the name of the developer provider, and tokens of public providers
 * @param tags for the sessions of the token
 */
public record GetOpenIdTokenForDeveloperIdentityRequest(
        PoolId pool, Optional<IdentityId> identity, Logins logins, SessionTags tags, Duration lifetime) {}
