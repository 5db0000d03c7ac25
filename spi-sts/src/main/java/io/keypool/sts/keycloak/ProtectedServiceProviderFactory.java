package io.keypool.sts.keycloak;

import io.keypool.gateway.ExecuteApiMapping;
import io.keypool.gateway.Payload;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Lets no component through that is no valid protected service. */
public final class ProtectedServiceProviderFactory
        implements ComponentFactory<ProtectedServiceProvider, ProtectedServiceProvider> {

    static final String ID = "protected-service";

    @Override
    public ProtectedServiceProvider create(KeycloakSession session, ComponentModel model) {
        return new ProtectedServiceProvider() {};
    }

    /** @throws ComponentValidationException with the reason; called on create, update and import */
    @Override
    public void validateConfiguration(KeycloakSession session, RealmModel realm, ComponentModel model) {
        ProtectedServiceComponent.validate(
                realm, model, StsProvider.of(session).options().signingRules().regions());
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(ProtectedServiceComponent.HOSTS)
                .label("Hosts")
                .helpText("How clients address the service: host, or host:port where they name the port")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .required(true)
                .add()
                .property()
                .name(ProtectedServiceComponent.MAPPING)
                .label("Mapping")
                .helpText("How requests become actions: as API Gateway's (execute-api:Invoke) or as S3's, path style")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(ProtectedServiceComponent.MAPPINGS)
                .required(true)
                .add()
                .property()
                .name(ProtectedServiceComponent.SERVICE)
                .label("Service")
                .helpText("The service name that clients sign for; that of the mapping when left empty")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(ProtectedServiceComponent.REGIONS)
                .label("Regions")
                .helpText("The regions that clients may sign for; the server's option sts regions when left empty")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(ProtectedServiceComponent.PAYLOAD)
                .label("Payload")
                .helpText("Whether the signature must hold the body, and whether the gateway passes it on")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(Stream.of(Payload.values()).map(Payload::text).toList())
                .defaultValue(Payload.SIGNED.text())
                .add()
                .property()
                .name(ProtectedServiceComponent.API_ID)
                .label("API id")
                .helpText("Of execute-api: stands in the ARN before stage, method and path")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(ProtectedServiceComponent.STAGE)
                .label("Stage")
                .helpText("Of execute-api: stands in the ARN, and not in the path of requests")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(ExecuteApiMapping.DEFAULT_STAGE)
                .add()
                .build();
    }

    @Override
    public String getHelpText() {
        return "A service behind a gateway that asks whether signed requests to it may pass";
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
