package io.keypool.identitypool.store;

import static java.util.stream.Collectors.toMap;

import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.store.PoolRows.Pool;
import jakarta.persistence.EntityManager;
import java.util.Map;

/** How many identities of a pool are in which state. */
public final class IdentityCountTable {

    private static final String BY_STATE = "select i.state, count(*) from IdentityEntity i"
            + " where i.realmId = :realm and i.poolId = :pool group by i.state";

    private final EntityManager em;

    public IdentityCountTable(EntityManager em) {
        this.em = em;
    }

    /** A state that no identity is in is left out. Reads the pool's part of an index. */
    public Map<IdentityState, Long> count(Pool pool) {
        return em.createQuery(BY_STATE, Object[].class)
                .setParameter("realm", pool.realmId())
                .setParameter("pool", pool.poolId())
                .getResultStream()
                .collect(toMap(row -> (IdentityState) row[0], row -> (Long) row[1]));
    }
}
