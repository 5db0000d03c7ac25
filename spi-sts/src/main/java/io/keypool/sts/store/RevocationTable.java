package io.keypool.sts.store;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;

/** The revocations of all realms. Those that say nothing any more are not found. */
public final class RevocationTable {

    private final EntityManager em;

    public RevocationTable(EntityManager em) {
        this.em = em;
    }

    /** @param recorded the moment of the commit, as near as may be: readers look for what is new since theirs */
    public void add(Revocation revocation, Instant recorded) {
        em.persist(new RevocationEntity(revocation, recorded));
    }

    public List<Revocation> live(Instant now) {
        return revocations(query(RevocationEntity.LIVE, now));
    }

    public List<Revocation> recordedSince(Instant since, Instant now) {
        return revocations(query(RevocationEntity.RECORDED, now).setParameter("since", since.toEpochMilli()));
    }

    /** Those of a realm, the latest first. */
    public List<Revocation> ofRealm(String realmId, Instant now, int max) {
        return revocations(query(RevocationEntity.OF_REALM, now)
                .setParameter("realm", realmId)
                .setMaxResults(max));
    }

    /** Those of origins with those ids, the latest first. */
    public List<Revocation> ofOrigins(String realmId, List<String> ids, Instant now, int max) {
        return revocations(query(RevocationEntity.OF_ORIGINS, now)
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .setMaxResults(max));
    }

    private TypedQuery<Object[]> query(String name, Instant now) {
        return em.createNamedQuery(name, Object[].class).setParameter("now", now.toEpochMilli());
    }

    private static List<Revocation> revocations(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Revocation(
                        (String) row[0],
                        new SessionOrigin((SessionOrigin.Kind) row[1], (String) row[2]),
                        Instant.ofEpochMilli((Long) row[3])))
                .toList();
    }

    /**
     * Deletes some of what says nothing any more.
     *
     * @return how many; fewer than {@code max} when nothing is left
     */
    public int deleteExpired(Instant now, int max) {
        List<String> ids = em.createNamedQuery(RevocationEntity.EXPIRED, String.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createNamedQuery(RevocationEntity.DELETE)
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    public void deleteOfRealm(String realmId) {
        em.createNamedQuery(RevocationEntity.DELETE_OF_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
