package io.keypool.sts.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts STS at {@code /realms/{realm}/sts}. */
public final class StsProviderFactory implements RealmResourceProviderFactory {

    static final String ID = "sts";

    private StsOptions options;
    private NodeMemory memory;

    /** For the service loader; {@link #init} follows with what the operator has set. */
    public StsProviderFactory() {
        this.options = StsOptions.of(Config.scope("realm-restapi-extension", ID));
        this.memory = NodeMemory.of(options);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new StsProvider(session, options, memory);
    }

    @Override
    public void init(Config.Scope config) {
        options = StsOptions.of(config);
        memory = NodeMemory.of(options);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(StsOptions.REGIONS)
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .helpText("Regions that a signature's credential scope may name, comma-separated.")
                .defaultValue("us-east-1")
                .add()
                .property()
                .name(StsOptions.SIGNATURE_SKEW)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Seconds that a signed request's time may be from the server's, 0 to 3600.")
                .defaultValue(StsOptions.DEFAULT_SKEW)
                .add()
                .property()
                .name(StsOptions.REFUSALS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Refused calls that each node remembers for administrators, 0 to 1000000.")
                .defaultValue(StsOptions.DEFAULT_REFUSALS)
                .add()
                .property()
                .name(StsOptions.ROOT_REALM)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("Realm that answers STS calls at the host root which name no realm themselves.")
                .add()
                .build();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::onEvent);
    }

    private void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent migrated) {
            memory.revocations().start(migrated.getFactory());
        } else if (event instanceof RealmRemovedEvent removed) {
            memory.revocations()
                    .of(removed.getKeycloakSession(), removed.getRealm())
                    .deleteAll();
            memory.refusals().forget(removed.getRealm());
        }
    }

    @Override
    public void close() {
        memory.revocations().close();
    }
}
