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

/** A row of {@code KEYPOOL_IDENTITY}. */
@Entity
@Table(name = "KEYPOOL_IDENTITY")
@NamedQuery(
        name = IdentityEntity.FIND,
        query = "select i.id, i.poolId, i.createdAt, i.state, i.mergedInto, i.seenAt, l.provider, l.subjectHash"
                + " from IdentityEntity i left join LoginEntity l on l.identityId = i.id"
                + " where i.id = :id and i.realmId = :realm")
@NamedQuery(
        name = IdentityEntity.OWNERS,
        query = "select i.id, i.poolId, i.createdAt, i.state, i.mergedInto, i.seenAt, all.provider, all.subjectHash"
                + " from LoginEntity l join IdentityEntity i on i.id = l.identityId"
                + " join LoginEntity all on all.identityId = i.id"
                + " where l.subjectHash in (:hashes)")
@NamedQuery(
        name = IdentityEntity.DESCRIBE,
        query = IdentityEntity.DESCRIBED
                + " from IdentityEntity i left join LoginEntity l on l.identityId = i.id"
                + " where i.id = :id and i.realmId = :realm")
@NamedQuery(
        name = IdentityEntity.PAGE,
        query = IdentityEntity.DESCRIBED
                + " from (select p.id as id from IdentityEntity p where p.realmId = :realm and p.poolId = :pool"
                + " and p.createdAt >= :created and (p.createdAt > :created or p.id > :id) and p.state in (:states)"
                // All columns of the index in its order, so that no database sorts a whole pool.
                + " order by p.realmId, p.poolId, p.createdAt, p.id limit :max) page"
                + " join IdentityEntity i on i.id = page.id left join LoginEntity l on l.identityId = i.id"
                + " order by i.createdAt, i.id")
@NamedQuery(name = IdentityEntity.DELETE, query = "delete from IdentityEntity i where i.id = :id")
@NamedQuery(name = IdentityEntity.DELETE_OF_REALM, query = "delete from IdentityEntity i where i.realmId = :realm")
@NamedQuery(
        name = IdentityEntity.NEXT_POOL,
        query = "select i.realmId, i.poolId from IdentityEntity i"
                + " where i.realmId = :realm and i.poolId > :pool order by i.realmId, i.poolId")
@NamedQuery(
        name = IdentityEntity.NEXT_REALM,
        query = "select i.realmId, i.poolId from IdentityEntity i"
                + " where i.realmId > :realm order by i.realmId, i.poolId")
@NamedQuery(
        name = IdentityEntity.OF_POOL,
        query = "select i.id from IdentityEntity i where i.realmId = :realm and i.poolId = :pool")
@NamedQuery(
        name = IdentityEntity.POOLS,
        query = "select i.id, i.realmId, i.poolId from IdentityEntity i where i.id in (:ids)")
@NamedQuery(name = IdentityEntity.DELETE_ALL, query = "delete from IdentityEntity i where i.id in (:ids)")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
public class IdentityEntity {

    static final String DESCRIBED = "select i.id, i.poolId, i.createdAt, i.state, i.mergedInto, i.seenAt, i.modifiedAt,"
            + " l.provider, l.subjectHash";
    static final String DESCRIBE = "keypool.identity.describe";
    static final String PAGE = "keypool.identity.page";
    static final String FIND = "keypool.identity.find";
    static final String OWNERS = "keypool.identity.owners";
    static final String DELETE = "keypool.identity.delete";
    static final String NEXT_POOL = "keypool.identity.nextPool";
    static final String NEXT_REALM = "keypool.identity.nextRealm";
    static final String OF_POOL = "keypool.identity.ofPool";
    static final String POOLS = "keypool.identity.pools";
    static final String DELETE_ALL = "keypool.identity.deleteAll";
    static final String DELETE_OF_REALM = "keypool.identity.deleteOfRealm";

    @Id
    @Column(name = "ID", length = 55)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false, updatable = false)
    private String realmId;

    @Column(name = "POOL_ID", length = 36, nullable = false, updatable = false)
    private String poolId;

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private long createdAt;

    @Column(name = "MODIFIED_AT", nullable = false)
    private long modifiedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    private IdentityState state;

    @Nullable
    @Column(name = "MERGED_INTO", length = 55)
    private String mergedInto;

    /** What it was when it was disabled. */
    @Nullable
    @Enumerated(EnumType.STRING)
    @Column(name = "DISABLED_FROM", length = 16)
    private IdentityState disabledFrom;

    /** Of guests, to the day; nothing for one who was created and has not come back. */
    @Nullable
    @Column(name = "SEEN_AT")
    private Long seenAt;

    /** For Hibernate. */
    protected IdentityEntity() {}

    IdentityEntity(Identity identity, String realmId) {
        this.id = identity.id().value();
        this.realmId = realmId;
        this.poolId = identity.pool().uniquePart();
        this.createdAt = identity.created().toEpochMilli();
        this.modifiedAt = createdAt;
        this.state = identity.state();
        this.seenAt = identity.seen().equals(identity.created())
                ? null
                : identity.seen().toEpochMilli();
    }

    void becomes(IdentityState newState, @Nullable String newMergedInto, Instant now) {
        state = newState;
        mergedInto = newMergedInto;
        modifiedAt = now.toEpochMilli();
        if (newState == IdentityState.GUEST) {
            // Who is made a guest again was not idle for as long as that was impossible.
            seenAt = modifiedAt;
        }
    }

    void disabled(Instant now) {
        disabledFrom = state;
        becomes(IdentityState.DISABLED, null, now);
    }

    void enabled(Instant now) {
        becomes(disabledFrom == null ? IdentityState.LINKED : disabledFrom, null, now);
        disabledFrom = null;
    }

    void modified(Instant now) {
        modifiedAt = now.toEpochMilli();
    }
}
