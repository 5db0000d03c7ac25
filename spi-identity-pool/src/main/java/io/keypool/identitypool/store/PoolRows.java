package io.keypool.identitypool.store;

import io.keypool.identitypool.IdentityId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/** What the tables hold of whole pools, whether or not the pools still are. */
public final class PoolRows {

    private final EntityManager em;

    public PoolRows(EntityManager em) {
        this.em = em;
    }

    /** A pool that has identities. */
    public record Pool(String realmId, String poolId) {

        /** Before every pool. */
        public static final Pool NONE = new Pool("", "");
    }

    /** The next pool that has identities, in the order of the index: one seek, however many identities there are. */
    public Optional<Pool> next(Pool after) {
        TypedQuery<Object[]> inRealm = em.createNamedQuery(IdentityEntity.NEXT_POOL, Object[].class)
                .setParameter("realm", after.realmId())
                .setParameter("pool", after.poolId());
        // Two queries: with an "or" the database would read all that lies before.
        return first(inRealm)
                .or(() -> first(em.createNamedQuery(IdentityEntity.NEXT_REALM, Object[].class)
                        .setParameter("realm", after.realmId())));
    }

    private static Optional<Pool> first(TypedQuery<Object[]> query) {
        List<Object[]> rows = query.setMaxResults(1).getResultList();
        return rows.stream().findFirst().map(row -> new Pool((String) row[0], (String) row[1]));
    }

    public boolean hasIdentities(Pool pool) {
        return !ids(pool, 1).isEmpty();
    }

    /** Deletes that many identities of a pool with all that belongs to them; those that there were. */
    public List<IdentityId> deleteIdentities(Pool pool, int most) {
        List<String> ids = ids(pool, most);
        delete(em, ids);
        return ids.stream().map(IdentityId::new).toList();
    }

    /** Deletes identities with all that belongs to them. */
    static void delete(EntityManager em, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (String query : List.of(
                MergedLoginEntity.DELETE_OF_IDENTITIES,
                MergeEntity.DELETE_OF_IDENTITIES,
                LoginEntity.DELETE_OF_IDENTITIES,
                IdentityEntity.DELETE_ALL)) {
            em.createNamedQuery(query).setParameter("ids", ids).executeUpdate();
        }
    }

    private List<String> ids(Pool pool, int most) {
        return em.createNamedQuery(IdentityEntity.OF_POOL, String.class)
                .setParameter("realm", pool.realmId())
                .setParameter("pool", pool.poolId())
                .setMaxResults(most)
                .getResultList();
    }
}
