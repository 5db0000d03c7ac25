package io.keypool.identitypool.keycloak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.store.PoolRows.Pool;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The memory is bounded. Source: docs/adr/0033. */
final class AddressCountsTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Pool POOL = new Pool("realm", "pool");

    private final AddressCounts counts = new AddressCounts();

    @Test
    void whoFindsNoPlaceIsNotCountedAndWhoHasOneIs() {
        for (int i = 0; i < AddressCounts.MOST; i++) {
            assertThat(add("a" + i)).isTrue();
        }

        assertThat(add("late")).isTrue();
        assertThat(add("late")).isTrue();
        assertThat(add("a0")).isFalse();
    }

    private boolean add(String network) {
        return counts.add(POOL, new Network(network), 1, NOW);
    }
}
