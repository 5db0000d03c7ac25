package io.keypool.identitypool.keycloak.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Source: Amazon Cognito Developer Guide, Adding groups to a user pool, Assigning precedence values to groups. */
final class RoleClaimsTest {

    private static final HeldRole ADMIN = new HeldRole("arn:aws:iam::000000000000:role/Admin", 1);
    private static final HeldRole READER = new HeldRole("arn:aws:iam::000000000000:role/Reader", 2);

    @Test
    void theLowestPrecedenceIsPreferred() {
        assertThat(RoleClaims.of(Stream.of(READER, ADMIN)).preferred()).contains(ADMIN.arn());
        assertThat(RoleClaims.of(Stream.of(READER, ADMIN)).all()).containsExactly(ADMIN.arn(), READER.arn());
    }

    @Test
    void differentRolesOfTheSamePrecedenceAreBothNamedAndNeitherIsPreferred() {
        RoleClaims claims = RoleClaims.of(Stream.of(READER, ADMIN, new HeldRole(READER.arn(), 1)));

        assertThat(claims.all()).containsExactly(ADMIN.arn(), READER.arn());
        assertThat(claims.preferred()).isEmpty();
    }

    @Test
    void theSameRoleTwiceWithTheSamePrecedenceIsPreferred() {
        assertThat(RoleClaims.of(Stream.of(ADMIN, ADMIN)).preferred()).contains(ADMIN.arn());
    }

    @Test
    void noPrecedenceIsTheLast() {
        HeldRole unranked = new HeldRole(ADMIN.arn(), HeldRole.NO_PRECEDENCE);

        assertThat(RoleClaims.of(Stream.of(unranked, READER)).preferred()).contains(READER.arn());
        assertThat(RoleClaims.of(Stream.of(unranked)).preferred()).contains(ADMIN.arn());
    }

    @Test
    void nobodyHoldsNoRole() {
        assertThat(RoleClaims.of(Stream.of())).isEqualTo(new RoleClaims(List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "' 7 ', 7", "-1, 9223372036854775807", "first, 9223372036854775807", ", 9223372036854775807"})
    void aPrecedenceIsAWholeNumberFromZero(String attribute, long precedence) {
        assertThat(HeldRole.of(ADMIN.arn(), attribute)).contains(new HeldRole(ADMIN.arn(), precedence));
    }

    @Test
    void whatNamesNoRoleGivesNone() {
        assertThat(HeldRole.of(null, "1")).isEmpty();
        assertThat(HeldRole.of(" ", "1")).isEmpty();
    }
}
