package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.IdentityId;
import io.keypool.identitypool.Sightings;
import io.keypool.sts.keycloak.KeycloakClock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The guests who came back to this node and of whom that is not written yet. The memory is bounded: who finds no place
 * is taken down with a later call, and is not idle for that. A node that is killed forgets them, which is as harmless.
 */
public final class NodeSightings implements Sightings {

    private static final Logger LOG = Logger.getLogger(NodeSightings.class);

    static final int MOST = 100_000;

    private static final int BATCH = 500;

    private final Set<IdentityId> seen = ConcurrentHashMap.newKeySet();

    @Override
    public void seen(IdentityId guest) {
        if (seen.size() < MOST) {
            seen.add(guest);
        }
    }

    /** How many are to be written. */
    int waiting() {
        return seen.size();
    }

    /** Writes what was taken down, a part at a time; what cannot be written is kept for the next time. */
    public synchronized void write(KeycloakSessionFactory factory) {
        List<IdentityId> all = List.copyOf(seen);
        try {
            for (int from = 0; from < all.size(); from += BATCH) {
                List<IdentityId> batch = all.subList(from, Math.min(from + BATCH, all.size()));
                KeycloakModelUtils.runJobInTransaction(
                        factory, session -> NodeGuests.table(session).see(batch, new KeycloakClock().instant()));
                batch.forEach(seen::remove);
            }
        } catch (RuntimeException failure) {
            LOG.warn("That guests came back cannot be written; it is kept in memory.", failure);
        }
    }
}
