package io.keypool.sts.store;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of {@code KEYPOOL_REVOCATION}. Rows are added and, once they say nothing any more, deleted; never changed: two
 * that revoke the same at once do not get into each other's way.
 */
@Entity
@Table(name = "KEYPOOL_REVOCATION")
@NamedQuery(name = RevocationEntity.LIVE, query = RevocationEntity.COLUMNS + " where r.expiresAt > :now")
@NamedQuery(
        name = RevocationEntity.RECORDED,
        query = RevocationEntity.COLUMNS + " where r.recordedAt >= :since and r.expiresAt > :now")
@NamedQuery(
        name = RevocationEntity.OF_REALM,
        query = RevocationEntity.COLUMNS + " where r.realmId = :realm and r.expiresAt > :now"
                + " order by r.recordedAt desc, r.id")
@NamedQuery(
        name = RevocationEntity.OF_ORIGINS,
        query = RevocationEntity.COLUMNS + " where r.realmId = :realm and r.originId in (:ids) and r.expiresAt > :now"
                + " order by r.recordedAt desc, r.id")
@NamedQuery(
        name = RevocationEntity.EXPIRED,
        query = "select r.id from RevocationEntity r where r.expiresAt <= :now order by r.expiresAt, r.id")
@NamedQuery(name = RevocationEntity.DELETE, query = "delete from RevocationEntity r where r.id in (:ids)")
@NamedQuery(name = RevocationEntity.DELETE_OF_REALM, query = "delete from RevocationEntity r where r.realmId = :realm")
@SuppressWarnings({"NullAway.Init", "unused"}) // Hibernate sets the fields, and queries read them
public class RevocationEntity {

    static final String COLUMNS = "select r.realmId, r.kind, r.originId, r.notBefore from RevocationEntity r";
    static final String LIVE = "keypool.revocation.live";
    static final String RECORDED = "keypool.revocation.recorded";
    static final String OF_REALM = "keypool.revocation.ofRealm";
    static final String OF_ORIGINS = "keypool.revocation.ofOrigins";
    static final String EXPIRED = "keypool.revocation.expired";
    static final String DELETE = "keypool.revocation.delete";
    static final String DELETE_OF_REALM = "keypool.revocation.deleteOfRealm";

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 16, nullable = false, updatable = false)
    private SessionOrigin.Kind kind;

    @Column(name = "ORIGIN_ID", length = 255, nullable = false, updatable = false)
    private String originId;

    @Column(name = "NOT_BEFORE", nullable = false, updatable = false)
    private long notBefore;

    @Column(name = "RECORDED_AT", nullable = false, updatable = false)
    private long recordedAt;

    @Column(name = "EXPIRES_AT", nullable = false, updatable = false)
    private long expiresAt;

    /** For Hibernate. */
    protected RevocationEntity() {}

    RevocationEntity(Revocation revocation, Instant recorded) {
        this.id = UUID.randomUUID().toString();
        this.realmId = revocation.realmId();
        this.kind = revocation.origin().kind();
        this.originId = revocation.origin().id();
        this.notBefore = revocation.notBefore().toEpochMilli();
        this.recordedAt = recorded.toEpochMilli();
        this.expiresAt = revocation.expiration().toEpochMilli();
    }
}
