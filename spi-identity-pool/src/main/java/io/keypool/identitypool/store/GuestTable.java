package io.keypool.identitypool.store;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.store.PoolRows.Pool;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The guests of all realms: how many there are, when they were seen, and which are idle. */
public final class GuestTable {

    /** Two conditions, and a query for each: with an "or" the database would read all guests of the pool. */
    private static final String SEEN_LONG_AGO = "i.seenAt < :cutoff";

    private static final String NEVER_SEEN_AGAIN = "i.seenAt is null and i.createdAt < :cutoff";

    private static final String GUESTS =
            " from IdentityEntity i where i.realmId = :realm and i.poolId = :pool and i.state = :guest";

    /** A guest has none of these; should one have, it is not for this table to remove it. */
    private static final String NOBODY_ELSE = " and not exists (select l from LoginEntity l where l.identityId = i.id)"
            + " and not exists (select m from MergeEntity m where m.survivorId = i.id and m.undoneAt is null)";

    /** In the order of the index, so that no database sorts all idle guests for a few of them. */
    private static final String OLDEST = " order by i.realmId, i.poolId, i.state, i.seenAt, i.createdAt";

    private static final String LOCKED = "select i from IdentityEntity i where i.id in (:ids) order by i.id";

    private static final String STILL_IDLE =
            "select i.id from IdentityEntity i where i.id in (:ids) and i.state = :guest" + " and (" + SEEN_LONG_AGO
                    + " or " + NEVER_SEEN_AGAIN + ")" + NOBODY_ELSE;

    private static final String SEE =
            "update IdentityEntity i set i.seenAt = :now where i.id in (:ids) and i.state = :guest";

    private final EntityManager em;

    public GuestTable(EntityManager em) {
        this.em = em;
    }

    /** How many guests the pool has; reads the pool's part of an index. */
    public long count(Pool pool) {
        return of(em.createQuery("select count(*)" + GUESTS, Long.class), pool).getSingleResult();
    }

    /** How many of them were last seen before that moment; reads their part of an index. */
    public long countIdle(Pool pool, Instant cutoff) {
        return countIdle(pool, cutoff, SEEN_LONG_AGO) + countIdle(pool, cutoff, NEVER_SEEN_AGAIN);
    }

    private long countIdle(Pool pool, Instant cutoff, String condition) {
        String query = "select count(*)" + GUESTS + " and " + condition + NOBODY_ELSE;
        return of(em.createQuery(query, Long.class), pool)
                .setParameter("cutoff", cutoff.toEpochMilli())
                .getSingleResult();
    }

    /** That many guests of the pool, at most, who were last seen before that moment. */
    public List<IdentityId> idle(Pool pool, Instant cutoff, int most) {
        List<IdentityId> idle = new ArrayList<>(idle(pool, cutoff, NEVER_SEEN_AGAIN, most));
        if (idle.size() < most) {
            idle.addAll(idle(pool, cutoff, SEEN_LONG_AGO, most - idle.size()));
        }
        return idle;
    }

    private List<IdentityId> idle(Pool pool, Instant cutoff, String condition, int most) {
        String query = "select i.id" + GUESTS + " and " + condition + NOBODY_ELSE + OLDEST;
        return of(em.createQuery(query, String.class), pool)
                .setParameter("cutoff", cutoff.toEpochMilli())
                .setMaxResults(most)
                .getResultStream()
                .map(IdentityId::new)
                .toList();
    }

    /**
     * Holds the identities until the transaction ends, and tells which of them are idle guests still. Asked again after
     * the locks: who changed one meanwhile is waited for, and seen.
     */
    public List<IdentityId> lockIdle(Collection<IdentityId> identities, Instant cutoff) {
        if (identities.isEmpty()) {
            return List.of();
        }
        em.createQuery(LOCKED, IdentityEntity.class)
                .setParameter("ids", values(identities))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return em.createQuery(STILL_IDLE, String.class)
                .setParameter("ids", values(identities))
                .setParameter("guest", IdentityState.GUEST)
                .setParameter("cutoff", cutoff.toEpochMilli())
                .getResultStream()
                .map(IdentityId::new)
                .toList();
    }

    /** Deletes identities that are locked, with all that belongs to them. */
    public void delete(Collection<IdentityId> locked) {
        PoolRows.delete(em, values(locked));
    }

    /** Writes that guests were seen; whoever is none any more stays as it is. */
    public void see(Collection<IdentityId> identities, Instant now) {
        em.createQuery(SEE)
                .setParameter("ids", values(identities))
                .setParameter("guest", IdentityState.GUEST)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
    }

    private static <T> TypedQuery<T> of(TypedQuery<T> query, Pool pool) {
        return query.setParameter("realm", pool.realmId())
                .setParameter("pool", pool.poolId())
                .setParameter("guest", IdentityState.GUEST);
    }

    /** In the order in which everybody locks them. */
    private static List<String> values(Collection<IdentityId> identities) {
        return identities.stream().map(IdentityId::value).sorted().toList();
    }
}
