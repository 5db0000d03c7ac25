package io.keypool.it;

import static io.keypool.it.NotAuthorized.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * Which tokens of the realm are logins of its users.
 *
 * <p>Source: contract §1.4, §1.6 (ServerSideTokenCheck), §1.10; Cognito API reference, CognitoIdentityProvider.
 */
@ExtendWith(KeypoolExtension.class)
final class RealmUserLoginIT {

    private static final String NOT_AN_ID_TOKEN = "Invalid login token. Not a valid OpenId Connect identity token.";
    private static final String NOT_SUPPORTED = "Token is not from a supported provider of this identity pool.";
    private static final String NOT_ACTIVE = "Invalid login token. The session or user is not active.";

    private final Keypool keypool;
    private final RealmUser user;
    private final String realm;

    RealmUserLoginIT(Keypool keypool) {
        this.keypool = keypool;
        this.user = RealmUser.create(keypool, "demo");
        this.realm = PasswordLogin.provider(keypool, "demo");
    }

    @AfterEach
    void close() {
        user.close();
    }

    @Test
    void anAccessTokenIsNoLogin() {
        String accessToken = user.signIn().accessToken();
        String refreshToken = user.signIn().refreshToken();

        try (DemoPool pool = DemoPool.create(keypool)) {
            assertRefused(() -> pool.identity(Map.of(realm, accessToken)), NOT_AN_ID_TOKEN);
            assertThatThrownBy(() -> pool.identity(Map.of(realm, refreshToken)))
                    .isInstanceOf(NotAuthorizedException.class);
        }
    }

    @Test
    void aTokenForAnotherClientIsRefused() {
        try (DemoPool pool = DemoPool.create(keypool, clients("another-app", false))) {
            assertRefused(() -> pool.identity(user.logins()), NOT_SUPPORTED);
        }
    }

    @Test
    void aTokenOfAnotherRealmIsRefused() {
        String social = PasswordLogin.of(keypool, "social", "bob").idToken();

        try (DemoPool pool = DemoPool.create(keypool)) {
            assertRefused(
                    () -> pool.identity(Map.of(realm, social)),
                    "Invalid login token. Issuer doesn't match providerName");
        }
    }

    @Test
    void withoutTheCheckATokenLastsLongerThanItsSession() {
        try (DemoPool pool = DemoPool.create(keypool)) {
            Map<String, String> logins = user.logins();
            String identity = pool.identity(logins);

            user.logOut();

            assertThat(pool.identity(logins)).isEqualTo(identity);
        }
    }

    @Test
    void withTheCheckATokenEndsWithItsSession() {
        try (DemoPool pool = DemoPool.create(keypool, clients("demo-app", true))) {
            Map<String, String> logins = user.logins();
            pool.identity(logins);

            user.logOut();

            assertRefused(() -> pool.identity(logins), NOT_ACTIVE);
        }
    }

    @Test
    void withTheCheckADisabledUserIsRefused() {
        try (DemoPool pool = DemoPool.create(keypool, clients("demo-app", true))) {
            Map<String, String> logins = user.logins();
            pool.identity(logins);

            user.disable();

            assertRefused(() -> pool.identity(logins), NOT_ACTIVE);
        }
    }

    @Test
    void theTokenOfAUserWhoIsGoneIsRefused() {
        try (DemoPool pool = DemoPool.create(keypool)) {
            Map<String, String> logins = user.logins();

            user.delete();

            assertRefused(() -> pool.identity(logins), NOT_ACTIVE);
        }
    }

    private Map<String, List<String>> clients(String clientId, boolean check) {
        String json = "[{\"ProviderName\": \"" + realm + "\", \"ClientId\": \"" + clientId
                + "\", \"ServerSideTokenCheck\": " + check + "}]";
        return Map.of("cognitoIdentityProviders", List.of(json));
    }
}
