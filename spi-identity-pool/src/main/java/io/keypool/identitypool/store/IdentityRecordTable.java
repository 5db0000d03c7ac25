package io.keypool.identitypool.store;

import io.keypool.aws.Secret;
import io.keypool.identitypool.IdentityDetails;
import io.keypool.identitypool.IdentityFilter;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityPosition;
import io.keypool.identitypool.IdentityRecords;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.LinkedLogin;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The identities of one realm for who looks after people. A page is three queries, whatever is in it. */
public final class IdentityRecordTable implements IdentityRecords {

    /** Columns: id, pool, created, modified, state, merged into, provider, linked, user identifier. */
    private static final String DETAILS = "select i.id, i.poolId, i.createdAt, i.modifiedAt, i.state, i.mergedInto,"
            + " l.provider, l.linkedAt, l.userIdentifier from IdentityEntity i left join LoginEntity l on l.identityId = i.id"
            + " where i.id in (:ids) and i.realmId = :realm order by l.linkedAt, l.provider, l.subjectHash";

    /** A merge that stands has a record of its own, by an index; that the other one is marked has none. */
    private static final String MERGED_FROM = "select m.survivorId, m.loserId from MergeEntity m"
            + " where m.survivorId in (:ids) and m.undoneAt is null order by m.mergedAt, m.loserId";

    private static final String OWNERS =
            "select l.identityId from LoginEntity l where l.subjectHash in (:hashes) and l.realmId = :realm";

    private final EntityManager em;
    private final String realmId;
    private final String region;

    public IdentityRecordTable(EntityManager em, String realmId, String region) {
        this.em = em;
        this.realmId = realmId;
        this.region = region;
    }

    @Override
    public Optional<IdentityDetails> find(IdentityId id) {
        return details(List.of(id.value())).stream().findFirst();
    }

    @Override
    public Set<IdentityId> owners(Set<LoginKey> logins) {
        if (logins.isEmpty()) {
            return Set.of();
        }
        return em.createQuery(OWNERS, String.class)
                .setParameter(
                        "hashes",
                        logins.stream().map(LoginKey::subjectHash).sorted().toList())
                .setParameter("realm", realmId)
                .getResultStream()
                .map(IdentityId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public List<IdentityDetails> search(PoolId pool, IdentityFilter filter, Optional<IdentityPosition> after, int max) {
        if (filter.logins().filter(Set::isEmpty).isPresent()) {
            return List.of();
        }
        IdentityConditions conditions = new IdentityConditions(realmId, pool).with(filter);
        after.ifPresent(conditions::after);
        return details(conditions.query(em).setMaxResults(max).getResultList());
    }

    private List<IdentityDetails> details(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = em.createQuery(DETAILS, Object[].class)
                .setParameter("ids", ids)
                .setParameter("realm", realmId)
                .getResultList();
        Map<Object, List<Object[]>> ofIdentity = rows.stream().collect(Collectors.groupingBy(row -> row[0]));
        Map<Object, List<IdentityId>> mergedFrom = mergedFrom(ids);
        return ids.stream()
                .map(ofIdentity::get)
                .filter(Objects::nonNull)
                .map(group -> details(group, mergedFrom.getOrDefault(group.get(0)[0], List.of())))
                .toList();
    }

    private Map<Object, List<IdentityId>> mergedFrom(List<String> ids) {
        return em.createQuery(MERGED_FROM, Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.mapping(row -> new IdentityId((String) row[1]), Collectors.toList())));
    }

    private IdentityDetails details(List<Object[]> group, List<IdentityId> mergedFrom) {
        Object[] row = group.get(0);
        return new IdentityDetails(
                new IdentityId((String) row[0]),
                PoolId.of(region, (String) row[1]),
                (IdentityState) row[4],
                Instant.ofEpochMilli((Long) row[2]),
                Instant.ofEpochMilli((Long) row[3]),
                Optional.ofNullable((String) row[5]).map(IdentityId::new),
                mergedFrom,
                logins(group));
    }

    private static List<LinkedLogin> logins(Collection<Object[]> group) {
        return group.stream()
                .filter(row -> row[6] != null)
                .map(row -> new LinkedLogin(
                        (String) row[6],
                        Instant.ofEpochMilli((Long) row[7]),
                        Optional.ofNullable((String) row[8]).map(Secret::new)))
                .toList();
    }
}
