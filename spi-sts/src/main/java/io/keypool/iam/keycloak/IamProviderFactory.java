package io.keypool.iam.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Mounts IAM at {@code /realms/{realm}/iam}. */
public final class IamProviderFactory implements RealmResourceProviderFactory {

    static final String ID = "iam";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new IamProvider(session);
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
