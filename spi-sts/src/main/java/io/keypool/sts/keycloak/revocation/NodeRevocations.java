package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.Revocation;
import io.keypool.sts.store.RevocationTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/**
 * What this node knows of the revocations that all nodes write: everything from its start on, and what is new a
 * fraction of a second later.
 *
 * <p>It looks by a thread of its own: Keycloak's timer has one for all tasks, and some of them take long.
 */
public final class NodeRevocations implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(NodeRevocations.class);

    /** Less than a second with time to spare for a slow look. */
    private static final Duration LOOK_EACH = Duration.ofMillis(300);

    private static final Duration SWEEP_EACH = Duration.ofMinutes(10);

    private final RevocationIndex index = new RevocationIndex();
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(NodeRevocations::thread);
    private boolean failing;

    public NodeRevocations(InstantSource clock) {
        this.clock = clock;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "keypool-revocations");
        thread.setDaemon(true);
        return thread;
    }

    /** Loads everything: a node that could not would accept what is revoked, so it does not start. */
    public void start(KeycloakSessionFactory factory) {
        Instant loaded = clock.instant();
        read(factory, table -> table.live(loaded)).forEach(index::add);
        RevocationFeed feed = new RevocationFeed(
                index, loaded, since -> read(factory, table -> table.recordedSince(since, clock.instant())), clock);
        Future<?> unused = thread.scheduleWithFixedDelay(
                () -> look(feed), LOOK_EACH.toMillis(), LOOK_EACH.toMillis(), TimeUnit.MILLISECONDS);
        try (KeycloakSession session = factory.create()) {
            long interval = SWEEP_EACH.toMillis();
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(factory, new ExpiredRevocations(clock), interval),
                            interval);
        }
        LOG.debugf("%d revocations are in force", index.size());
    }

    /** The revocations of that realm, for a session. */
    public RealmRevocations of(KeycloakSession session, RealmModel realm) {
        return new RealmRevocations(session, realm.getId(), index, clock);
    }

    static RevocationTable table(KeycloakSession session) {
        return new RevocationTable(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    private static List<Revocation> read(
            KeycloakSessionFactory factory, Function<RevocationTable, List<Revocation>> query) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> query.apply(table(session)));
    }

    /** Told once, and once more when it is over: it may fail three times a second. */
    private void look(RevocationFeed feed) {
        try {
            feed.look();
            if (failing) {
                LOG.info("Revocations are read again.");
            }
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.warn("Revocations cannot be read; what is revoked at other nodes is accepted here.", failure);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
