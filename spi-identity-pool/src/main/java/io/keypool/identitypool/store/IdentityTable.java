package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.PoolId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;

/** The identities of one realm. A row names its pool without the region, which is the server's to set. */
public final class IdentityTable {

    private final EntityManager em;
    private final String realmId;
    private final String region;

    public IdentityTable(EntityManager em, String realmId, String region) {
        this.em = em;
        this.realmId = realmId;
        this.region = region;
    }

    /** The identity; nothing for one of another realm. */
    public Optional<Identity> find(IdentityId id) {
        return Optional.ofNullable(em.find(IdentityEntity.class, id.value()))
                .filter(row -> row.realmId().equals(realmId))
                .map(row -> new Identity(id, PoolId.of(region, row.poolId()), Instant.ofEpochMilli(row.createdAt())));
    }

    public void add(Identity identity) {
        em.persist(new IdentityEntity(
                identity.id().value(),
                realmId,
                identity.pool().uniquePart(),
                identity.created().toEpochMilli()));
    }
}
