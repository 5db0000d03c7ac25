package io.keypool.identitypool.store;

import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.Tally;
import io.keypool.identitypool.TallyKind;
import io.keypool.identitypool.store.PoolRows.Pool;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was counted in the pools of all realms. */
public final class StatisticTable {

    private final EntityManager em;

    public StatisticTable(EntityManager em) {
        this.em = em;
    }

    /** Whether there was a row to add to. */
    public boolean add(Tally tally, long amount) {
        return em.createNamedQuery(StatisticEntity.ADD)
                        .setParameter("id", StatisticEntity.id(tally))
                        .setParameter("amount", amount)
                        .executeUpdate()
                > 0;
    }

    /** Makes the row; two who do that at once fail, but for one. */
    public void insert(Tally tally, long amount) {
        em.persist(new StatisticEntity(tally, amount));
    }

    /** What was counted of one kind on one day; one read by the key. */
    public long amount(Pool pool, LocalDate day, TallyKind kind) {
        return em.createNamedQuery(StatisticEntity.AMOUNT, Long.class)
                .setParameter("id", StatisticEntity.id(pool.poolId(), day, kind))
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** The days of a pool on which something happened, both ends included. */
    public SortedMap<LocalDate, Map<TallyKind, Long>> days(String realmId, PoolId pool, LocalDate from, LocalDate to) {
        List<Object[]> rows = em.createNamedQuery(StatisticEntity.DAYS, Object[].class)
                .setParameter("realm", realmId)
                .setParameter("pool", pool.uniquePart())
                .setParameter("from", from.toString())
                .setParameter("to", to.toString())
                .getResultList();
        SortedMap<LocalDate, Map<TallyKind, Long>> days = new TreeMap<>();
        rows.forEach(
                row -> days.computeIfAbsent(LocalDate.parse((String) row[0]), day -> new EnumMap<>(TallyKind.class))
                        .put((TallyKind) row[1], (Long) row[2]));
        return days;
    }

    public void deleteOfPool(String realmId, String pool) {
        em.createNamedQuery(StatisticEntity.DELETE_OF_POOL)
                .setParameter("realm", realmId)
                .setParameter("pool", pool)
                .executeUpdate();
    }

    public void deleteOfRealm(String realmId) {
        em.createNamedQuery(StatisticEntity.DELETE_OF_REALM)
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    public void deleteBefore(LocalDate day) {
        em.createNamedQuery(StatisticEntity.DELETE_BEFORE)
                .setParameter("day", day.toString())
                .executeUpdate();
    }
}
