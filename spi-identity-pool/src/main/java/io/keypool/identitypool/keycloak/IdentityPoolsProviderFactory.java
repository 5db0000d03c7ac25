package io.keypool.identitypool.keycloak;

import java.util.List;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the identity pools at {@code /realms/{realm}/identity-pool}. */
public final class IdentityPoolsProviderFactory implements RealmResourceProviderFactory {

    static final String ID = "identity-pool";

    private IdentityPoolOptions options;
    private NodeMemory memory;

    /** For the service loader; {@link #init} follows with what the operator has set. */
    public IdentityPoolsProviderFactory() {
        this.options = IdentityPoolOptions.of(Config.scope("realm-restapi-extension", ID));
        this.memory = NodeMemory.of(options);
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new IdentityPoolsProvider(session, options, memory);
    }

    @Override
    public void init(Config.Scope config) {
        options = IdentityPoolOptions.of(config);
        memory = NodeMemory.of(options);
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(IdentityPoolOptions.REGION)
                .type(ProviderConfigProperty.STRING_TYPE)
                .helpText("The first part of pool and identity ids.")
                .defaultValue(IdentityPoolOptions.DEFAULT_REGION)
                .add()
                .property()
                .name(IdentityPoolOptions.STATISTICS_INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Seconds after which a node writes its statistics to the database, 1 to 3600.")
                .defaultValue(IdentityPoolOptions.DEFAULT_STATISTICS_INTERVAL)
                .add()
                .property()
                .name(IdentityPoolOptions.GUEST_EXPIRY_INTERVAL)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .helpText("Seconds after which some node looks for guests who did not come back, 1 to 86400.")
                .defaultValue(IdentityPoolOptions.DEFAULT_GUEST_EXPIRY_INTERVAL)
                .add()
                .property()
                .name(IdentityPoolOptions.TRANSIENT_GUESTS)
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .helpText("Whether guests who log in are transient users; needs the feature transient-users.")
                .defaultValue(false)
                .add()
                .build();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        memory.register(factory);
    }

    /** So that we are closed before the database is: the last statistics are written then. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(JpaConnectionProvider.class);
    }

    @Override
    public void close() {
        memory.close();
    }
}
