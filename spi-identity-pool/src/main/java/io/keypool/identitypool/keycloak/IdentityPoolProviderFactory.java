package io.keypool.identitypool.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Makes identity pools of components, and lets no component through that is no valid pool. */
public final class IdentityPoolProviderFactory implements ComponentFactory<IdentityPoolProvider, IdentityPoolProvider> {

    static final String ID = "identity-pool";

    @Override
    public IdentityPoolProvider create(KeycloakSession session, ComponentModel model) {
        String region = IdentityPoolsProvider.of(session).options().region();
        return () -> PoolComponent.pool(model, region);
    }

    /** @throws ComponentValidationException with the reason; called on create, update and import */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        PoolComponent.validate(model);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(PoolComponent.GUESTS)
                .label("Allow unauthenticated identities")
                .helpText("Whether guests, who prove nothing, are given identities")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue("false")
                .add()
                .property()
                .name(PoolComponent.CLASSIC_FLOW)
                .label("Allow classic flow")
                .helpText("Whether OpenID tokens are issued for AssumeRoleWithWebIdentity; allowed when unset")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .add()
                .property()
                .name(PoolComponent.UNAUTHENTICATED_ROLE)
                .label("Role of guests")
                .helpText("ARN of the role that guests get in the enhanced flow")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(PoolComponent.SIGNATURE_ALGORITHM)
                .label("Signature algorithm")
                .helpText("How the pool's OpenID tokens are signed; ES256 is the faster one")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(SigningKeys.ALGORITHMS)
                .defaultValue(SigningKeys.DEFAULT_ALGORITHM)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "An identity pool in the manner of Amazon Cognito";
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
