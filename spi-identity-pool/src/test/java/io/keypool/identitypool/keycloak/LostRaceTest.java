package io.keypool.identitypool.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

/** Source: PostgreSQL, Appendix A, and H2, ErrorCode: the states of class 40. */
final class LostRaceTest {

    @Test
    void aRowThatAnotherMadeIsALostRace() {
        assertThat(LostRace.caused(new ModelDuplicateException("duplicate"))).isTrue();
    }

    @Test
    void aDeadlockOrSerializationFailureIsALostRace() {
        assertThat(LostRace.caused(failure("40P01"))).isTrue();
        assertThat(LostRace.caused(failure("40001"))).isTrue();
    }

    @Test
    void whatIsWrongWithTheDatabaseItselfIsNone() {
        assertThat(LostRace.caused(failure("08006"))).isFalse();
        assertThat(LostRace.caused(failure(null))).isFalse();
        assertThat(LostRace.caused(new ModelException("no cause"))).isFalse();
    }

    private static ModelException failure(@Nullable String sqlState) {
        return new ModelException("failed", new RuntimeException(new SQLException("reason", sqlState)));
    }
}
