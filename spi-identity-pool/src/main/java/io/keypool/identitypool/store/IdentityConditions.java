package io.keypool.identitypool.store;

import io.keypool.identitypool.IdentityFilter;
import io.keypool.identitypool.IdentityPosition;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.PoolId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.Map;

/** Which identities of a pool a query finds; of what does not matter it says nothing, so that the index is used. */
final class IdentityConditions {

    private static final String ORDER = " order by i.createdAt desc, i.id desc";

    private final StringBuilder text =
            new StringBuilder("select i.id from IdentityEntity i where i.realmId = :realm and i.poolId = :pool");
    private final Map<String, Object> parameters = new HashMap<>();

    IdentityConditions(String realmId, PoolId pool) {
        parameters.put("realm", realmId);
        parameters.put("pool", pool.uniquePart());
    }

    IdentityConditions with(IdentityFilter filter) {
        filter.id().ifPresent(id -> and("i.id = :id", "id", id.value()));
        filter.state().ifPresent(state -> and("i.state = :state", "state", state));
        filter.createdFrom().ifPresent(from -> and("i.createdAt >= :from", "from", from.toEpochMilli()));
        filter.createdUntil().ifPresent(until -> and("i.createdAt < :until", "until", until.toEpochMilli()));
        filter.logins()
                .ifPresent(logins -> and(
                        "i.id in (select l.identityId from LoginEntity l where l.subjectHash in (:hashes))",
                        "hashes",
                        logins.stream().map(LoginKey::subjectHash).sorted().toList()));
        return this;
    }

    IdentityConditions after(IdentityPosition position) {
        and("i.createdAt <= :last", "last", position.created().toEpochMilli());
        return and(
                "(i.createdAt < :last or i.id < :lastId)",
                "lastId",
                position.id().value());
    }

    TypedQuery<String> query(EntityManager em) {
        TypedQuery<String> query = em.createQuery(text + ORDER, String.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private IdentityConditions and(String condition, String parameter, Object value) {
        text.append(" and ").append(condition);
        parameters.put(parameter, value);
        return this;
    }
}
