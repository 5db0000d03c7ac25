package io.keypool.identitypool.keycloak;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts the identity pools at {@code /realms/{realm}/identity-pool}. */
public final class IdentityPoolsProviderFactory implements RealmResourceProviderFactory {

    static final String ID = "identity-pool";

    /** See {@code RealmLogins}: as many entries as pools have providers. */
    private final Map<String, String> identityProviderHints = new ConcurrentHashMap<>();

    private final DeletedPools deletedPools = new DeletedPools();

    private IdentityPoolOptions options = new IdentityPoolOptions(IdentityPoolOptions.DEFAULT_REGION);

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new IdentityPoolsProvider(session, options, identityProviderHints, deletedPools);
    }

    @Override
    public void init(Config.Scope config) {
        options = IdentityPoolOptions.of(config);
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
                .build();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new UserEvents());
        factory.register(new RealmManagementRoles()::onEvent);
        factory.register(event -> {
            if (event instanceof PostMigrationEvent migrated) {
                deletedPools.start(migrated.getFactory());
            }
        });
    }

    @Override
    public void close() {}
}
