package io.keypool.identitypool.store;

import io.keypool.identitypool.Identity;
import io.keypool.identitypool.IdentityChanges;
import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.IdentityState;
import io.keypool.identitypool.LoginKey;
import io.keypool.identitypool.MergeId;
import io.keypool.identitypool.MergeRecord;
import io.keypool.identitypool.NewLogin;
import io.keypool.identitypool.PoolId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The identities of one realm. A row names its pool without the region, which is the server's to set. */
public final class IdentityTable implements IdentityChanges {

    private final EntityManager em;
    private final String realmId;
    private final String region;
    private final Consumer<IdentityId> ended;

    /** @param ended is told of each identity that is merged away, disabled or deleted, in the same transaction */
    public IdentityTable(EntityManager em, String realmId, String region, Consumer<IdentityId> ended) {
        this.em = em;
        this.realmId = realmId;
        this.region = region;
        this.ended = ended;
    }

    /** The identity; nothing for one of another realm. */
    @Override
    public Optional<Identity> find(IdentityId id) {
        // Columns and not the entity: nothing is to be watched for changes at the end of the transaction.
        List<Object[]> rows = em.createNamedQuery(IdentityEntity.FIND, Object[].class)
                .setParameter("id", id.value())
                .setParameter("realm", realmId)
                .getResultList();
        return IdentityRows.identities(rows, region).stream().findFirst();
    }

    /** A login's hash is of its pool and the realm's key: it is found in its own pool only. */
    @Override
    public Collection<Identity> owners(PoolId pool, Set<LoginKey> logins) {
        List<Object[]> rows = em.createNamedQuery(IdentityEntity.OWNERS, Object[].class)
                .setParameter("hashes", hashes(logins))
                .getResultList();
        return IdentityRows.identities(rows, region);
    }

    @Override
    public void lock(Set<IdentityId> ids) {
        ids.stream()
                .map(IdentityId::value)
                .sorted()
                .forEach(id -> em.find(IdentityEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Sends what was changed, so that a conflict with another writer shows here. */
    public void flush() {
        em.flush();
    }

    @Override
    public void add(Identity identity) {
        em.persist(new IdentityEntity(identity, realmId));
    }

    @Override
    public void delete(IdentityId identity) {
        em.createNamedQuery(MergeEntity.STANDING, String.class)
                .setParameter("id", identity.value())
                .getResultList()
                .forEach(merged -> delete(new IdentityId(merged)));
        execute(MergedLoginEntity.DELETE_OF_IDENTITY, identity);
        execute(MergeEntity.DELETE_OF_IDENTITY, identity);
        execute(LoginEntity.DELETE_OF_IDENTITY, identity);
        execute(IdentityEntity.DELETE, identity);
        ended.accept(identity);
    }

    @Override
    public void disable(IdentityId identity, Instant now) {
        row(identity).disabled(now);
        ended.accept(identity);
    }

    @Override
    public void enable(IdentityId identity, Instant now) {
        row(identity).enabled(now);
    }

    private void execute(String query, IdentityId identity) {
        em.createNamedQuery(query).setParameter("id", identity.value()).executeUpdate();
    }

    /** Everything of the realm. */
    public void deleteAll() {
        for (String query : List.of(
                MergedLoginEntity.DELETE_OF_REALM,
                MergeEntity.DELETE_OF_REALM,
                LoginEntity.DELETE_OF_REALM,
                IdentityEntity.DELETE_OF_REALM)) {
            em.createNamedQuery(query).setParameter("realm", realmId).executeUpdate();
        }
    }

    /** The logins of a provider in all pools of the realm. Identities that have no other are out of reach. */
    public void deleteProvider(String provider) {
        em.createNamedQuery(LoginEntity.DELETE_PROVIDER)
                .setParameter("realm", realmId)
                .setParameter("provider", provider)
                .executeUpdate();
    }

    @Override
    public void link(Identity identity, List<NewLogin> logins, Instant now) {
        if (logins.isEmpty()) {
            return;
        }
        row(identity.id()).becomes(IdentityState.LINKED, null, now);
        logins.forEach(login ->
                em.persist(new LoginEntity(login, realmId, identity.id().value(), now)));
    }

    @Override
    public void unlink(Identity identity, Set<LoginKey> logins, Instant now) {
        if (logins.isEmpty()) {
            return;
        }
        row(identity.id()).modified(now);
        em.createNamedQuery(LoginEntity.DELETE)
                .setParameter("hashes", hashes(logins))
                .executeUpdate();
    }

    @Override
    public void merge(Identity loser, Identity survivor, String cause, Instant now) {
        String id = UUID.randomUUID().toString();
        em.persist(new MergeEntity(id, realmId, loser, survivor, cause, now));
        loser.logins().stream().sorted().forEach(login -> em.persist(new MergedLoginEntity(id, login)));
        row(loser.id()).becomes(IdentityState.MERGED, survivor.id().value(), now);
        if (loser.logins().isEmpty()) {
            row(survivor.id()).modified(now);
        } else {
            row(survivor.id()).becomes(IdentityState.LINKED, null, now);
        }
        move(loser.logins(), survivor.id());
        ended.accept(loser.id());
    }

    @Override
    public Optional<MergeRecord> merge(MergeId id) {
        List<Object[]> rows = em.createNamedQuery(MergeEntity.FIND, Object[].class)
                .setParameter("id", id.toString())
                .setParameter("realm", realmId)
                .getResultList();
        return IdentityRows.merges(rows).stream().findFirst();
    }

    /** The merges that the identity took part in, the latest first. */
    public List<MergeRecord> merges(IdentityId identity) {
        List<Object[]> rows = em.createNamedQuery(MergeEntity.OF_IDENTITY, Object[].class)
                .setParameter("id", identity.value())
                .setParameter("realm", realmId)
                .getResultList();
        return IdentityRows.merges(rows);
    }

    @Override
    public MergeRecord undo(MergeRecord merge, Set<LoginKey> returned, Instant now) {
        row(merge.loser()).becomes(merge.loserWas(), null, now);
        row(merge.survivor()).modified(now);
        move(returned, merge.loser());
        em.createNamedQuery(MergeEntity.UNDO)
                .setParameter("now", now.toEpochMilli())
                .setParameter("id", merge.id().toString())
                .executeUpdate();
        return merge(merge.id()).orElseThrow();
    }

    private void move(Set<LoginKey> logins, IdentityId to) {
        if (!logins.isEmpty()) {
            em.createNamedQuery(LoginEntity.MOVE)
                    .setParameter("to", to.value())
                    .setParameter("hashes", hashes(logins))
                    .executeUpdate();
        }
    }

    private IdentityEntity row(IdentityId id) {
        return em.find(IdentityEntity.class, id.value());
    }

    private static List<String> hashes(Set<LoginKey> logins) {
        return logins.stream().map(LoginKey::subjectHash).sorted().toList();
    }
}
