package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.PoolId;
import io.keypool.policy.ConditionContext;
import java.util.Optional;

/**
 * Replaces all that is set for a pool. Who writes a whole pool has read it before: were it changed in between, that
 * change would be lost.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html">AWS</a>
 */
final class UpdateIdentityPool {

    private final PoolStore pools;
    private final Access access;

    UpdateIdentityPool(PoolStore pools, Access access) {
        this.pools = pools;
        this.access = access;
    }

    StoredPool execute(StoredPool wanted) {
        PoolId id = wanted.id();
        Optional<StoredPool> seen = pools.find(id);
        access.require(
                "UpdateIdentityPool",
                id,
                ConditionContext.builder().requestTags(wanted.settings().tags()));
        PoolSettings expected =
                seen.orElseThrow(() -> CognitoFault.poolNotFound(id)).settings();
        return pools.change(id, stored -> {
            if (!stored.equals(expected)) {
                throw CognitoFault.concurrentModification();
            }
            return replaced(stored, wanted.settings());
        });
    }

    /** The developer provider's name is set once: left out it stays, since identities are found by it. */
    private static PoolSettings replaced(PoolSettings stored, PoolSettings wanted) {
        Optional<String> fixed = stored.developerProviderName();
        if (fixed.isEmpty() || fixed.equals(wanted.developerProviderName())) {
            return wanted;
        }
        if (wanted.developerProviderName().isPresent()) {
            throw CognitoFault.developerProviderIsFixed();
        }
        return wanted.withDeveloperProviderName(fixed);
    }
}
