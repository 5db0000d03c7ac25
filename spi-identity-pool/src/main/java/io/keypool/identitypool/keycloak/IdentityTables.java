package io.keypool.identitypool.keycloak;

import io.keypool.identitypool.store.IdentityEntity;
import io.keypool.identitypool.store.LoginEntity;
import io.keypool.identitypool.store.MergeEntity;
import io.keypool.identitypool.store.MergedLoginEntity;
import io.keypool.identitypool.store.StatisticEntity;
import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Tells Keycloak about our tables. */
final class IdentityTables implements JpaEntityProvider {

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                IdentityEntity.class,
                LoginEntity.class,
                MergeEntity.class,
                MergedLoginEntity.class,
                StatisticEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return "META-INF/keypool-changelog.xml";
    }

    @Override
    public String getFactoryId() {
        return IdentityTablesFactory.ID;
    }

    @Override
    public void close() {}
}
