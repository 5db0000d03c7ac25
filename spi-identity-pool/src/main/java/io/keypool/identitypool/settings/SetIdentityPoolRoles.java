package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.CognitoFault;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;
import io.keypool.policy.ConditionContext;
import java.util.Optional;

/**
 * Replaces all roles of a pool. Who sets them has read them before: were they changed in between, that change would be
 * lost.
 *
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html">AWS</a>
 */
final class SetIdentityPoolRoles {

    private final RoleStore pools;
    private final Access access;
    private final RoleRules rules;

    SetIdentityPoolRoles(RoleStore pools, Access access, int mostRules) {
        this.pools = pools;
        this.access = access;
        this.rules = new RoleRules(mostRules, access::mayPass);
    }

    void execute(PoolId id, PoolRoles wanted) {
        Optional<IdentityPool> seen = pools.find(id);
        access.require("SetIdentityPoolRoles", ConditionContext.builder());
        PoolRoles expected =
                seen.orElseThrow(() -> CognitoFault.poolNotFound(id)).roles();
        rules.check(wanted);
        pools.changeRoles(id, pool -> {
            rules.checkProviders(pool, wanted);
            if (!pool.roles().equals(expected)) {
                throw CognitoFault.concurrentModification();
            }
            return wanted;
        });
    }
}
