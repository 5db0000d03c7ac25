package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.keycloak.limits.NodeGuests;
import io.keypool.identitypool.keycloak.limits.NodeSightings;
import io.keypool.identitypool.keycloak.statistics.NodeStatistics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.timer.TimerProvider;

/**
 * What a node does each minute, or as {@code statistics-interval} says: it writes what it keeps in memory, and learns
 * how many guests all nodes have.
 */
final class NodeRounds {

    private static final String TASK = "keypool-statistics";

    private final NodeStatistics statistics;
    private final NodeGuests guests;
    private final NodeSightings sightings;
    private @Nullable KeycloakSessionFactory factory;

    NodeRounds(NodeStatistics statistics, NodeGuests guests, NodeSightings sightings) {
        this.statistics = statistics;
        this.guests = guests;
        this.sightings = sightings;
    }

    synchronized void start(KeycloakSessionFactory started, Duration interval) {
        factory = started;
        try (KeycloakSession session = started.create()) {
            session.getProvider(TimerProvider.class).scheduleTask(this::run, interval.toMillis(), TASK);
        }
    }

    private void run(KeycloakSession session) {
        guests.learn(session, () -> statistics.write(session));
        sightings.write(session.getKeycloakSessionFactory());
    }

    /** Writes what is left. */
    synchronized void close() {
        statistics.close();
        if (factory != null) {
            sightings.write(factory);
        }
    }
}
