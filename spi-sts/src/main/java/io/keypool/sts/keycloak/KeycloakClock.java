package io.keypool.sts.keycloak;

import java.time.Instant;
import java.time.InstantSource;
import org.keycloak.common.util.Time;

/** Keycloak's clock, with the offset that its administrators and tests may give it. */
public final class KeycloakClock implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public long millis() {
        return Time.currentTimeMillis();
    }
}
