package io.keypool.identitypool.keycloak;

import io.keypool.sts.keycloak.KeyComponents;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Makes signing keys of components, and fills a new component with a fresh key. */
public final class IdentityPoolKeyProviderFactory
        implements ComponentFactory<IdentityPoolKeyProvider, IdentityPoolKeyProvider> {

    static final String ID = "identity-pool-key";

    @Override
    public IdentityPoolKeyProvider create(KeycloakSession session, ComponentModel model) {
        return () -> KeyComponent.key(model);
    }

    /** Generates the key where there is none, as after an import of a partial export, which hides secrets. */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        if (!SigningKeys.ALGORITHMS.contains(KeyComponent.algorithm(model))) {
            throw new ComponentValidationException("The algorithm is one of RS256 and ES256");
        }
        if (KeyComponent.isEmpty(model)) {
            KeyComponent.fill(model);
        }
        if (!KeyComponent.holdsKeyPair(model)) {
            throw new ComponentValidationException("The private and the public key do not belong together");
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return KeyComponents.properties()
                .property()
                .name(KeyComponent.ALGORITHM)
                .label("Algorithm")
                .helpText("The one algorithm that the key is used with")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(SigningKeys.ALGORITHMS)
                .defaultValue(SigningKeys.DEFAULT_ALGORITHM)
                .add()
                .property()
                .name(KeyComponent.PRIVATE_KEY)
                .label("Private key")
                .helpText("PKCS#8 in base64; made when left empty")
                .type(ProviderConfigProperty.PASSWORD)
                .secret(true)
                .add()
                .property()
                .name(KeyComponent.PUBLIC_KEY)
                .label("Public key")
                .helpText("X.509 SubjectPublicKeyInfo in base64; made when left empty")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(KeyComponent.KEY_ID)
                .label("Key id")
                .helpText("The kid of tokens; the component's id when left empty")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "A key that signs the OpenID tokens of identity pools";
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
