package io.keypool.identitypool.keycloak;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Registers our tables; the id also names the change log's own table, DATABASECHANGELOG_KEYPOOL. */
public final class IdentityTablesFactory implements JpaEntityProviderFactory {

    static final String ID = "keypool";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new IdentityTables();
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
