package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Good tokens of somebody else: of another pool, of another realm, of Keycloak itself.
 *
 * <p>Source: reference/aws-contract.md §4.2 (unknown issuer: InvalidIdentityToken and its text; trust policy says no or
 * the role is missing: AccessDenied, 403, one text for both); RFC 7519 §4.1.1 (iss is compared exactly).
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
final class ForeignTokenIT {

    private static final String NO_ISSUER = "No OpenIDConnect provider found in your account for ";

    private final Keypool keypool;
    private final Tenant tenant;

    ForeignTokenIT(Keypool keypool, Tenant tenant) {
        this.keypool = keypool;
        this.tenant = tenant;
    }

    @ParameterizedTest
    @EnumSource
    void refusesAnIssuerThatIsNotTheRealmsPools(StsDoor door) {
        for (String issuer : List.of(
                tenant.issuer() + "/",
                tenant.issuer().replace("http://", "https://"),
                tenant.issuer().replace("localhost", "LOCALHOST"),
                "http://attacker.example/realms/" + tenant.realm() + "/identity-pool",
                keypool.url() + "/realms/" + tenant.realm() + "/../" + tenant.realm() + "/identity-pool",
                "https://cognito-identity.amazonaws.com",
                "<b>&\"'")) {
            assertMessage(NO_ISSUER + issuer, send(door, claims -> claims.issuer(issuer)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesATokenWithoutAnIssuer(StsDoor door) {
        assertInvalid(send(door, claims -> claims.issuer(null)));
        assertInvalid(send(door, claims -> claims.issuer("")));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheTokenOfAnotherPoolToARoleThatTrustsOne(StsDoor door) {
        assertDenied(send(door, claims -> claims.audience(tenant.otherPoolId())));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheTokenOfAnAuthenticatedOneToARoleThatTrustsGuests(StsDoor door) {
        assertDenied(send(door, claims -> claims.claim("amr", List.of("authenticated"))));
        assertDenied(send(door, claims -> claims.claim("amr", List.of())));
        assertDenied(send(door, claims -> claims.claim("amr", null)));
    }

    @Test
    void refusesTheTokenOfAnotherRealm() {
        String token = tenant.sign(tenant.claims().build());
        WireAnswer answer = StsDoor.REALM.assumeRole(keypool.url(), "demo", Keypool.GUEST_ROLE, token);

        assertMessage(NO_ISSUER + tenant.issuer(), answer);
    }

    /** At the host root the token itself leads to its realm, where the other realm's role does not exist. */
    @Test
    void refusesTheRoleOfAnotherRealmAtTheHostRoot() {
        String token = tenant.sign(tenant.claims().build());

        assertDenied(StsDoor.HOST_ROOT.assumeRole(keypool.url(), "demo", Keypool.GUEST_ROLE, token));
    }

    /** One realm's key does not make another realm's tokens, whatever the token says about itself. */
    @ParameterizedTest
    @EnumSource
    void refusesATokenForAnotherRealmSignedWithItsOwnKey(StsDoor door) {
        String token = tenant.sign(tenant.claims()
                .issuer(keypool.identityPool("demo").toString())
                .audience(Keypool.POOL_ID)
                .build());

        assertInvalid(door.assumeRole(keypool.url(), "demo", Keypool.GUEST_ROLE, token));
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheRealmsOwnTokensToARoleThatTrustsThePool(StsDoor door) {
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");

        assertDenied(door.assumeRole(keypool.url(), "demo", Keypool.GUEST_ROLE, alice.idToken()));
        for (String token : List.of(alice.accessToken(), alice.refreshToken())) {
            assertInvalid(door.assumeRole(keypool.url(), "demo", Keypool.GUEST_ROLE, token));
        }
    }

    private static Refusal assertInvalid(WireAnswer answer) {
        return Refusal.ofSts(answer).expect(400, "InvalidIdentityToken");
    }

    private static void assertMessage(String message, WireAnswer answer) {
        assertThat(assertInvalid(answer).message()).isEqualTo(message);
    }

    private static void assertDenied(WireAnswer answer) {
        assertThat(Refusal.ofSts(answer).expect(403, "AccessDenied").message())
                .isEqualTo("Not authorized to perform sts:AssumeRoleWithWebIdentity");
    }

    private WireAnswer send(StsDoor door, UnaryOperator<JWTClaimsSet.Builder> change) {
        String token = tenant.sign(change.apply(tenant.claims()).build());
        return door.assumeRole(keypool.url(), tenant.realm(), tenant.roleArn(), token);
    }
}
