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
        // Columns and not the entity: nothing is to be watched for changes at the end of the transaction.
        return em.createNamedQuery(IdentityEntity.FIND, Object[].class)
                .setParameter("id", id.value())
                .setParameter("realm", realmId)
                .getResultStream()
                .findFirst()
                .map(row -> new Identity(id, PoolId.of(region, (String) row[0]), Instant.ofEpochMilli((Long) row[1])));
    }

    public void add(Identity identity) {
        em.persist(new IdentityEntity(
                identity.id().value(),
                realmId,
                identity.pool().uniquePart(),
                identity.created().toEpochMilli()));
    }
}
