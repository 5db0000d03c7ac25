package io.keypool.identitypool.keycloak.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.identitypool.IdentityId;
import org.junit.jupiter.api.Test;

/** The memory is bounded, and has each guest once. Source: docs/adr/0034. */
final class NodeSightingsTest {

    private final NodeSightings sightings = new NodeSightings();

    @Test
    void takesAGuestDownOnce() {
        sightings.seen(guest(1));
        sightings.seen(guest(1));

        assertThat(sightings.waiting()).isEqualTo(1);
    }

    @Test
    void takesNoMoreDownThanItHasPlaceFor() {
        for (int i = 0; i < NodeSightings.MOST + 10; i++) {
            sightings.seen(guest(i));
        }

        assertThat(sightings.waiting()).isEqualTo(NodeSightings.MOST);
    }

    private static IdentityId guest(int number) {
        return new IdentityId("us-east-1:%08x-0000-4000-8000-000000000000".formatted(number));
    }
}
