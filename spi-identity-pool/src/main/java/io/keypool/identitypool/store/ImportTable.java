package io.keypool.identitypool.store;

import io.keypool.identitypool.ImportedIdentity;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.store.PoolRows.Pool;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Identities that come from elsewhere, many at once. */
public final class ImportTable {

    private final EntityManager em;
    private final String realmId;

    public ImportTable(EntityManager em, String realmId) {
        this.em = em;
        this.realmId = realmId;
    }

    /** Of which pools those of the identities are that there are, in any realm: an id is one identity's alone. */
    public Map<String, Pool> known(Collection<String> ids) {
        List<Object[]> rows = em.createNamedQuery(IdentityEntity.POOLS, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        Function<Object[], Pool> pool = row -> new Pool((String) row[1], (String) row[2]);
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], pool));
    }

    public void add(ImportedIdentity identity, PoolId pool, Instant imported) {
        IdentityEntity row = new IdentityEntity(identity.in(pool, imported), realmId);
        row.modified(identity.modified());
        em.persist(row);
    }
}
