package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * AssumeRoleWithWebIdentity with ID tokens of the realm itself.
 *
 * <p>Source: reference/aws-contract.md §4.2 and §6.5, as for any OpenID provider. Which tokens are taken, and how long,
 * is ours: docs/security.md.
 */
@ExtendWith(KeypoolExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssumeRoleWithRealmTokenIT {

    /** What {@link PasswordLogin} signs in with in other realms than {@code demo}. */
    private static final String CLIENT = "demo-broker";

    private static final String REVOKED = "The session or user is not active.";

    private final Keypool keypool;
    private final OwnRealm realm;
    private final FederatedRole roles;
    private final String issuer;
    private final String provider;
    private String role = "";

    AssumeRoleWithRealmTokenIT(Keypool keypool) {
        this.keypool = keypool;
        this.realm = OwnRealm.create(keypool);
        this.roles = new FederatedRole(keypool, realm);
        this.issuer = PasswordLogin.provider(keypool, realm.name());
        this.provider = "arn:aws:iam::000000000000:oidc-provider/" + issuer;
    }

    @BeforeAll
    void setUp() {
        KeycloakSamlIdp.addRsaKey(realm, "rsa-generated", "RS256");
        realm.addClient(CLIENT);
        role = roles.trusting(provider, "{\"StringEquals\": {\"" + issuer + ":aud\": \"" + CLIENT + "\"}}");
    }

    @AfterAll
    void close() {
        roles.close();
        realm.close();
    }

    @Test
    void theRealmIsAProviderOfItsOwnUsers() {
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            AssumeRoleWithWebIdentityResponse answer =
                    roles.assume(role, user.signIn().idToken());

            assertThat(answer.provider()).isEqualTo(provider);
            assertThat(answer.audience()).isEqualTo(CLIENT);
            assertThat(answer.subjectFromWebIdentityToken()).isEqualTo(user.id());
        }
    }

    @Test
    void atTheHostRootTheTokenLeadsToItsRealm() {
        try (RealmUser user = RealmUser.create(keypool, realm.name());
                StsClient root = keypool.sts()) {
            String token = user.signIn().idToken();

            assertThat(root.assumeRoleWithWebIdentity(request -> request.roleArn(role)
                                    .roleSessionName("a-session")
                                    .webIdentityToken(token))
                            .provider())
                    .isEqualTo(provider);
        }
    }

    @Test
    void accessAndRefreshTokensAreNoIdTokens() {
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            RealmTokens login = user.signIn();

            roles.assertRefused(
                    role, login.accessToken(), "InvalidIdentityToken", "The ID Token provided is not a valid JWT.");
            roles.assertRefused(
                    role, login.refreshToken(), "InvalidIdentityToken", "The ID Token provided is not a valid JWT.");
        }
    }

    @Test
    void aTokenEndsWithItsSession() {
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            String token = user.signIn().idToken();
            roles.assume(role, token);

            user.logOut();

            roles.assertRefused(role, token, "IDPRejectedClaim", REVOKED);
        }
    }

    @Test
    void theTokenOfAUserWhoIsDisabledOrGoneIsRefused() {
        try (RealmUser user = RealmUser.create(keypool, realm.name())) {
            String token = user.signIn().idToken();

            user.disable();
            roles.assertRefused(role, token, "IDPRejectedClaim", REVOKED);

            user.delete();
            roles.assertRefused(role, token, "IDPRejectedClaim", REVOKED);
        }
    }

    @Test
    void theTokenOfAClientThatIsDisabledIsRefused() {
        try (OwnRealm own = OwnRealm.create(keypool);
                FederatedRole there = new FederatedRole(keypool, own)) {
            KeycloakSamlIdp.addRsaKey(own, "rsa-generated", "RS256");
            own.addClient(CLIENT);
            String name = PasswordLogin.provider(keypool, own.name());
            String trusting = there.trusting(
                    "arn:aws:iam::000000000000:oidc-provider/" + name,
                    "{\"StringEquals\": {\"" + name + ":aud\": \"" + CLIENT + "\"}}");
            String token = RealmUser.create(keypool, own.name()).signIn().idToken();
            there.assume(trusting, token);
            String id = Admin.parse(keypool.admin()
                            .get("/" + own.name() + "/clients?clientId=" + CLIENT)
                            .body())
                    .get(0)
                    .path("id")
                    .textValue();

            own.updateClient(id, Map.of("enabled", false));

            there.assertRefused(trusting, token, "InvalidIdentityToken", "Incorrect token audience");
        }
    }

    /** Source: docs/adr/0016-roles-name-the-client-of-realm-tokens.md. */
    @Test
    void aRoleMustNameTheClient() {
        String open = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Federated": "%s"},
                 "Action": "sts:AssumeRoleWithWebIdentity"}}""".formatted(provider);

        assertThat(realm.tryToAddRole("open", Map.of("trustPolicy", open)).body())
                .contains("every client of the realm is trusted");
    }

    @Test
    void theTokenOfAnotherRealmIsRefused() {
        RealmTokens bob = PasswordLogin.of(keypool, "social", "bob");

        roles.assertRefused(
                role,
                bob.idToken(),
                "InvalidIdentityToken",
                "No OpenIDConnect provider found in your account for " + keypool.url() + "/realms/social");
    }
}
