package io.keypool.sts.keycloak;

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

/** Lets no component through that is no valid managed policy. */
public final class IamPolicyProviderFactory implements ComponentFactory<IamPolicyProvider, IamPolicyProvider> {

    public static final String ID = "iam-policy";

    @Override
    public IamPolicyProvider create(KeycloakSession session, ComponentModel model) {
        return new IamPolicyProvider() {};
    }

    /** @throws ComponentValidationException with the place and the reason; called on create, update and import */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        PolicyComponent.validate(realm, model);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(IamResource.DESCRIPTION)
                .label("Description")
                .helpText("What the policy is for")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(IamResource.PATH)
                .label("Path")
                .helpText("Stands before the name in the policy's ARN; begins and ends with a slash")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue("/")
                .add()
                .property()
                .name(PolicyComponent.VERSIONS)
                .label("Versions")
                .helpText("Up to five: v1, v2, …, a space and the document in the IAM policy language")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .required(true)
                .add()
                .property()
                .name(PolicyComponent.DEFAULT_VERSION)
                .label("Default version")
                .helpText("The version that is in force; the only one where there is one")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(IamResource.TAGS)
                .label("Tags")
                .helpText("A JSON object of tag keys and values")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(IamResource.CREATE_DATE)
                .label("Created")
                .helpText("ISO 8601 in UTC; set when left empty")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "A policy that roles may have in common";
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
