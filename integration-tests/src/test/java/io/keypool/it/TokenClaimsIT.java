package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens with a good signature that are not good for this call, at both addresses of STS.
 *
 * <p>Source: reference/aws-contract.md §3 (claims and their types), §4.2 (codes, statuses, texts; sub and aud in the
 * answer); RFC 7519 §4.1 and §7.2 for what each claim means.
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
final class TokenClaimsIT {

    private static final String AUDIENCE = "Incorrect token audience";

    private final Keypool keypool;
    private final Tenant tenant;

    TokenClaimsIT(Keypool keypool, Tenant tenant) {
        this.keypool = keypool;
        this.tenant = tenant;
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheClaimsThatTheOthersAreMadeFrom(StsDoor door) {
        WireAnswer answer = send(door, claims -> claims);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnExpiredToken(StsDoor door) {
        for (long seconds : List.of(0L, 1L, 600L, 86_400L)) {
            Instant expiry = Instant.now().minusSeconds(seconds);
            Refusal refusal = Refusal.ofSts(send(
                    door,
                    claims -> claims.issueTime(Date.from(expiry.minusSeconds(600)))
                            .expirationTime(Date.from(expiry))));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isEqualTo("ExpiredTokenException");
            assertThat(refusal.message())
                    .matches("Token expired: current date/time \\d+ must be before the expiration date/time "
                            + expiry.getEpochSecond());
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutExpiry(StsDoor door) {
        assertInvalid(send(door, claims -> claims.expirationTime(null)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutIssueTime(StsDoor door) {
        assertInvalid(send(door, claims -> claims.issueTime(null)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenFromTheFuture(StsDoor door) {
        Date later = Date.from(Instant.now().plusSeconds(3600));
        Date latest = Date.from(Instant.now().plusSeconds(7200));

        assertInvalid(send(door, claims -> claims.issueTime(later).expirationTime(latest)));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenThatIsNotYetValid(StsDoor door) {
        Date later = Date.from(Instant.now().plusSeconds(3600));
        Date latest = Date.from(Instant.now().plusSeconds(7200));

        assertInvalid(send(door, claims -> claims.notBeforeTime(later).expirationTime(latest)));
    }

    @ParameterizedTest
    @MethodSource
    void refusesATimeThatIsNone(String claim, Object value) {
        for (StsDoor door : StsDoor.values()) {
            Refusal refusal = Refusal.ofSts(send(door, claims -> claims.claim(claim, value)));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isIn("InvalidIdentityToken", "ExpiredTokenException");
        }
    }

    static Stream<Arguments> refusesATimeThatIsNone() {
        return Stream.of("exp", "iat", "nbf")
                .flatMap(claim -> Stream.of("tomorrow", true, List.of(), Map.of(), Long.MAX_VALUE, 1e300)
                        .map(value -> Arguments.of(claim, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat"})
    void refusesATimeBeforeAllTime(String claim) {
        for (StsDoor door : StsDoor.values()) {
            Refusal refusal = Refusal.ofSts(send(door, claims -> claims.claim(claim, Long.MIN_VALUE)));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.code()).isIn("InvalidIdentityToken", "ExpiredTokenException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenForNobody(StsDoor door) {
        assertMessage(AUDIENCE, send(door, claims -> claims.audience((String) null)));
        assertMessage(AUDIENCE, send(door, claims -> claims.audience("")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenForAPoolThatNobodyKnows(StsDoor door) {
        for (String audience : List.of(
                "us-east-1:00000000-0000-4000-8000-00000000dead",
                Keypool.POOL_ID,
                tenant.poolId().replace("us-east-1", "eu-west-1"),
                tenant.poolId() + " ",
                "us-east-1:" + tenant.key().getKeyID(),
                "sts.amazonaws.com",
                "*")) {
            assertMessage(AUDIENCE, send(door, claims -> claims.audience(audience)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenForSeveralAudiences(StsDoor door) {
        assertMessage(AUDIENCE, send(door, claims -> claims.audience(List.of(tenant.poolId(), tenant.otherPoolId()))));
        assertMessage(AUDIENCE, send(door, claims -> claims.audience(List.of(tenant.poolId(), "other"))));
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenAboutNobody(StsDoor door) {
        assertInvalid(send(door, claims -> claims.subject(null)));
        assertInvalid(send(door, claims -> claims.subject("")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesAuthenticationMethodsThatAreNoTexts(StsDoor door) {
        for (Object amr : List.of(
                List.of(1),
                List.of(List.of("unauthenticated")),
                List.of(Map.of("a", "unauthenticated")),
                Map.of("unauthenticated", true))) {
            Refusal refusal = Refusal.ofSts(send(door, claims -> claims.claim("amr", amr)));

            assertThat(refusal.status()).as("%s", amr).isIn(400, 403);
            assertThat(refusal.code()).isIn("InvalidIdentityToken", "AccessDenied");
        }
    }

    private static Refusal assertInvalid(WireAnswer answer) {
        return Refusal.ofSts(answer).expect(400, "InvalidIdentityToken");
    }

    private static void assertMessage(String message, WireAnswer answer) {
        assertThat(assertInvalid(answer).message()).isEqualTo(message);
    }

    private WireAnswer send(StsDoor door, UnaryOperator<JWTClaimsSet.Builder> change) {
        String token = tenant.sign(change.apply(tenant.claims()).build());
        return door.assumeRole(keypool.url(), tenant.realm(), tenant.roleArn(), token);
    }
}
