package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidIdentityPoolConfigurationException;

/**
 * What is presented as a token that a backend was given, and is none. The tenant's pool has no role for anybody: who is
 * told so was believed.
 *
 * <p>Source: reference/aws-contract.md §1.4 (texts), §1.11 step 3, §3 (claims); RFC 7519 §4.1.
 */
@ExtendWith({KeypoolExtension.class, TenantExtension.class})
final class HostileDeveloperTokenIT {

    private static final String POOL_KEY = "cognito-identity.amazonaws.com";
    private static final String NO_MATCH =
            "Logins don't match. Please include at least one valid login for this identity or identity pool.";
    private static final String NOT_OURS = "Invalid login token. Not a Cognito token.";

    private final Tenant tenant;
    private final String ann;

    HostileDeveloperTokenIT(Tenant tenant) {
        this.tenant = tenant;
        this.ann = tenant.backend().identity("ann");
    }

    @Test
    void believesTheTokenThatTheHostileOnesAreMadeFrom() {
        assertBelieved(ann, tenant.sign(claims().build()));
        assertBelieved(ann, tenant.backend().token("ann").token());
    }

    @Test
    void refusesATokenOfAnotherKey() {
        JWSHeader header = tenant.header().build();

        assertRefused(
                ann,
                Tenant.sign(header, claims().build(), OpenIdStub.newKey()),
                "Invalid login token. Couldn't verify signed token.");
        assertRefused(
                ann,
                Tenant.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("unknown")
                                .build(),
                        claims().build(),
                        OpenIdStub.newKey()),
                "Invalid login token. Couldn't verify signed token.");
    }

    @Test
    void refusesATokenThatNobodySigned() {
        String unsigned = new PlainJWT(claims().build()).serialize();
        String signed = tenant.sign(claims().build());

        assertThat(message(ann, unsigned)).startsWith("Invalid login token. ");
        assertThat(message(ann, signed.substring(0, signed.lastIndexOf('.') + 1)))
                .startsWith("Invalid login token. ");
    }

    @Test
    void refusesAnEndedTokenWithoutGrace() {
        Instant now = Instant.now();
        String ended = tenant.sign(claims().issueTime(Date.from(now.minusSeconds(900)))
                .expirationTime(Date.from(now.minusSeconds(1)))
                .build());

        assertThat(message(ann, ended)).matches("Invalid login token\\. Token expired: \\d+ >= \\d+");
    }

    @Test
    void refusesATokenThatNeverEnds() {
        assertRefused(
                ann,
                tenant.sign(claims().expirationTime(null).build()),
                "Invalid login token. Missing a required claim: exp");
    }

    @Test
    void refusesATokenOfAnotherPool() {
        String other = tenant.backendOfOther().token("ann").token();

        assertRefused(ann, other, "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertRefused(ann, tenant.sign(claims().issuer(tenant.realmUrl()).build()), NOT_OURS);
        assertRefused(
                ann,
                tenant.sign(claims().issuer("https://cognito-identity.amazonaws.com")
                        .build()),
                NOT_OURS);
        assertRefused(ann, "ann", NOT_OURS);
    }

    @Test
    void aGuestsTokenMakesNobodyAuthenticated() {
        String guest = tenant.cognito()
                .getId(request -> request.identityPoolId(tenant.poolId()))
                .identityId();
        String token = tenant.cognito()
                .getOpenIdToken(request -> request.identityId(guest))
                .token();

        assertRefused(guest, token, NO_MATCH);
        assertRefused(ann, token, NO_MATCH);
        assertThat(tenant.cognito()
                        .getOpenIdToken(request -> request.identityId(guest))
                        .identityId())
                .as("a guest still")
                .isEqualTo(guest);
    }

    @Test
    void aTokenThatNoBackendWasGivenIsNoLogin() {
        for (List<String> amr : List.of(
                List.of("authenticated"),
                List.of("authenticated", "idp.example.com", "idp.example.com:ann"),
                List.of("authenticated", Tenant.DEVELOPER_PROVIDER),
                List.of("authenticated", Tenant.DEVELOPER_PROVIDER, user(tenant.otherPoolId(), "ann")),
                List.of("authenticated", "login.other", "login.other:" + tenant.poolId() + ":ann"))) {
            assertRefused(ann, tenant.sign(claims().claim("amr", amr).build()), NO_MATCH);
        }
    }

    @Test
    void aTokenIsForItsIdentityAndItsUserOnly() {
        String ben = tenant.backend().identity("ben");

        assertRefused(ben, tenant.sign(claims().build()), NO_MATCH);
        assertRefused(ben, tenant.sign(claims().subject(ben).build()), NO_MATCH);
        assertRefused(ann, tenant.sign(claims().subject(ben).build()), NO_MATCH);
    }

    @Test
    void aUserWhoMovedOnDoesNotFollowAnOldToken() {
        String old = tenant.backend().identity("mover");
        String token = tenant.backend().token("mover").token();
        tenant.backend().unlink("mover", old);
        String now = tenant.backend().identity("mover");

        assertThat(now).isNotEqualTo(old);
        assertRefused(old, token, NO_MATCH);
        assertRefused(now, token, NO_MATCH);
    }

    private JWTClaimsSet.Builder claims() {
        return tenant.claims()
                .subject(ann)
                .claim("amr", List.of("authenticated", Tenant.DEVELOPER_PROVIDER, user(tenant.poolId(), "ann")));
    }

    private static String user(String poolId, String identifier) {
        return Tenant.DEVELOPER_PROVIDER + ":" + poolId + ":" + identifier;
    }

    private void assertBelieved(String identity, String token) {
        assertThatThrownBy(() -> credentials(identity, token))
                .isInstanceOf(InvalidIdentityPoolConfigurationException.class);
    }

    private void assertRefused(String identity, String token, String message) {
        assertThat(message(identity, token)).isEqualTo(message);
    }

    private String message(String identity, String token) {
        return NotAuthorized.message(() -> credentials(identity, token));
    }

    private void credentials(String identity, String token) {
        tenant.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(Map.of(POOL_KEY, token)));
    }
}
