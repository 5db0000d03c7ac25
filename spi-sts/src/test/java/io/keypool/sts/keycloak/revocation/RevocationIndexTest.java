package io.keypool.sts.keycloak.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keypool.sts.Revocation;
import io.keypool.sts.SessionOrigin;
import io.keypool.sts.SessionOrigin.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Source: issue 9, "a 'not before' for a role, a pool, an identity, and one session". */
final class RevocationIndexTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SessionOrigin ROLE = new SessionOrigin(Kind.ROLE, "role-1");
    private static final SessionOrigin SESSION = new SessionOrigin(Kind.SESSION, "ASIA1");

    private final RevocationIndex index = new RevocationIndex();

    @Test
    void revokesWhatWasIssuedUpToThatTime() {
        index.add(revocation(ROLE, NOON));

        assertThat(isRevoked(ROLE, NOON.minusMillis(1))).isTrue();
        assertThat(isRevoked(ROLE, NOON)).isTrue();
        assertThat(isRevoked(ROLE, NOON.plusMillis(1))).isFalse();
    }

    @Test
    void oneOfTheOriginsIsEnough() {
        index.add(revocation(SESSION, NOON));

        assertThat(index.isRevoked("realm", List.of(ROLE, SESSION), NOON)).isTrue();
        assertThat(index.isRevoked("realm", List.of(ROLE), NOON)).isFalse();
    }

    @Test
    void nothingStemsAnyMoreFromASessionThatWasRevokedItself() {
        index.add(revocation(SESSION, NOON));

        assertThat(isRevoked(SESSION, NOON.plusSeconds(1))).isTrue();
    }

    @Test
    void kindsOfOneIdAreTold() {
        index.add(revocation(new SessionOrigin(Kind.IDENTITY, "us-east-1:1"), NOON));

        assertThat(isRevoked(new SessionOrigin(Kind.IDENTITY_POOL, "us-east-1:1"), NOON))
                .isFalse();
    }

    @Test
    void anotherRealmsRevocationMeansNothing() {
        index.add(new Revocation("other", ROLE, NOON));

        assertThat(isRevoked(ROLE, NOON)).isFalse();
    }

    @Test
    void theLaterOneHoldsWhicheverComesFirst() {
        index.add(revocation(ROLE, NOON));
        index.add(revocation(ROLE, NOON.minusSeconds(60)));
        index.add(revocation(ROLE, NOON));

        assertThat(isRevoked(ROLE, NOON)).isTrue();
    }

    @Test
    void aRevocationIsForgottenWhenTheLastSessionThatItEndedWouldHaveEnded() {
        index.add(revocation(ROLE, NOON));
        index.add(revocation(SESSION, NOON));

        index.forgetExpired(NOON.plus(Duration.ofHours(12)).minusMillis(1));
        assertThat(index.size()).isEqualTo(2);
        index.forgetExpired(NOON.plus(Duration.ofHours(12)));
        assertThat(index.size()).isEqualTo(1);
        assertThat(isRevoked(SESSION, NOON)).isTrue();
        index.forgetExpired(NOON.plus(Duration.ofHours(36)));
        assertThat(index.size()).isZero();
    }

    private boolean isRevoked(SessionOrigin origin, Instant issuedAt) {
        return index.isRevoked("realm", List.of(origin), issuedAt);
    }

    private static Revocation revocation(SessionOrigin origin, Instant notBefore) {
        return new Revocation("realm", origin, notBefore);
    }
}
