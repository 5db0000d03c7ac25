package io.keypool.identitypool.store;

import io.keypool.identitypool.Tally;
import io.keypool.identitypool.TallyKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of {@code KEYPOOL_STATISTIC}: how often something happened in a pool on a day, at all nodes together. */
@Entity
@Table(name = "KEYPOOL_STATISTIC")
@NamedQuery(
        name = StatisticEntity.ADD,
        query = "update StatisticEntity s set s.amount = s.amount + :amount where s.id = :id")
@NamedQuery(name = StatisticEntity.AMOUNT, query = "select s.amount from StatisticEntity s where s.id = :id")
@NamedQuery(
        name = StatisticEntity.DAYS,
        query = "select s.day, s.kind, s.amount from StatisticEntity s"
                + " where s.realmId = :realm and s.poolId = :pool and s.day between :from and :to")
@NamedQuery(
        name = StatisticEntity.DELETE_OF_POOL,
        query = "delete from StatisticEntity s where s.realmId = :realm and s.poolId = :pool")
@NamedQuery(name = StatisticEntity.DELETE_OF_REALM, query = "delete from StatisticEntity s where s.realmId = :realm")
@NamedQuery(name = StatisticEntity.DELETE_BEFORE, query = "delete from StatisticEntity s where s.day < :day")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate sets the fields, and queries read them
public class StatisticEntity {

    static final String ADD = "keypool.statistic.add";
    static final String AMOUNT = "keypool.statistic.amount";
    static final String DAYS = "keypool.statistic.days";
    static final String DELETE_OF_POOL = "keypool.statistic.deleteOfPool";
    static final String DELETE_OF_REALM = "keypool.statistic.deleteOfRealm";
    static final String DELETE_BEFORE = "keypool.statistic.deleteBefore";

    /** Spells out what is counted, so that two nodes cannot both make the row. */
    @Id
    @Column(name = "ID", length = 64)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Column(name = "POOL_ID", length = 36, nullable = false, updatable = false)
    private String poolId;

    /** ISO 8601. */
    @Column(name = "UTC_DAY", length = 10, nullable = false, updatable = false)
    private String day;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 16, nullable = false, updatable = false)
    private TallyKind kind;

    @Column(name = "AMOUNT", nullable = false)
    private long amount;

    /** For Hibernate. */
    protected StatisticEntity() {}

    StatisticEntity(Tally tally, long amount) {
        this.id = id(tally);
        this.realmId = tally.realmId();
        this.poolId = tally.pool().uniquePart();
        this.day = tally.day().toString();
        this.kind = tally.kind();
        this.amount = amount;
    }

    static String id(Tally tally) {
        return id(tally.pool().uniquePart(), tally.day(), tally.kind());
    }

    static String id(String poolId, LocalDate day, TallyKind kind) {
        return poolId + ' ' + day + ' ' + kind;
    }
}
