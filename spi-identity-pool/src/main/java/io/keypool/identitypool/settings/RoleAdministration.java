package io.keypool.identitypool.settings;

import io.keypool.identitypool.Access;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.PoolRoles;

/**
 * The door to the roles and principal tags of pools, for one caller: every action asks first whether the caller may,
 * and refuses with AccessDeniedException else; a pool that does not exist is ResourceNotFoundException.
 */
public final class RoleAdministration {

    private final RoleStore pools;
    private final Access access;
    private final int mostRules;

    /** @param mostRules how many a role mapping may have */
    public RoleAdministration(RoleStore pools, Access access, int mostRules) {
        this.pools = pools;
        this.access = access;
        this.mostRules = mostRules;
    }

    /** The roles of a pool. */
    public PoolRoles roles(PoolId pool) {
        return new GetIdentityPoolRoles(pools, access).execute(pool);
    }

    /**
     * Replaces the roles of a pool and their mappings.
     *
     * @throws io.keypool.aws.AwsFault NotAuthorizedException for a role that the caller may not pass,
     *     InvalidParameterException or ConcurrentModificationException, too
     */
    public void setRoles(PoolId pool, PoolRoles roles) {
        new SetIdentityPoolRoles(pools, access, mostRules).execute(pool, roles);
    }

    /**
     * Which claims of a provider's logins become principal tags.
     *
     * @throws io.keypool.aws.AwsFault InvalidParameterException, too: for a provider that is none of the pool's
     */
    public ProviderTags principalTags(PoolId pool, String provider) {
        return new GetPrincipalTagAttributeMap(pools, access).execute(pool, provider);
    }

    /**
     * Replaces them.
     *
     * @throws io.keypool.aws.AwsFault as {@link #principalTags}
     */
    public void setPrincipalTags(ProviderTags tags) {
        new SetPrincipalTagAttributeMap(pools, access).execute(tags);
    }
}
