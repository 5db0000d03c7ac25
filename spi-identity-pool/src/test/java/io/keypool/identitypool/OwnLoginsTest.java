package io.keypool.identitypool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What of a user's identities is the user's to change. Source: docs/admin-rest.md, "What users see and do themselves".
 */
final class OwnLoginsTest {

    private static final LoginKey SELF = new LoginKey("realm", "r-1");
    private static final LoginKey SOMEBODY = new LoginKey("realm", "r-2");
    private static final LoginKey LINKED = new LoginKey("google", "g-1");
    private static final LoginKey OTHER_GOOGLE = new LoginKey("google", "g-2");
    private static final LoginKey SAML = new LoginKey("saml:x", "s-1");

    private final OwnLogins own = new OwnLogins(Set.of(SELF, LINKED));

    @Test
    void anIdentityIsTheUsersByAnyLoginThatKeycloakKnows() {
        assertThat(own.areAmong(Set.of(SELF, SAML))).isTrue();
        assertThat(own.areAmong(Set.of(LINKED))).isTrue();
        assertThat(own.areAmong(Set.of(SOMEBODY, OTHER_GOOGLE, SAML))).isFalse();
        assertThat(own.areAmong(Set.of())).isFalse();
    }

    @Test
    void whatKeycloakLinksStays() {
        assertThat(own.fixed("google", Set.of(SELF, LINKED))).contains(FixedLogin.LINKED_ACCOUNT);
        assertThat(own.fixed("google", Set.of(SELF, OTHER_GOOGLE))).isEmpty();
        assertThat(own.fixed("saml:x", Set.of(SELF, SAML))).isEmpty();
    }

    /** Also somebody else's, with whom the user shares an identity. */
    @Test
    void aUserOfTheRealmStays() {
        assertThat(own.fixed("realm", Set.of(SELF))).contains(FixedLogin.REALM_USER);
        assertThat(own.fixed("realm", Set.of(SOMEBODY, LINKED))).contains(FixedLogin.REALM_USER);
    }
}
