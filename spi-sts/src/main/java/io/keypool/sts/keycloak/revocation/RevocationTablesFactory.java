package io.keypool.sts.keycloak.revocation;

import org.keycloak.Config;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Registers our table. The id also names the change log's own table, of which Keycloak takes the first ten letters:
 * DATABASECHANGELOG_KEYPOOL_ST.
 */
public final class RevocationTablesFactory implements JpaEntityProviderFactory {

    static final String ID = "keypool-sts";

    @Override
    public JpaEntityProvider create(KeycloakSession session) {
        return new RevocationTables();
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
