package io.keypool.sts.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.IdentityProviderModel;

/** Source: docs/adr/0010-providers-are-known-by-who-they-are.md. */
final class ProviderKeyTest {

    @Test
    void anOpenIdProviderIsKnownByItsIssuer() {
        assertThat(ProviderKey.of(openId("https://idp.example.com/a"))).contains("idp.example.com/a");
    }

    @Test
    void aSamlProviderIsKnownByItsEntityId() {
        assertThat(ProviderKey.of(model("saml", Map.of("idpEntityId", "https://idp.example.com"))))
                .contains("saml:https://idp.example.com");
    }

    /** Its logins would be those of the realm's own users, of a SAML provider, or of a backend. */
    @ParameterizedTest
    @ValueSource(
            strings = {"realm", "https://realm", " realm ", "saml:idp", "https://saml:idp", "https://developer:own"})
    void anIssuerThatIsNamedLikeAnotherKindOfProviderIsNotKnown(String issuer) {
        assertThat(ProviderKey.of(openId(issuer))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://realm.example.com", "https://realm/", "https://saml.example.com", "https://saml"})
    void anIssuerThatOnlyLooksLikeItIsKnown(String issuer) {
        assertThat(ProviderKey.of(openId(issuer))).contains(issuer.substring("https://".length()));
    }

    private static IdentityProviderModel openId(String issuer) {
        return model("oidc", Map.of("issuer", issuer));
    }

    private static IdentityProviderModel model(String kind, Map<String, String> config) {
        IdentityProviderModel model = new IdentityProviderModel();
        model.setProviderId(kind);
        model.setConfig(config);
        return model;
    }
}
