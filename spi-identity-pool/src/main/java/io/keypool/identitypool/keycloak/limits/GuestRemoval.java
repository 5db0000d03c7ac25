package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.store.GuestTable;
import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Removes the idle guests of a pool, a part at a time, each in a transaction of its own. */
final class GuestRemoval {

    private static final int BATCH = 500;

    private final KeycloakSessionFactory factory;
    private final List<GuestFollower> followers;

    GuestRemoval(KeycloakSessionFactory factory, List<GuestFollower> followers) {
        this.factory = factory;
        this.followers = followers;
    }

    /** How many were found, of whom some may have come back before they were locked, and how many are gone. */
    private record Batch(int found, int removed) {}

    /** Told after each part how many guests are gone. */
    interface Progress {
        void removed(int guests);
    }

    void removeAll(Pool pool, Instant cutoff, Progress progress) {
        Batch batch;
        do {
            batch = KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> remove(session, pool, cutoff));
            progress.removed(batch.removed());
        } while (batch.found() == BATCH);
    }

    private Batch remove(KeycloakSession session, Pool pool, Instant cutoff) {
        GuestTable table = NodeGuests.table(session);
        List<IdentityId> found = table.idle(pool, cutoff, BATCH);
        List<IdentityId> idle = table.lockIdle(found, cutoff);
        if (!idle.isEmpty()) {
            table.delete(idle);
            followers.forEach(follower -> follower.removed(session, pool.realmId(), idle));
        }
        return new Batch(found.size(), idle.size());
    }
}
