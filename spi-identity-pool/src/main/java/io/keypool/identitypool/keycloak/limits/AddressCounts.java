package io.keypool.identitypool.keycloak.limits;

import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many guests each network was given in this hour, by this node.
 *
 * <p>The memory is bounded. Each entry is a guest that was made within the hour: when so many networks have come that
 * no further one is counted, the limits of the pools are near, or no limit at all was wanted.
 */
final class AddressCounts {

    static final int MOST = 100_000;

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Map<Key, Integer> counts = new HashMap<>();
    private long hour;

    private record Key(Pool pool, Network network) {}

    /** Whether that is within the limit; then it is counted. */
    synchronized boolean add(Pool pool, Network network, int limit, Instant now) {
        turn(now);
        Key key = new Key(pool, network);
        int before = counts.getOrDefault(key, 0);
        if (before >= limit) {
            return false;
        }
        if (before > 0 || counts.size() < MOST) {
            counts.put(key, before + 1);
        }
        return true;
    }

    private void turn(Instant now) {
        long current = now.toEpochMilli() / HOUR;
        if (current != hour) {
            hour = current;
            counts.clear();
        }
    }
}
