package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sts.StsClient;

/** How a token says who vouched for its bearer in this call. Source: contract §3, rows "amr". */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class LoginAmrIT {

    private final Keypool keypool;
    private final DemoPool pool;

    LoginAmrIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
    }

    @Test
    void anOpenIdProviderIsNamedWithItsArnAndSubject() {
        RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");

        assertThat(amr(bob.logins()))
                .containsExactly(
                        "authenticated",
                        bob.provider(),
                        DemoPool.openIdArn(keypool, "social") + ":OIDC:" + bob.subject());
    }

    @Test
    void theRealmIsNamedAsAUserPoolIs() {
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");

        assertThat(amr(alice.logins()))
                .containsExactly(
                        "authenticated", alice.provider(), alice.provider() + ":CognitoSignIn:" + alice.subject());
    }

    @Test
    void onlyTheProvidersOfTheCallAreNamed() {
        RealmTokens alice = PasswordLogin.of(keypool, "demo", "alice");
        RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");
        Map<String, String> both = new HashMap<>(alice.logins());
        both.putAll(bob.logins());

        assertThat(amr(both)).contains("authenticated", alice.provider(), bob.provider());
        assertThat(amr(bob.logins())).contains(bob.provider()).doesNotContain(alice.provider());
    }

    @Test
    void theBrokerIsNamedThatWasUsedInTheSession() {
        try (RealmUser bob = RealmUser.create(keypool, "social")) {
            RealmTokens viaBroker = BrowserLogin.throughBroker(keypool, "social", bob.name());
            Map<String, String> logins = viaBroker.logins();

            assertThat(amr(logins))
                    .containsExactly(
                            "authenticated",
                            viaBroker.provider(),
                            viaBroker.provider() + ":CognitoSignIn:" + viaBroker.subject(),
                            PasswordLogin.provider(keypool, "social"),
                            DemoPool.openIdArn(keypool, "social") + ":OIDC:" + bob.id());
            assertThat(pool.identity(bob.logins()))
                    .as("the first login through the broker linked the two")
                    .isEqualTo(pool.identity(logins));
            keypool.admin().delete("/demo/users/" + viaBroker.subject());
        }
    }

    @Test
    void aBrokerThatWasNotUsedInTheSessionIsNotNamed() {
        try (RealmUser here = RealmUser.create(keypool, "demo");
                RealmUser there = RealmUser.create(keypool, "social")) {
            here.linkTo("social", there);

            assertThat(amr(here.logins())).doesNotContain(PasswordLogin.provider(keypool, "social"));
        }
    }

    @Test
    void whoIsAuthenticatedGetsTheRoleForThem() {
        Map<String, String> logins =
                PasswordLogin.of(keypool, "social", "carol").logins();
        String identity = keypool.cognito()
                .getId(request -> request.identityPoolId(Keypool.POOL_ID).logins(logins))
                .identityId();

        var credentials = keypool.cognito()
                .getCredentialsForIdentity(
                        request -> request.identityId(identity).logins(logins))
                .credentials();

        try (StsClient sts = keypool.sts(credentials)) {
            assertThat(sts.getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::000000000000:assumed-role/DemoAuthenticated/CognitoIdentityCredentials");
        }
    }

    private List<String> amr(Map<String, String> logins) {
        String identity = pool.identity(logins);
        try {
            return SignedJWT.parse(pool.openIdToken(identity, logins))
                    .getJWTClaimsSet()
                    .getStringListClaim("amr");
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
