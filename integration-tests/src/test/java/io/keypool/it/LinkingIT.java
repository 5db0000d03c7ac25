package io.keypool.it;

import static io.keypool.it.NotAuthorized.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentity.model.ResourceConflictException;

/**
 * One person is one identity, whichever way they come.
 *
 * <p>Source: contract §1.5 and §1.11 (Amazon Cognito Developer Guide, "Switching unauthenticated users to authenticated
 * users" and "Identity pools authentication flow"); texts of §1.4.
 */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class LinkingIT {

    private final Keypool keypool;
    private final DemoPool pool;

    LinkingIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
    }

    @Test
    void theSamePersonIsTheSameIdentityWithAnyToken() {
        String first = pool.identity(login("demo", "alice"));

        assertThat(pool.identity(PasswordLogin.fresh(keypool, "demo", "alice").logins()))
                .isEqualTo(first);
        assertThat(pool.identity(first, login("demo", "alice"))).isEqualTo(first);
        assertThat(pool.identity(login("demo", "dave"))).isNotEqualTo(first);
    }

    @Test
    void theSameNameAtAnotherProviderIsAnotherPerson() {
        assertThat(pool.identity(login("social", "bob"))).isNotEqualTo(pool.identity(login("social2", "bob")));
    }

    @Test
    void anIdentityIsOfOnePool() {
        try (DemoPool other = DemoPool.create(keypool)) {
            assertThat(other.identity(login("social", "bob"))).isNotEqualTo(pool.identity(login("social", "bob")));
        }
    }

    @Test
    void severalLoginsInOneCallAreOnePerson() {
        String both = pool.identity(both(login("demo", "alice"), login("social", "bob")));

        assertThat(pool.identity(login("demo", "alice"))).isEqualTo(both);
        assertThat(pool.identity(login("social", "bob"))).isEqualTo(both);
    }

    @Test
    void aNewLoginIsLinkedToThePersonWhoBringsAKnownOneToo() {
        String alice = pool.identity(login("demo", "alice"));

        assertThat(pool.identity(both(login("demo", "alice"), login("social2", "erin"))))
                .isEqualTo(alice);
        assertThat(pool.identity(login("social2", "erin"))).isEqualTo(alice);
    }

    @Test
    void aGuestWhoSignsInKeepsTheIdentity() {
        String guest = pool.guest();

        assertThat(pool.identity(guest, login("social", "bob"))).isEqualTo(guest);
        assertThat(pool.identity(login("social", "bob"))).isEqualTo(guest);
    }

    @Test
    void aGuestWhoSignsInIsNoGuestAnyMore() {
        String guest = pool.guest();
        pool.identity(guest, login("social", "bob"));

        assertRefused(() -> pool.identity(guest, Map.of()), "Access to Identity '" + guest + "' is forbidden.");
    }

    @Test
    void aGuestWhoSignsInAsSomebodyKnownBecomesThem() {
        String bob = pool.identity(login("social", "bob"));
        String guest = pool.guest();

        assertThat(pool.identity(guest, login("social", "bob"))).isEqualTo(bob);
    }

    @Test
    void theIdOfAMergedGuestLeadsItsOwnerOnAndNobodyElse() {
        String bob = pool.identity(login("social", "bob"));
        String guest = pool.guest();
        pool.identity(guest, login("social", "bob"));

        assertThat(pool.identity(guest, login("social", "bob"))).isEqualTo(bob);
        String forbidden = "Access to Identity '" + guest + "' is forbidden.";
        assertRefused(() -> pool.identity(guest, Map.of()), forbidden);
        assertRefused(() -> pool.identity(guest, login("social", "carol")), forbidden);
    }

    @Test
    void ofTwoWhoTurnOutToBeOneTheOlderLivesOn() {
        String older = pool.identity(login("social2", "erin"));
        String younger = pool.identity(login("social", "bob"));

        String merged = pool.identity(younger, both(login("social", "bob"), login("social2", "erin")));

        assertThat(merged).isEqualTo(older);
        assertThat(pool.identity(login("social", "bob"))).isEqualTo(older);
        assertThat(pool.identity(login("social2", "erin"))).isEqualTo(older);
        assertThat(pool.identity(younger, login("social", "bob"))).isEqualTo(older);
    }

    @Test
    void threeBecomeOneStepByStep() {
        String first = pool.identity(login("demo", "alice"));
        String second = pool.identity(login("social", "bob"));
        String third = pool.identity(login("social2", "erin"));
        pool.identity(third, both(login("social2", "erin"), login("social", "bob")));

        assertThat(pool.identity(second, both(login("social", "bob"), login("demo", "alice"))))
                .isEqualTo(first);
        assertThat(pool.identity(third, login("social2", "erin")))
                .as("led on over two merges")
                .isEqualTo(first);
    }

    @Test
    void twoLoginsOfOneProviderAreAConflict() {
        String alice = pool.identity(both(login("demo", "alice"), login("social", "bob")));

        assertThatThrownBy(() -> pool.identity(alice, both(login("demo", "alice"), login("social", "carol"))))
                .isInstanceOf(ResourceConflictException.class);
        assertThat(pool.identity(login("social", "carol")))
                .as("nothing was written")
                .isNotEqualTo(alice);
    }

    @Test
    void identitiesThatContradictAreNotMerged() {
        String alice = pool.identity(both(login("demo", "alice"), login("social", "bob")));
        String erin = pool.identity(both(login("social2", "erin"), login("social", "carol")));

        assertThatThrownBy(() -> pool.identity(both(login("demo", "alice"), login("social2", "erin"))))
                .isInstanceOf(ResourceConflictException.class);
        assertThat(pool.identity(login("social", "bob"))).isEqualTo(alice);
        assertThat(pool.identity(login("social", "carol"))).isEqualTo(erin);
    }

    @Test
    void anAuthenticatedIdentityIsForWhoProvesOneOfItsLogins() {
        String bob = pool.identity(login("social", "bob"));

        assertRefused(
                () -> pool.identity(bob, login("social", "carol")),
                "Logins don't match. Please include at least one valid login for this identity or identity pool.");
        assertRefused(() -> pool.identity(bob, Map.of()), "Access to Identity '" + bob + "' is forbidden.");
    }

    @Test
    void oneLoginThatFailsFailsAll() {
        Map<String, String> logins = both(login("social2", "erin"), Map.of(provider("social"), "no token"));

        assertRefused(() -> pool.identity(logins), "Invalid login token. Not a valid OpenId Connect identity token.");
        String guest = pool.guest();
        assertThat(pool.identity(guest, login("social2", "erin")))
                .as("nobody had the login yet")
                .isEqualTo(guest);
    }

    @Test
    void aProviderThatThePoolDoesNotHaveIsRefused() {
        assertRefused(
                () -> pool.identity(
                        Map.of("idp.example.com", login("social", "bob").get(provider("social")))),
                "Token is not from a supported provider of this identity pool.");
    }

    @Test
    void aTokenOfAPoolIsNoLogin() {
        String token = pool.openIdToken(pool.guest(), Map.of());
        String message = "Invalid login token. Can't pass in a Cognito token.";

        assertRefused(() -> pool.identity(Map.of("cognito-identity.amazonaws.com", token)), message);
        assertRefused(() -> pool.identity(Map.of(provider("social"), token)), message);
        assertRefused(() -> pool.identity(Map.of(provider("demo"), token)), message);
    }

    @Test
    void aTokenOfAProviderIsNoTokenOfAPool() {
        String guest = pool.guest();
        String token = login("social", "bob").get(provider("social"));

        assertRefused(
                () -> pool.cognito()
                        .getCredentialsForIdentity(request ->
                                request.identityId(guest).logins(Map.of("cognito-identity.amazonaws.com", token))),
                "Invalid login token. Not a Cognito token.");
    }

    @Test
    void theDeveloperProviderIsNoPublicOne() {
        assertThatThrownBy(() -> pool.identity(Map.of("login.demo.backend", "user-1")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Please provide a valid public provider.");
    }

    @Test
    void whoSignsInNeedsNoGuests() {
        try (DemoPool closed = DemoPool.create(keypool, Map.of("allowUnauthenticatedIdentities", List.of("false")))) {
            String bob = closed.identity(login("social", "bob"));

            assertThat(closed.identity(bob, login("social", "bob"))).isEqualTo(bob);
            assertRefused(
                    () -> closed.identity(bob, Map.of()),
                    "Unauthenticated access is not supported for this identity pool.");
        }
    }

    private Map<String, String> login(String realm, String user) {
        return PasswordLogin.of(keypool, realm, user).logins();
    }

    private String provider(String realm) {
        return PasswordLogin.provider(keypool, realm);
    }

    private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
        Map<String, String> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
