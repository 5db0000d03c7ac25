package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code KEYPOOL_MERGE}: that one identity went into another. */
@Entity
@Table(name = "KEYPOOL_MERGE")
@NamedQuery(
        name = MergeEntity.OF_IDENTITY,
        query =
                MergeEntity.COLUMNS
                        + " where (m.loserId = :id or m.survivorId = :id) and m.realmId = :realm order by m.mergedAt desc, m.id")
@NamedQuery(name = MergeEntity.FIND, query = MergeEntity.COLUMNS + " where m.id = :id and m.realmId = :realm")
@NamedQuery(
        name = MergeEntity.STANDING,
        query = "select m.loserId from MergeEntity m where m.survivorId = :id and m.undoneAt is null")
@NamedQuery(name = MergeEntity.UNDO, query = "update MergeEntity m set m.undoneAt = :now where m.id = :id")
@NamedQuery(
        name = MergeEntity.DELETE_OF_IDENTITY,
        query = "delete from MergeEntity m where m.loserId = :id or m.survivorId = :id")
@NamedQuery(
        name = MergeEntity.DELETE_OF_IDENTITIES,
        query = "delete from MergeEntity m where m.loserId in (:ids) or m.survivorId in (:ids)")
@NamedQuery(name = MergeEntity.DELETE_OF_REALM, query = "delete from MergeEntity m where m.realmId = :realm")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate sets the fields, and queries read them
public class MergeEntity {

    static final String COLUMNS = "select m.id, m.loserId, m.survivorId, m.mergedAt, m.cause, m.loserWas, m.undoneAt,"
            + " l.provider, l.subjectHash from MergeEntity m left join MergedLoginEntity l on l.mergeId = m.id";
    static final String OF_IDENTITY = "keypool.merge.ofIdentity";
    static final String FIND = "keypool.merge.find";
    static final String STANDING = "keypool.merge.standing";
    static final String UNDO = "keypool.merge.undo";
    static final String DELETE_OF_IDENTITY = "keypool.merge.deleteOfIdentity";
    static final String DELETE_OF_IDENTITIES = "keypool.merge.deleteOfIdentities";
    static final String DELETE_OF_REALM = "keypool.merge.deleteOfRealm";

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Column(name = "LOSER_ID", length = 55, nullable = false, updatable = false)
    private String loserId;

    @Column(name = "SURVIVOR_ID", length = 55, nullable = false, updatable = false)
    private String survivorId;

    @Column(name = "MERGED_AT", nullable = false, updatable = false)
    private long mergedAt;

    @Column(name = "CAUSE", length = 64, nullable = false, updatable = false)
    private String cause;

    @Enumerated(EnumType.STRING)
    @Column(name = "LOSER_WAS", length = 16, nullable = false, updatable = false)
    private IdentityState loserWas;

    @Nullable
    @Column(name = "UNDONE_AT")
    private Long undoneAt;

    /** For Hibernate. */
    protected MergeEntity() {}

    MergeEntity(String id, String realmId, Identity loser, Identity survivor, String cause, Instant now) {
        this.id = id;
        this.realmId = realmId;
        this.loserId = loser.id().value();
        this.survivorId = survivor.id().value();
        this.mergedAt = now.toEpochMilli();
        this.cause = cause;
        this.loserWas = loser.state();
    }
}
