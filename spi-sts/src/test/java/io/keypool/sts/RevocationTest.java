package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A revocation stays as long as there may be anything that it ended. */
final class RevocationTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

    /** STS API, AssumeRole and GetSessionToken; Cognito API, GetOpenIdTokenForDeveloperIdentity. */
    @ParameterizedTest
    @CsvSource({"ROLE, 12", "SESSION, 36", "IDENTITY, 24", "IDENTITY_POOL, 24"})
    void outlivesWhatItEnded(SessionOrigin.Kind kind, int hours) {
        assertThat(new Revocation("realm", new SessionOrigin(kind, "id"), NOW).expiration())
                .isEqualTo(NOW.plus(Duration.ofHours(hours)));
    }
}
