package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/**
 * A user of the realm and the person whom a broker of the realm knows are one, as soon as Keycloak says so.
 *
 * <p>Source: docs/security.md, "Users of the realm"; Keycloak Server Administration Guide, "Integrating identity
 * providers".
 */
@ExtendWith({KeypoolExtension.class, DemoPoolExtension.class})
final class BrokerLinkIT {

    private final Keypool keypool;
    private final DemoPool pool;
    private final RealmUser here;
    private final RealmUser there;

    BrokerLinkIT(Keypool keypool, DemoPool pool) {
        this.keypool = keypool;
        this.pool = pool;
        this.here = RealmUser.create(keypool, "demo");
        this.there = RealmUser.create(keypool, "social");
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void whoCameWithTheProvidersTokenIsRecognisedAsUserOfTheRealm() {
        String identity = pool.identity(there.logins());
        here.linkTo("social", there);

        assertThat(pool.identity(here.logins())).isEqualTo(identity);
    }

    @Test
    void whoCameAsUserOfTheRealmIsRecognisedByTheProvidersToken() {
        here.linkTo("social", there);
        String identity = pool.identity(here.logins());

        assertThat(pool.identity(there.logins())).isEqualTo(identity);
    }

    @Test
    void linkingInKeycloakLinksAnIdentityThatIsKnown() {
        String identity = pool.identity(here.logins());

        here.linkTo("social", there);

        assertThat(pool.identity(there.logins())).isEqualTo(identity);
    }

    @Test
    void linkingInKeycloakMergesTwoWhoWereKnown() {
        String older = pool.identity(there.logins());
        String younger = pool.identity(here.logins());

        here.linkTo("social", there);

        assertThat(pool.identity(there.logins())).isEqualTo(older);
        assertThat(pool.identity(younger, here.logins())).isEqualTo(older);
    }

    @Test
    void linkingInKeycloakMakesNobodyKnown() {
        here.linkTo("social", there);
        here.unlinkFrom("social");

        assertThat(pool.identity(there.logins())).isNotEqualTo(pool.identity(here.logins()));
    }

    @Test
    void unlinkingInKeycloakUnlinks() {
        here.linkTo("social", there);
        String identity = pool.identity(here.logins());

        here.unlinkFrom("social");

        assertThat(pool.identity(here.logins())).isEqualTo(identity);
        assertThat(pool.identity(there.logins())).isNotEqualTo(identity);
    }

    @Test
    void aLinkThatContradictsIsLeftOut() {
        try (RealmUser second = RealmUser.create(keypool, "social")) {
            Map<String, String> both = new HashMap<>(here.logins());
            both.putAll(second.logins());
            String identity = pool.identity(both);

            here.linkTo("social", there);

            assertThat(pool.identity(here.logins())).isEqualTo(identity);
            assertThat(pool.identity(second.logins())).isEqualTo(identity);
            assertThat(pool.identity(there.logins())).isNotEqualTo(identity);
        }
    }

    @Test
    void removingTheUserRemovesTheIdentityThatOnlyTheyHad() {
        here.linkTo("social", there);
        RealmTokens signedIn = here.signIn();
        String identity = pool.identity(signedIn.logins());

        here.delete();

        assertThatThrownBy(() -> pool.identity(signedIn.logins()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Invalid login token.");
        assertThat(pool.identity(there.logins())).isNotEqualTo(identity);
    }

    @Test
    void removingTheUserLeavesOthersLogins() {
        try (RealmUser second = RealmUser.create(keypool, "social2")) {
            Map<String, String> both = new HashMap<>(here.logins());
            both.putAll(second.logins());
            String identity = pool.identity(both);

            here.delete();

            assertThat(pool.identity(second.logins())).isEqualTo(identity);
        }
    }
}
