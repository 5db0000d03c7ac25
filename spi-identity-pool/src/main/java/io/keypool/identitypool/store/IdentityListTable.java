package io.keypool.identitypool.store;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityLists;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.ListedIdentity;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import io.keypool.identitypool.VouchedLogin;
import jakarta.persistence.EntityManager;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The identities of one realm, to look through. */
public final class IdentityListTable implements IdentityLists {

    private static final Set<IdentityState> ENABLED = EnumSet.of(IdentityState.GUEST, IdentityState.LINKED);

    private final EntityManager em;
    private final String realmId;
    private final String region;

    public IdentityListTable(EntityManager em, String realmId, String region) {
        this.em = em;
        this.realmId = realmId;
        this.region = region;
    }

    @Override
    public Optional<ListedIdentity> find(IdentityId id) {
        List<Object[]> rows = em.createNamedQuery(IdentityEntity.DESCRIBE, Object[].class)
                .setParameter("id", id.value())
                .setParameter("realm", realmId)
                .getResultList();
        return IdentityRows.listed(rows, region).stream().findFirst();
    }

    @Override
    public List<ListedIdentity> page(PoolId pool, Range range) {
        List<Object[]> rows = em.createNamedQuery(IdentityEntity.PAGE, Object[].class)
                .setParameter("realm", realmId)
                .setParameter("pool", pool.uniquePart())
                .setParameter(
                        "created",
                        range.after().map(last -> last.created().toEpochMilli()).orElse(0L))
                .setParameter("id", range.after().map(last -> last.id().value()).orElse(""))
                .setParameter("states", range.hideDisabled() ? ENABLED : EnumSet.allOf(IdentityState.class))
                .setParameter("max", range.max())
                .getResultList();
        return IdentityRows.listed(rows, region);
    }

    @Override
    public List<VouchedLogin> developerUsers(IdentityId identity, String after, int max) {
        return em
                .createNamedQuery(LoginEntity.DEVELOPER_USERS, Object[].class)
                .setParameter("id", identity.value())
                .setParameter("realm", realmId)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(row ->
                        new VouchedLogin(new LoginKey((String) row[0], (String) row[1]), new Secret((String) row[2])))
                .toList();
    }
}
