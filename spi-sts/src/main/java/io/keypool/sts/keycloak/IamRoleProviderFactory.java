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

/** Makes roles of components, and lets no component through that is no valid role. */
public final class IamRoleProviderFactory implements ComponentFactory<IamRoleProvider, IamRoleProvider> {

    public static final String ID = "iam-role";

    @Override
    public IamRoleProvider create(KeycloakSession session, ComponentModel model) {
        return () -> RoleComponent.role(session.getContext().getRealm(), model);
    }

    /** @throws ComponentValidationException with the place and the reason; called on create, update and import */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        RoleComponent.validate(realm, model);
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(IamResource.DESCRIPTION)
                .label("Description")
                .helpText("What the role is for")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(IamResource.PATH)
                .label("Path")
                .helpText("Stands before the name in the role's ARN; begins and ends with a slash")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue("/")
                .add()
                .property()
                .name(RoleComponent.TRUST_POLICY)
                .label("Trust policy")
                .helpText("Who may assume the role, in the IAM policy language")
                .type(ProviderConfigProperty.SCRIPT_TYPE)
                .required(true)
                .add()
                .property()
                .name(RoleComponent.MAX_SESSION_DURATION)
                .label("Maximum session duration")
                .helpText("In seconds, 3600 to 43200")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue("3600")
                .add()
                .property()
                .name(RoleComponent.INLINE_POLICIES)
                .label("Inline policies")
                .helpText("What sessions of the role may do: for each policy a name, a space and the document")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(RoleComponent.MANAGED_POLICY_ARNS)
                .label("Managed policies")
                .helpText("ARNs of the attached managed policies")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(RoleComponent.PERMISSIONS_BOUNDARY)
                .label("Permissions boundary")
                .helpText("ARN of the managed policy that says the most that the role's policies may give")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(IamResource.TAGS)
                .label("Tags")
                .helpText("A JSON object of tag keys and values; sessions have them as principal tags")
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
        return "A role that temporary credentials are issued for";
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
