package io.keypool.identitypool.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A row of {@code KEYPOOL_IDENTITY}. */
@Entity
@Table(name = "KEYPOOL_IDENTITY")
@NamedQuery(
        name = IdentityEntity.FIND,
        query = "select i.poolId, i.createdAt from IdentityEntity i where i.id = :id and i.realmId = :realm")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
public class IdentityEntity {

    static final String FIND = "keypool.identity.find";

    @Id
    @Column(name = "ID", length = 55)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Column(name = "POOL_ID", length = 36, nullable = false, updatable = false)
    private String poolId;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private long createdAt;

    /** For Hibernate. */
    protected IdentityEntity() {}

    IdentityEntity(String id, String realmId, String poolId, long createdAt) {
        this.id = id;
        this.realmId = realmId;
        this.poolId = poolId;
        this.createdAt = createdAt;
    }
}
