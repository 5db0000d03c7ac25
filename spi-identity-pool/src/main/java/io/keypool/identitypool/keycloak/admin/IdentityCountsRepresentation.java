package io.keypool.identitypool.keycloak.admin;

import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.PoolId;
import java.util.Map;

/**
 * How many identities a pool has now.
 *
 * @param guests who never logged in
 * @param linked who did
 * @param merged ids that lead on to another identity
 * @param disabled who is refused
 */
public record IdentityCountsRepresentation(
        String identityPoolId, long guests, long linked, long merged, long disabled) {

    static IdentityCountsRepresentation of(PoolId pool, Map<IdentityState, Long> counts) {
        return new IdentityCountsRepresentation(
                pool.value(),
                counts.getOrDefault(IdentityState.GUEST, 0L),
                counts.getOrDefault(IdentityState.LINKED, 0L),
                counts.getOrDefault(IdentityState.MERGED, 0L),
                counts.getOrDefault(IdentityState.DISABLED, 0L));
    }
}
