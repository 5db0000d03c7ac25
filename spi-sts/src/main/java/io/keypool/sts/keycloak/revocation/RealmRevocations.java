package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.Revocation;
import io.keypool.sts.Revocations;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.keycloak.OnCommit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;

/** Ends sessions of a realm before their time, together with what else a Keycloak session writes. */
public final class RealmRevocations implements Revocations {

    /**
     * A call that found the origin alive just before it ended may still issue credentials; and so may a node whose
     * clock is ahead.
     */
    private static final Duration STILL_UNDER_WAY = Duration.ofSeconds(10);

    private final KeycloakSession session;
    private final String realmId;
    private final RevocationIndex index;
    private final InstantSource clock;

    RealmRevocations(KeycloakSession session, String realmId, RevocationIndex index, InstantSource clock) {
        this.session = session;
        this.realmId = realmId;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public boolean isRevoked(Collection<SessionOrigin> origins, Instant issuedAt) {
        return index.isRevoked(realmId, origins, issuedAt);
    }

    /**
     * Ends the sessions of the origin that were issued up to that time. It is written in the transaction of the
     * Keycloak session, and holds from its commit on: here at once, elsewhere within a second. It cannot be taken back.
     */
    public Revocation revoke(SessionOrigin origin, Instant notBefore) {
        Revocation revocation = new Revocation(realmId, origin, notBefore);
        KeycloakTransactionManager transaction = session.getTransactionManager();
        // As the last thing of all: other nodes find it by its time, which must not lie long before the commit.
        transaction.enlistPrepare(
                new OnCommit(() -> NodeRevocations.table(session).add(revocation, clock.instant())));
        transaction.enlistAfterCompletion(new OnCommit(() -> index.add(revocation)));
        return revocation;
    }

    /** Ends the sessions of an origin that has ended itself, in the same transaction: nothing new stems from it. */
    public void end(SessionOrigin origin) {
        revoke(origin, clock.instant().plus(STILL_UNDER_WAY));
    }

    /** The revocations that are in force, the latest first. */
    public List<Revocation> latest(int max) {
        return NodeRevocations.table(session).ofRealm(realmId, clock.instant(), max);
    }

    /** The revocations of those origins that are in force, the latest first. */
    public List<Revocation> of(Collection<SessionOrigin> origins, int max) {
        List<String> ids = origins.stream().map(SessionOrigin::id).toList();
        return NodeRevocations.table(session).ofOrigins(realmId, ids, clock.instant(), max).stream()
                .filter(revocation -> origins.contains(revocation.origin()))
                .toList();
    }

    /** Ends the sessions of the origin that were issued until now. */
    public Revocation revoke(SessionOrigin origin) {
        return revoke(origin, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Everything, with the realm itself. */
    public void deleteAll() {
        NodeRevocations.table(session).deleteOfRealm(realmId);
    }
}
