package io.keypool.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentity.model.NotAuthorizedException;

/** What becomes of logins when an administrator takes their identity provider away. Source: docs/security.md. */
@ExtendWith(KeypoolExtension.class)
final class IdentityProviderRemovalIT {

    private final OwnRealm realm;
    private final OpenIdStub idp = new OpenIdStub();
    private final String pool;

    IdentityProviderRemovalIT(Keypool keypool) {
        this.realm = OwnRealm.create(keypool);
        realm.addBroker("idp", idp.broker());
        this.pool = realm.addPool(List.of(idp.arn()));
    }

    @AfterEach
    void close() {
        idp.close();
        realm.close();
    }

    @Test
    void itsLoginsAreRefused() {
        realm.identity(pool, logins());

        realm.deleteBroker("idp");

        assertThatThrownBy(() -> realm.identity(pool, logins()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Token is not from a supported provider of this identity pool.");
    }

    @Test
    void itsLoginsAreForgotten() {
        String identity = realm.identity(pool, logins());

        realm.deleteBroker("idp");
        realm.addBroker("idp", idp.broker());

        assertThat(realm.identity(pool, logins())).isNotEqualTo(identity);
    }

    @Test
    void underAnotherAliasNothingIsLost() {
        String identity = realm.identity(pool, logins());

        realm.addBroker("renamed", idp.broker());
        realm.deleteBroker("idp");

        assertThat(realm.identity(pool, logins())).isEqualTo(identity);
    }

    private Map<String, String> logins() {
        return idp.logins(idp.idToken("s-1"));
    }
}
