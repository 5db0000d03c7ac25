package io.keypool.sts.keycloak.revocation;

import java.time.InstantSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Deletes revocations that say nothing any more: not too many at once, and not more than it should take a minute for.
 */
final class ExpiredRevocations implements ScheduledTask {

    private static final int BATCH = 500;
    private static final int MAX_BATCHES = 200;

    private final InstantSource clock;

    ExpiredRevocations(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        int batches = 0;
        while (deleteBatch(session) == BATCH && batches < MAX_BATCHES) {
            batches++;
        }
    }

    private int deleteBatch(KeycloakSession session) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                nested -> NodeRevocations.table(nested).deleteExpired(clock.instant(), BATCH));
    }
}
