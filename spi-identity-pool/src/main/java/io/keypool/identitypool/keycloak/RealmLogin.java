package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPool;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Pools;
import io.keypool.identitypool.RealmPeople;
import io.keypool.identitypool.Subject;
import io.keypool.identitypool.keycloak.login.BrokerLinks;
import io.keypool.sts.keycloak.ProviderKey;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Logins to the realm itself, as its pools see them. Throws what {@link RealmPeople} throws. */
public final class RealmLogin {

    private final RealmPeople people;
    private final Pools pools;
    private final BrokerLinks links;
    private final String issuer;

    RealmLogin(RealmPeople people, Pools pools, BrokerLinks links, String issuer) {
        this.people = people;
        this.pools = pools;
        this.links = links;
        this.issuer = issuer;
    }

    /** Whether there is such a pool, and it takes guests. */
    public boolean takesGuests(PoolId pool) {
        return pools.find(pool).filter(IdentityPool::guests).isPresent();
    }

    /** Gives a guest of the realm a new identity. */
    public IdentityId welcome(PoolId pool) {
        return people.welcome(pool);
    }

    /** Whether the identity is still a guest's, in a pool that takes guests. */
    public boolean isGuest(IdentityId identity) {
        return people.isGuest(identity);
    }

    /** Who the user is; one who is new to the pool is given an identity. */
    public IdentityId identify(PoolId pool, UserModel user) {
        return people.identify(pool, Subject.realmUser(user.getId()), brokers(pool, user));
    }

    /** Makes a guest and a user one; who both are now. */
    public IdentityId signIn(PoolId pool, IdentityId guest, UserModel user) {
        return people.signIn(guest, Subject.realmUser(user.getId()), brokers(pool, user));
    }

    /** Where a user proved who they are, as the pool names it: the identity provider of that alias, or the realm. */
    public String provider(PoolId pool, Optional<String> alias) {
        return alias.flatMap(broker -> pools.find(pool).flatMap(it -> links.providerName(it, broker)))
                .orElseGet(() -> ProviderKey.withoutScheme(issuer));
    }

    private List<Subject> brokers(PoolId poolId, UserModel user) {
        Optional<IdentityPool> pool = pools.find(poolId);
        return pool.map(it -> links.subjects(it, user)).orElse(List.of());
    }
}
