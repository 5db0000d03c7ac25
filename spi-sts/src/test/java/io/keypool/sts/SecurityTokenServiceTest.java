package io.keypool.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keypool.aws.Arn;
import io.keypool.aws.AwsFault;
import io.keypool.aws.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What needs a clock of its own. Source: contract §4.2, §4.3 and AWS's pages of the actions. */
final class SecurityTokenServiceTest {

    private final StsFixture sts = new StsFixture();
    private final Arn role = sts.role("Guest", StsFixture.TRUSTS_THE_POOL);

    @Test
    void endsASessionWithTheSecondOfItsExpiration() {
        Credentials credentials = assume(Duration.ofMinutes(15)).credentials();
        assertThat(credentials.expiration()).isEqualTo(Instant.parse("2026-01-01T00:15:00Z"));

        sts.setNow("2026-01-01T00:14:59.999Z");
        assertThat(sts.caller(credentials).identity().arn())
                .hasToString("arn:aws:sts::000000000000:assumed-role/Guest/session");

        sts.setNow("2026-01-01T00:15:00Z");
        assertThatThrownBy(() -> sts.caller(credentials)).isInstanceOfSatisfying(AwsFault.class, fault -> {
            assertThat(fault.code()).isEqualTo("ExpiredToken");
            assertThat(fault.httpStatus()).isEqualTo(403);
        });
    }

    @Test
    void refusesADurationBeyondTheRolesMaximum() {
        assertThatThrownBy(() -> assume(Duration.ofSeconds(7201)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    @Test
    void tellsNoLimitToThoseWhoAreNotTrusted() {
        assertThatThrownBy(() ->
                        sts.service.assumeRole(StsFixture.identity("us-east-1:0ther"), request(Duration.ofHours(12))))
                .isInstanceOf(AwsFault.class)
                .hasMessage("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    @Test
    void forgetsTheSessionsOfARoleThatIsGone() {
        Credentials credentials = assume(Duration.ofHours(1)).credentials();

        sts.removeRole("Guest");
        refuses(() -> sts.caller(credentials), "InvalidClientTokenId");
    }

    @Test
    void endsSessionsOfARevokedIdentityPoolOrRole() {
        for (SessionOrigin origin : new SessionOrigin[] {
            new SessionOrigin(SessionOrigin.Kind.IDENTITY, "us-east-1:5ub"),
            new SessionOrigin(SessionOrigin.Kind.IDENTITY_POOL, StsFixture.POOL),
            new SessionOrigin(SessionOrigin.Kind.ROLE, "Guest")
        }) {
            StsFixture realm = new StsFixture();
            realm.role("Guest", StsFixture.TRUSTS_THE_POOL);
            Credentials credentials = realm.service
                    .assumeRole(StsFixture.identity(StsFixture.POOL), request(Duration.ofHours(1)))
                    .credentials();
            assertThat(realm.caller(credentials)).isNotNull();

            realm.revoke(origin);
            refuses(() -> realm.caller(credentials), "ExpiredToken");
        }
    }

    @Test
    void knowsUsersByTheirCurrentAndTheirRotatedSecret() {
        sts.user("backend");

        assertThat(sts.caller("backend").identity())
                .isEqualTo(
                        new CallerIdentity("AIDAbackend", StsFixture.ACCOUNT, Arn.user(StsFixture.ACCOUNT, "backend")));
        assertThat(sts.caller("backend", "rotated").identity().userId()).isEqualTo("AIDAbackend");
        refuses(() -> sts.caller("backend", "wrong"), "SignatureDoesNotMatch");
        refuses(() -> sts.caller("nobody", "secret-of-nobody"), "InvalidClientTokenId");
    }

    @Test
    void givesSessionTokensToUsersOnly() {
        sts.user("backend");

        Caller session = sts.caller(sts.service.getSessionToken(sts.caller("backend"), Duration.ofHours(36)));

        assertThat(session.identity().arn()).hasToString("arn:aws:iam::000000000000:user/backend");
        assertThatThrownBy(() -> sts.service.getSessionToken(session, Duration.ofHours(1)))
                .isInstanceOf(AwsFault.class)
                .hasMessage("Cannot call GetSessionToken with session credentials");
    }

    @Test
    void tellsTheAccountOfKeysThatItKnows() {
        sts.user("backend", """
                {"Statement":{"Effect":"Allow","Action":"sts:GetAccessKeyInfo","Resource":"*"}}""");
        sts.user("other");

        assertThat(sts.service.getAccessKeyInfo(sts.caller("backend"), "other")).isEqualTo(StsFixture.ACCOUNT);
        refuses(() -> sts.service.getAccessKeyInfo(sts.caller("backend"), "nobody"), "ValidationError");
        refuses(() -> sts.service.getAccessKeyInfo(sts.caller("other"), "backend"), "AccessDenied");
    }

    private AssumedRole assume(Duration duration) {
        return sts.service
                .assumeRoleWithWebIdentity(new AssumeRoleWithWebIdentityRequest(
                        request(duration), new Secret("a token"), Optional.empty()))
                .role();
    }

    private RoleRequest request(Duration duration) {
        return new RoleRequest(role, new RoleSessionName("session"), duration, SessionPolicies.NONE);
    }

    static void refuses(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }
}
