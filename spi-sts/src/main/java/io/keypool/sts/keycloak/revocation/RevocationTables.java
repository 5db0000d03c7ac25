package io.keypool.sts.keycloak.revocation;

import io.keypool.sts.store.RevocationEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak about our table. */
final class RevocationTables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(RevocationEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/keypool-sts-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return RevocationTablesFactory.ID;
    }

    @Override
    public void close() {}
}
